// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/viewmodels/setup_model.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace gainstage {

class ElidedLabel;

/// Always there: what the amp is set up for, what is not stored, and undo, redo, store, mute.
class TopBar : public QFrame {
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    /// Null: there is no amp. The model must outlive its time here.
    void setModel(SetupModel *model);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QPushButton *makeButton(const QString &text, const QString &tip, const QKeySequence &keys);
    QWidget *makeBlock(const QString &head, ElidedLabel *&value, QLabel *rest);
    void connectButtons();
    void showModel();
    void showTexts();
    void showUnstored();
    void drawIcons();

    SetupModel *m_model = nullptr;
    ElidedLabel *m_headphone = nullptr, *m_preset = nullptr;
    QLabel *m_unstored;
    QPushButton *m_undo, *m_redo, *m_store, *m_mute;
};

} // namespace gainstage
