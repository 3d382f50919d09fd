// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace gainstage {

enum class Tone { Text, Dim, Accent, Ok, Danger };

/// A label in one of the theme's tones; wraps.
QLabel *makeLabel(const QString &text, Tone tone, QWidget *parent);
/// A small dim label; wraps.
QLabel *makeNote(const QString &text, QWidget *parent);
QLabel *makeTitle(const QString &text, QWidget *parent);
/// The larger title of a page that has nothing else to show.
QLabel *makeHeadline(const QString &text, QWidget *parent);
void setTone(QLabel &label, Tone tone);

/// A value: digits of one width, at the right. Cut where there is no room; the whole is its tool tip then.
class ValueLabel : public QLabel {
    Q_OBJECT
public:
    explicit ValueLabel(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

/// One line that is cut with an ellipsis where there is no room; the whole text is its tool tip. For names that people gave.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setWhole(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_whole;
};

/// Why something was not done and what to do, beside the control that it concerns. Hidden while there is nothing to say; spoken by screen readers.
class RefusalLine : public QLabel {
    Q_OBJECT
public:
    explicit RefusalLine(QWidget *parent = nullptr);
    void setRefusal(const QString &text);
};

} // namespace gainstage
