// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/core/session.h"

#include <atomic>

namespace gainstage {

/// The worker's side of a session: the amp, on the thread that runs it, and what was last heard from it. Every call blocks; all are made on that
/// thread, and so are the reports. Between calls the amp is listened to when its wire says that something came.
class LiveAmp : public QObject {
    Q_OBJECT
public:
    struct Reports {
        /// What happened to the amp by itself or by others.
        std::function<void(const State &before, const State &after, Source source)> changed;
        /// Meters, clipping, powering down.
        std::function<void(const Event &event)> measured;
        /// The amp is closed; open() tries again.
        std::function<void(const Error &why)> lost;
    };
    struct Opened {
        Description description;
        State state;
    };
    /// `after` is what the amp holds in the end, also when it failed. What others changed meanwhile stands in both.
    struct Written {
        State before, after;
        std::optional<Error> error;
    };

    LiveAmp(AmpOpener opener, std::stop_token stop, Reports reports);

    Result<Opened> open();
    Written apply(const Change &change);
    /// With the state afterwards, where it could be read.
    std::pair<Result<void>, State> store();
    Result<void> identify(std::chrono::milliseconds duration);
    /// Kept for later amps.
    void meterEvery(std::chrono::milliseconds interval);
    /// Lets `job` have the amp, to close and open it; what is there afterwards is read anew.
    Result<Opened> maintain(const std::function<void(AmpLine &line)> &job);

private:
    class Line;
    void attach(std::unique_ptr<Amp> amp);
    void wake();
    void listen();
    void onEvent(const Event &event);
    void onStateChanged(const StateChanged &event);
    Result<void> usable() const;
    bool readAgain();
    void ifGone(const Result<void> &outcome);
    void lose(const Error &why);

    AmpOpener m_opener;
    std::stop_token m_stop;
    Reports m_reports;
    std::unique_ptr<Amp> m_amp;
    State m_state;
    std::chrono::milliseconds m_metering{0};
    std::atomic<bool> m_woken = false;
    const Change *m_change = nullptr; ///< under way
    State m_before;                   ///< of the change under way
};

} // namespace gainstage
