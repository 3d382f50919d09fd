// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/page.h"
#include "app/viewmodels/preferences.h"

namespace gainstage {

class Card;
class SegmentedControl;

/// Language and theme.
class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(Preferences &preferences, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Card *themeCard();
    Card *languageCard();
    Card *experimentalCard();
    Card *aboutCard();

    Preferences &m_preferences;
};

} // namespace gainstage
