// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

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
    QPushButton *action() const { return m_action; }

Q_SIGNALS:
    void acted();

private:
    QLabel *m_title, *m_text;
    QPushButton *m_action;
    RefusalLine *m_problem;
};

} // namespace gainstage
