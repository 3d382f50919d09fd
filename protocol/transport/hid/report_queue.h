// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/transport/transport.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace gainstage {

/// Reports on their way from the thread that reads a HID device to the one that uses the transport. All functions may be called from any thread.
class ReportQueue {
public:
    /// Adds a report and wakes who waits. If reports pile up unread the oldest are dropped.
    void push(Bytes report);
    /// Nothing comes any more: once the queue is empty, take() gives this error.
    void close(Error why);

    /// The next report. Errc::Timeout at the deadline, Errc::Cancelled when stop is requested, and what close() was told.
    Result<Bytes> take(Deadline deadline, const std::stop_token &stop);

    /// As Transport::onReadable; `wake` may not use the queue. Once this returns the one before is not called any more.
    void onReadable(std::function<void()> wake);

private:
    bool hasNews() const { return !m_reports.empty() || m_closed; }
    void wake(std::unique_lock<std::mutex> lock);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Bytes> m_reports;
    std::optional<Error> m_closed;
    bool m_waiting = false;

    std::mutex m_wakeMutex; ///< held while m_wake is called
    std::function<void()> m_wake;
};

} // namespace gainstage
