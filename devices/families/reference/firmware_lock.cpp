// SPDX-License-Identifier: GPL-3.0-or-later
// The lock (protocol/README.md, 5.9), as far as ReferenceFirmware holds others back.
#include "devices/families/reference/at_end.h"
#include "devices/families/reference/exchange.h"
#include "devices/families/reference/reference_firmware.h"
#include "protocol/gap/service.h"

#include <algorithm>

namespace gainstage::reference {
namespace {

using namespace std::chrono_literals;

constexpr int mostTries = 3;
constexpr std::uint32_t notTheHolder = 8; // of group 64
/// The lock is taken for so long and then extended: a lock whose key was lost with the answer stands in nobody's way for longer.
constexpr std::uint32_t firstHold = 2000;
constexpr std::uint32_t longestHold = 600'000;

Result<gap::LockWriteReply> tellLock(smp::Client &client, std::uint32_t milliseconds, const std::optional<QByteArray> &key)
{
    return tell<gap::LockWriteReply>(client, gap::Command::Lock, gap::LockWrite{milliseconds, key});
}

bool isLost(const Result<gap::LockWriteReply> &reply)
{
    return !reply && reply.error().code == Errc::NotVerified;
}

std::uint32_t heldFor(std::chrono::milliseconds duration)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(duration.count(), firstHold, longestHold));
}

} // namespace

bool ReferenceFirmware::isNoHolder() const
{
    const smp::Refusal &refusal = m_client.lastRefusal();
    return refusal.group == gap::kGroup && refusal.code == notTheHolder;
}

Result<void> ReferenceFirmware::holdOthersBack(std::chrono::milliseconds duration)
{
    const AtEnd afterwards(m_afterwards);
    if (auto taken = m_key ? Result<void>() : takeLock(); !taken)
        return taken;
    auto extended = extendLock(duration);
    if (extended || m_key)
        return extended;
    // It had run out, or the amp has restarted.
    if (auto taken = takeLock(); !taken)
        return taken;
    return extendLock(duration);
}

Result<void> ReferenceFirmware::takeLock()
{
    for (int tries = 1;; ++tries) {
        const auto reply = tellLock(m_client, firstHold, std::nullopt);
        if (reply) {
            m_key = reply->key;
            return {};
        }
        if (!isLost(reply) || tries >= mostTries)
            return std::unexpected(reply.error());
        if (auto free = awaitLockEnd(); !free)
            return free;
    }
}

/// The answer was lost, and with it perhaps the key to a lock that is ours.
Result<void> ReferenceFirmware::awaitLockEnd()
{
    const auto lock = ask<gap::LockReadReply>(m_client, gap::Command::Lock, gap::LockRead{});
    if (!lock)
        return std::unexpected(lock.error());
    if (!lock->held)
        return {};
    if (lock->milliseconds > firstHold)
        return failure(Errc::Locked, SENTENCE("error", "Another program holds the lock on the amp."), {},
                       SENTENCE("error", "Wait until it is done, or end it."));
    return m_client.listen(m_client.transport().clock().in(std::chrono::milliseconds(lock->milliseconds)));
}

/// Extending does no harm when it is done twice.
Result<void> ReferenceFirmware::extendLock(std::chrono::milliseconds duration)
{
    for (int tries = 1;; ++tries) {
        const auto reply = tellLock(m_client, heldFor(duration), m_key);
        if (reply)
            return {};
        if (isLost(reply) && tries < mostTries)
            continue;
        if (!isLost(reply) && isNoHolder())
            m_key.reset();
        return std::unexpected(reply.error());
    }
}

/// A lock that is not ours any more has nothing to be released.
Result<void> ReferenceFirmware::letOthersWrite()
{
    const AtEnd afterwards(m_afterwards);
    for (int tries = 1; m_key; ++tries) {
        const auto reply = tellLock(m_client, 0, m_key);
        const bool gone = reply || (!isLost(reply) && isNoHolder());
        if (gone)
            m_key.reset();
        else if (!isLost(reply) || tries >= mostTries)
            return std::unexpected(reply.error());
    }
    return {};
}

} // namespace gainstage::reference
