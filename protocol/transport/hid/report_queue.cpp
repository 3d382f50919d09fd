// SPDX-License-Identifier: Apache-2.0
#include "protocol/transport/hid/report_queue.h"

namespace gainstage {
namespace {

/// About four seconds of reports at full speed.
constexpr std::size_t mostReports = 4096;

} // namespace

void ReportQueue::push(Bytes report)
{
    std::unique_lock lock(m_mutex);
    if (m_reports.size() == mostReports)
        m_reports.pop_front();
    m_reports.push_back(std::move(report));
    wake(std::move(lock));
}

void ReportQueue::close(Error why)
{
    std::unique_lock lock(m_mutex);
    m_closed = std::move(why);
    wake(std::move(lock));
}

/// Tells whoever waits; if nobody does, whoever asked to be told.
void ReportQueue::wake(std::unique_lock<std::mutex> lock)
{
    m_changed.notify_all();
    const bool nobodyWaits = !m_waiting;
    lock.unlock();
    const std::scoped_lock telling(m_wakeMutex);
    if (nobodyWaits && m_wake)
        m_wake();
}

Result<Bytes> ReportQueue::take(Deadline deadline, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_waiting = true;
    m_changed.wait_until(lock, stop, deadline, [this] { return hasNews(); });
    m_waiting = false;
    if (stop.stop_requested())
        return failure(Errc::Cancelled, SENTENCE("error", "Cancelled."));
    if (m_reports.empty() && m_closed)
        return std::unexpected(*m_closed);
    if (m_reports.empty())
        return failure(Errc::Timeout, SENTENCE("error", "Nothing came from the amp in time."));
    Bytes report = std::move(m_reports.front());
    m_reports.pop_front();
    // The caller may take no more now; what stays must not be forgotten.
    if (hasNews())
        wake(std::move(lock));
    return report;
}

void ReportQueue::onReadable(std::function<void()> wakeUp)
{
    {
        const std::scoped_lock telling(m_wakeMutex);
        m_wake = std::move(wakeUp);
    }
    std::unique_lock lock(m_mutex);
    if (hasNews())
        wake(std::move(lock));
}

} // namespace gainstage
