// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/interruption.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace gainstage::cli {

/// Ctrl-C (SIGINT), SIGTERM, SIGHUP and the limit of time, taken by a thread that waits for them and for nothing else: neither a wire's wait
/// nor a signal
/// handler could stop a token safely. Make it before any other thread. A signal for which nothing is left to stop ends the program at once.
class SignalInterruption final : public Interruption {
public:
    SignalInterruption();
    ~SignalInterruption() override;

    std::stop_token token() const override { return m_stop.get_token(); }
    std::stop_token cancelFirst() override;
    void limit(std::chrono::milliseconds time) override;
    bool timedOut() const override { return m_timedOut; }
    const Clock &clock() const override { return m_clock; }
    Result<void> pause(Duration duration) override;

private:
    using Time = std::chrono::steady_clock::time_point;
    void run();
    std::optional<Time> deadline();
    void wake();
    void onSignal();
    void onTimeout();

    SystemClock m_clock;
    std::stop_source m_stop, m_cancel;
    std::atomic<bool> m_cancelsFirst = false;
    std::atomic<bool> m_timedOut = false;
    std::atomic<bool> m_ended = false;
    std::mutex m_mutex;
    std::optional<Time> m_deadline;
    std::thread m_thread;
};

} // namespace gainstage::cli
