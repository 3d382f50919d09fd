// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace gainstage {

/// Takes one file: dropped on it, or asked for by click, Space or Enter.
class DropArea : public QAbstractButton {
    Q_OBJECT
public:
    /// `text`: what it is for; `hint`: the second line.
    DropArea(const QString &text, const QString &hint, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void dropped(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QRect inside(int width) const;
    int contentHeight(int width) const;

    QString m_hint;
    bool m_over = false, m_keyboardFocus = false;
};

} // namespace gainstage
