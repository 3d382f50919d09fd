// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/update.h"

#include <QObject>

#include <memory>
#include <mutex>

namespace gainstage {

/// What an update says about itself, on its way from the amp's thread to the listener's. Only the newest is kept: who comes late has missed nothing.
class UpdateNews {
public:
    struct Newest {
        firmware_update::Progress progress;
        bool away = false; ///< the amp does not answer at the moment
    };
    using Heard = std::function<void(const Newest &newest)>;

    /// `heard` is called on `listener`'s thread until forget().
    UpdateNews(QObject *listener, Heard heard);

    /// On the amp's thread.
    void tell(const firmware_update::Progress &progress);
    void tellAway(bool away);
    /// On the listener's thread, before it is gone: nothing is heard afterwards.
    void forget();

    /// For one update: news for `listener`.
    static std::shared_ptr<UpdateNews> make(QObject *listener, Heard heard);

private:
    void post();
    void deliver();

    std::mutex m_mutex;
    QObject *m_listener;
    Heard m_heard;
    Newest m_newest;
    bool m_posted = false;
    std::weak_ptr<UpdateNews> m_self;
};

/// The way to an amp that also says when the amp is away.
class WatchedLine final : public AmpLine {
public:
    WatchedLine(AmpLine &line, UpdateNews &news) : m_line(line), m_news(news) {}

    Amp *amp() override { return m_line.amp(); }
    void close() override;
    Result<void> open() override;
    Result<void> pause(Duration duration) override { return m_line.pause(duration); }
    const Clock &clock() const override { return m_line.clock(); }

private:
    AmpLine &m_line;
    UpdateNews &m_news;
};

} // namespace gainstage
