// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace gainstage {

enum class Tone;

/// A strip across a page: what is the matter, the facts, and one thing to do. Hidden while there is nothing to say.
class Notice : public QFrame {
    Q_OBJECT
public:
    explicit Notice(QWidget *parent = nullptr);

    void say(Tone tone, const QString &title, const QString &details, const QString &action = {});
    void silence();

Q_SIGNALS:
    void acted();

private:
    QLabel *m_title, *m_details;
    QPushButton *m_action;
};

} // namespace gainstage
