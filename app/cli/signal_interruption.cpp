// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signal_interruption.h"

#include "app/cli/exit_code.h"

#include <algorithm>

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

namespace gainstage::cli {
namespace {

/// Wakes the thread for a new limit, or to end.
constexpr int kWake = SIGUSR1;

sigset_t awaited()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, kWake})
        sigaddset(&set, signal);
    return set;
}

/// The next of them, or -1 at the deadline.
int waitForSignal(const sigset_t &set, std::optional<std::chrono::steady_clock::time_point> deadline)
{
    if (!deadline)
        return sigwaitinfo(&set, nullptr);
    const auto left = std::max(std::chrono::nanoseconds::zero(), std::chrono::nanoseconds(*deadline - std::chrono::steady_clock::now()));
    const auto seconds = std::chrono::floor<std::chrono::seconds>(left);
    const timespec time{static_cast<time_t>(seconds.count()), static_cast<long>((left - seconds).count())};
    return sigtimedwait(&set, nullptr, &time);
}

} // namespace

SignalInterruption::SignalInterruption()
{
    const sigset_t set = awaited();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_thread = std::thread([this] { run(); });
}

SignalInterruption::~SignalInterruption()
{
    m_ended = true;
    wake();
    m_thread.join();
}

std::stop_token SignalInterruption::cancelFirst()
{
    m_cancelsFirst = true;
    return m_cancel.get_token();
}

Result<void> SignalInterruption::pause(Duration duration)
{
    std::mutex mutex;
    std::condition_variable_any over;
    std::unique_lock lock(mutex);
    over.wait_for(lock, m_stop.get_token(), duration, [] { return false; });
    if (m_stop.stop_requested())
        return failure(Errc::Cancelled, SENTENCE("error", "Cancelled."));
    return {};
}

void SignalInterruption::limit(std::chrono::milliseconds time)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_deadline = time.count() > 0 ? std::optional(std::chrono::steady_clock::now() + time) : std::nullopt;
    }
    wake();
}

void SignalInterruption::wake()
{
    pthread_kill(m_thread.native_handle(), kWake);
}

std::optional<SignalInterruption::Time> SignalInterruption::deadline()
{
    const std::scoped_lock lock(m_mutex);
    return m_deadline;
}

void SignalInterruption::run()
{
    const sigset_t set = awaited();
    while (!m_ended) {
        const int signal = waitForSignal(set, deadline());
        if (signal == -1 && errno == EAGAIN)
            onTimeout();
        else if (signal > 0 && signal != kWake)
            onSignal();
    }
}

void SignalInterruption::onTimeout()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_deadline || std::chrono::steady_clock::now() < *m_deadline) // it was moved meanwhile
            return;
        m_deadline.reset();
    }
    std::stop_source &what = m_cancelsFirst ? m_cancel : m_stop;
    if (what.stop_requested())
        return;
    m_timedOut = true;
    what.request_stop();
}

void SignalInterruption::onSignal()
{
    if (m_cancelsFirst && m_cancel.request_stop())
        return;
    if (!m_stop.request_stop())
        _exit(static_cast<int>(ExitCode::Cancelled));
}

} // namespace gainstage::cli
