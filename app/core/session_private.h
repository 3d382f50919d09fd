// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/core/live_amp.h"
#include "app/core/session.h"

#include <QThread>
#include <QTimer>

#include <map>
#include <set>

namespace gainstage {

/// What a session is made of: the worker and its thread, what was last heard, and what is under way.
class Session::Private {
public:
    static constexpr std::chrono::milliseconds kFirstPause{250}; ///< before the first try to open a lost amp again

    Private(Session &session, AmpOpener opener);
    void begin();
    void end();

    void open();
    void onOpened(const Result<LiveAmp::Opened> &outcome);
    void become(Link now);
    void onLost(const Error &why);
    void dropWishes(const Error &why);
    void take(const LiveAmp::Opened &opened);
    void tryLater();
    void onChanged(const State &before, const State &after, Source source);
    void onMeasured(const Event &event);
    Result<void> writable() const;
    void onMaintained(const Result<LiveAmp::Opened> &outcome);

    using Done = std::function<void(const LiveAmp::Written &written)>;
    void write(const Change &change, Done done);
    void nextWish();
    void onWishWritten(const Change &change, const LiveAmp::Written &written);
    void confirm(const State &before, const State &after, const QString &origin);
    void confirmWhenAtRest(const State &before, const State &after, const QString &origin);

    /// On the worker's thread.
    void post(std::function<void(LiveAmp &)> job);
    /// From there back to ours.
    void deliver(std::function<void()> news);

    /// Several confirmed changes of the same ranges by the same hand, told as one.
    struct Gesture {
        QString origin;
        std::set<SettingId> ids;
        State before, after;
    };

    Session &q;
    std::stop_source stop;
    QThread thread;
    LiveAmp *live; ///< lives on the thread and dies with it

    Link link = Link::Connecting;
    QDateTime lostSince;
    Error linkError;
    std::optional<Description> description;
    std::optional<State> state;

    bool opening = false;
    bool maintained = false;
    QTimer later;
    std::chrono::milliseconds pause = kFirstPause;

    Change wished; ///< not sent yet
    bool wishUnderWay = false;
    std::map<quint64, Change> underWay;
    quint64 lastWrite = 0;
    std::optional<Gesture> gesture;
    QTimer rest;
};

} // namespace gainstage
