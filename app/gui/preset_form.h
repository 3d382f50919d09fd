// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/card.h"
#include "app/viewmodels/presets_model.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace gainstage {

class RefusalLine;

/// What a person fills in to save the amp's set-up as a preset. Asks before it replaces one.
class PresetForm : public Card {
    Q_OBJECT
public:
    explicit PresetForm(PresetsModel &model, QWidget *parent = nullptr);
    void begin();

Q_SIGNALS:
    void finished();

private:
    QLineEdit *addField(const QString &label, const QString &placeholder);
    void showTaken();
    void save();
    PresetsModel &m_model;
    QLineEdit *m_name, *m_headphone, *m_cable;
    QPlainTextEdit *m_note;
    QPushButton *m_save, *m_cancel;
    RefusalLine *m_refusal;
};

} // namespace gainstage
