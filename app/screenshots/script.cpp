// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots/script.h"

using namespace std::chrono_literals;

namespace gainstage {

namespace {

constexpr auto kPatience = 20s;

} // namespace

Script::Script(QObject *parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &Script::tooLate);
}

void Script::add(const QString &name, Act act, Done done)
{
    m_steps.push_back({name, std::move(act), std::move(done)});
}

void Script::start()
{
    m_patience.start();
    look();
}

/// In the next turn of the event loop: what is queued (another theme, another language) is done by then.
void Script::look()
{
    if (m_looking || m_ended)
        return;
    m_looking = true;
    QMetaObject::invokeMethod(this, &Script::check, Qt::QueuedConnection);
}

void Script::check()
{
    m_looking = false;
    if (m_ended)
        return;
    if (m_steps.empty()) {
        m_ended = true;
        m_patience.stop();
        Q_EMIT done();
        return;
    }
    if (!m_begun)
        return begin();
    const Done &done = m_steps.front().done;
    if (done && !done())
        return;
    m_steps.pop_front();
    m_begun = false;
    m_patience.start();
    look();
}

void Script::begin()
{
    m_begun = true;
    // A copy: the act may add steps.
    const Act act = m_steps.front().act;
    if (act)
        act();
    look();
}

void Script::fail(const Error &error)
{
    if (m_ended)
        return;
    m_ended = true;
    m_patience.stop();
    Q_EMIT failed(error);
}

void Script::tooLate()
{
    fail({Errc::Timeout, SENTENCE("error", "Nothing came of this step: %1."), {m_steps.front().name.toStdString()}});
}

} // namespace gainstage
