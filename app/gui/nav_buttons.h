// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/viewmodels/amp_list_model.h"

#include <QAbstractButton>

namespace gainstage {

/// An amp in the left column: name, connection, and a dot whose shape says as much as its colour.
class AmpButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit AmpButton(QWidget *parent = nullptr);
    void setRow(const AmpListModel::Row &row);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void drawDot(QPainter &painter, QPointF centre) const;
    AmpListModel::Row m_row;
    bool m_keyboardFocus = false;
};

/// A page in the left column, with a short remark at the right.
class NavButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit NavButton(const QString &text, QWidget *parent = nullptr);
    void setRemark(const QString &remark);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QString m_remark;
    bool m_keyboardFocus = false;
};

} // namespace gainstage
