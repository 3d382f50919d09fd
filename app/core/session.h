// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "devices/firmware/amp_line.h"

#include <QDateTime>
#include <QFuture>

#include <functional>
#include <memory>
#include <stop_token>

namespace gainstage {

/// Opens (or opens again) the amp that a session is for. Called on the session's worker thread; waits in it end when `stop` is requested.
using AmpOpener = std::function<Result<std::unique_ptr<Amp>>(std::stop_token stop)>;

/// What came of an apply: the state before and after, as the amp said them.
struct Applied {
    State before, after;
};

/// The only bridge between threads: one worker thread runs the amp; everyone else holds this, on one thread (the caller's), and never waits.
/// After a loss it tries to open the amp again when retry() is called (the finder saw something arrive) or after a growing pause, and reads
/// everything anew.
/// Destroying it cancels what is under way; every future is answered (Errc::Cancelled).
class Session : public QObject {
    Q_OBJECT
public:
    enum class Link { Connecting, Ready, Lost, Failed };

    explicit Session(AmpOpener opener, QObject *parent = nullptr);
    ~Session() override;

    Link link() const;
    QDateTime lostSince() const;            ///< valid while Lost
    const Error &linkError() const;         ///< why it is Lost or Failed
    const Description *description() const; ///< null until first Ready; stays while Lost
    const State *state() const;             ///< the last that the amp said

    /// Ear-safe and verified. Answers arrive on the caller's thread through the future's watcher (see whenDone).
    QFuture<Result<Applied>> apply(const Change &change, const QString &origin = QStringLiteral("user"));
    /// For sliders: only the newest wish per setting is kept while one is under way. The outcome shows through stateChanged, wishEnded and refused.
    void wish(const Change &change);
    bool isPending(SettingId id) const; ///< wished or being written, not confirmed yet
    QFuture<Result<void>> store();
    QFuture<Result<void>> identify(std::chrono::milliseconds duration);
    void meterEvery(std::chrono::milliseconds interval); ///< kept over reconnects; zero ends
    /// Runs `job` on the worker's thread with the way to the amp, which it may close and open. Until it ends nobody else writes: apply, store and identify
    /// answer Errc::Busy, wishes are refused, and what the amp says meanwhile shows afterwards. Errc::Disconnected, Busy.
    QFuture<Result<void>> maintain(std::function<void(AmpLine &line)> job);
    bool isMaintained() const;
    void retry();
    /// A slider's drag or a turn of the knob is confirmed as one change when it rests. This says at once what waits for that.
    void confirmNow();

Q_SIGNALS:
    void linkChanged();
    /// The amp's state as it says it, after own writes and after what happened to it.
    void stateChanged();
    void pendingChanged();
    void maintainedChanged();
    /// A confirmed change of own making or of the amp's, for the history. Origin: as given to apply(), "user" for wishes, else "knob",
    /// "remote", "protection",
    /// "recall" (a preset in the amp) or "client" (another program).
    void confirmed(const gainstage::State &before, const gainstage::State &after, const QString &origin);
    void refused(const gainstage::Change &change, const gainstage::Error &error);
    void metersMeasured(const gainstage::Meters &meters);
    void clipped(qint64 count);
    void poweringDown(std::chrono::milliseconds in);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gainstage
