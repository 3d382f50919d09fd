// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/page.h"
#include "app/viewmodels/amp_list_model.h"

namespace gainstage {

class StateCard;

/// About an amp that is recognised and not supported: why nothing can be set, and how its owner can help.
class UnsupportedPage : public Page {
    Q_OBJECT
public:
    explicit UnsupportedPage(QWidget *parent = nullptr);

    void show(const AmpListModel::Unsupported &amp);

private:
    StateCard *m_card;
    QString m_command;
};

} // namespace gainstage
