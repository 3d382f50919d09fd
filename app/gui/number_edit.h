// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace gainstage {

/// The number of a range, big where it matters, and a place to type another: Enter asks for it, Escape goes back. While it is being edited
/// the amp does not write into it.
class NumberEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit NumberEdit(QWidget *parent = nullptr);

    void setNumber(const QString &number, bool pending, bool dimmed);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// The widest text that will be shown, so that it keeps its place.
    void setWidest(const QString &text);
    /// At least so wide, so that several below each other line up.
    void setNarrowest(int width) { m_narrowest = width; }

Q_SIGNALS:
    void typed(const QString &text);
    void stepped(int steps);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QString m_number, m_widest;
    bool m_pending = false, m_dimmed = false;
    int m_narrowest = 0;
    int m_wheel = 0; ///< eighths of a degree that are not a whole notch yet
};

} // namespace gainstage
