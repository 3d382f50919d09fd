// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace gainstage {

/// A page that scrolls when the window is too small for it.
class Page : public QScrollArea {
    Q_OBJECT
public:
    explicit Page(const QString &name, QWidget *parent = nullptr);
    QWidget *body() const { return m_body; }
    QSize minimumSizeHint() const override { return {320, 200}; }

private:
    QWidget *m_body;
};

} // namespace gainstage
