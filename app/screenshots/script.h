// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "protocol/bytes/result.h"

#include <QString>
#include <QTimer>

#include <deque>
#include <functional>

namespace gainstage {

/// Steps one after another: each is begun when what the one before it waits for has come. It asks anew whenever look() is called, so whoever
/// can make something come calls it. A step that waits too long ends the script.
class Script : public QObject {
    Q_OBJECT
public:
    explicit Script(QObject *parent = nullptr);

    using Act = std::function<void()>;
    using Done = std::function<bool()>;
    /// Without `done` the next step begins in the next turn of the event loop. Steps may add steps: they come after those already there.
    void add(const QString &name, Act act, Done done = {});
    void start();
    /// Something happened; may be called at any time.
    void look();
    /// Ends the script with this error.
    void fail(const Error &error);

Q_SIGNALS:
    void done();
    void failed(const gainstage::Error &error);

private:
    struct Step {
        QString name;
        Act act;
        Done done;
    };
    void begin();
    void check();
    void tooLate();

    std::deque<Step> m_steps;
    QTimer m_patience;
    bool m_begun = false, m_looking = false, m_ended = false;
};

} // namespace gainstage
