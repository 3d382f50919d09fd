// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gainstage {

/// A panel with a title, a note at the right of it, and a body below.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    /// Where the content goes, top to bottom.
    QVBoxLayout *body() const { return m_body; }
    /// Something at the right of the title.
    void setCorner(QWidget *corner);
    QLabel *title() const { return m_title; }

private:
    QLabel *m_title;
    QVBoxLayout *m_body;
    QHBoxLayout *m_header;
};

} // namespace gainstage
