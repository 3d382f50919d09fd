// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/transfer_rate.h"

namespace gainstage::firmware_update {
namespace {

constexpr Duration kWindow = std::chrono::seconds(3);
/// Less says nothing: the first pieces wait for flash to be erased.
constexpr Duration kShortest = std::chrono::milliseconds(500);

} // namespace

void TransferRate::add(Instant now, std::size_t taken)
{
    // An amp that has forgotten what it had begins anew.
    if (!m_samples.empty() && taken < m_samples.back().taken)
        m_samples.clear();
    m_samples.push_back({now, taken});
    while (m_samples.size() > 2 && now - m_samples[1].at >= kWindow)
        m_samples.pop_front();
}

double TransferRate::bytesPerSecond() const
{
    if (m_samples.empty() || m_samples.back().at - m_samples.front().at < kShortest)
        return 0;
    const std::chrono::duration<double> time = m_samples.back().at - m_samples.front().at;
    return static_cast<double>(m_samples.back().taken - m_samples.front().taken) / time.count();
}

std::optional<std::chrono::milliseconds> TransferRate::timeFor(std::size_t bytes) const
{
    const double rate = bytesPerSecond();
    if (rate <= 0)
        return std::nullopt;
    return std::chrono::round<std::chrono::milliseconds>(std::chrono::duration<double>(static_cast<double>(bytes) / rate));
}

} // namespace gainstage::firmware_update
