// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/update_news.h"

#include <utility>

namespace gainstage {

UpdateNews::UpdateNews(QObject *listener, Heard heard) : m_listener(listener), m_heard(std::move(heard)) {}

std::shared_ptr<UpdateNews> UpdateNews::make(QObject *listener, Heard heard)
{
    auto news = std::make_shared<UpdateNews>(listener, std::move(heard));
    news->m_self = news;
    return news;
}

void UpdateNews::tell(const firmware_update::Progress &progress)
{
    const std::scoped_lock lock(m_mutex);
    m_newest.progress = progress;
    post();
}

void UpdateNews::tellAway(bool away)
{
    const std::scoped_lock lock(m_mutex);
    if (std::exchange(m_newest.away, away) != away)
        post();
}

void UpdateNews::forget()
{
    const std::scoped_lock lock(m_mutex);
    m_listener = nullptr;
}

/// Under the lock: the listener is there as long as it has not said that it goes.
void UpdateNews::post()
{
    if (!m_listener || std::exchange(m_posted, true))
        return;
    QMetaObject::invokeMethod(
        m_listener,
        [self = m_self] {
            if (const auto news = self.lock())
                news->deliver();
        },
        Qt::QueuedConnection);
}

void UpdateNews::deliver()
{
    Newest newest;
    {
        const std::scoped_lock lock(m_mutex);
        m_posted = false;
        if (!m_listener)
            return;
        newest = m_newest;
    }
    m_heard(newest);
}

void WatchedLine::close()
{
    m_line.close();
    m_news.tellAway(true);
}

Result<void> WatchedLine::open()
{
    auto outcome = m_line.open();
    m_news.tellAway(!outcome);
    return outcome;
}

} // namespace gainstage
