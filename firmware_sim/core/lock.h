// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/secret.h"
#include "firmware_sim/core/timer.h"

namespace gainstage::firmware {

/// The lock that lets one client alone change things, until its time has passed (protocol/README.md, 5.9).
class Lock {
public:
    static constexpr std::uint32_t kLongestMs = 600000;

    bool isHeld() const { return m_time.isRunning(); }
    /// Whether a request with this key has to stay outside.
    bool refuses(const std::optional<CborString> &key) const { return isHeld() && !matches(m_key, key); }
    bool isHeldBy(const std::optional<CborString> &key) const { return isHeld() && matches(m_key, key); }

    void take(const Secret &key) { m_key = key; }
    void runFor(std::uint32_t now, std::uint32_t milliseconds) { m_time.start(now, milliseconds); }
    void release() { m_time.stop(); }
    const Secret &key() const { return m_key; }

    /// Whether its time has passed; if so it is free.
    bool expire(std::uint32_t now) { return m_time.expire(now); }
    std::uint32_t remaining(std::uint32_t now) const { return m_time.remaining(now); }

private:
    Timer m_time;
    Secret m_key{};
};

} // namespace gainstage::firmware
