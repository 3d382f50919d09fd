// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/card.h"
#include "app/viewmodels/presets_model.h"

class QLineEdit;
class QPushButton;

namespace gainstage {

/// The selected preset: what it is for, what it would change on the amp, what it cannot carry over; and what can be done with it.
class PresetDetails : public Card {
    Q_OBJECT
public:
    explicit PresetDetails(PresetsModel &model, QWidget *parent = nullptr);

private:
    void showModel();
    void showFacts(const PresetsModel::Details &details);
    QWidget *differenceTable(const PresetsModel::Details &details);
    QWidget *factRows(const PresetsModel::Details &details);
    QLayout *buttons();
    void beginRename();
    void endRename(bool keep);
    void askExport();
    QPushButton *button(const QString &text, void (PresetDetails::*pressed)());
    void apply() { m_model.apply(); }
    void remove() { m_model.remove(); }

    PresetsModel &m_model;
    QWidget *m_facts = nullptr;
    QVBoxLayout *m_factsPlace;
    QLineEdit *m_rename;
    QPushButton *m_apply;
};

} // namespace gainstage
