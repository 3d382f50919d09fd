// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace gainstage {

class RefusalLine;

/// Fills a page that has nothing to show: what is the matter or what will be here, and the one next step.
class StateCard : public QFrame {
    Q_OBJECT
public:
    /// Lines longer than this are hard to read.
    static constexpr int kWidest = 640;

    explicit StateCard(QWidget *parent = nullptr);

    /// An empty `action` has no button.
    void say(const QString &title, const QStringList &paragraphs, const QString &action = {});
    void setProblem(const QString &problem);
    /// A button beside it for the less usual step.
    QPushButton *addAction(const QString &text);
    QPushButton *action() const { return m_action; }

Q_SIGNALS:
    void acted();

private:
    QLabel *m_title, *m_text;
    QHBoxLayout *m_actions;
    QPushButton *m_action;
    RefusalLine *m_problem;
};

} // namespace gainstage
