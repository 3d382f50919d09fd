// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transport/clock.h"

#include <cstddef>
#include <deque>
#include <optional>

namespace gainstage::firmware_update {

/// How fast a file goes over, from what was there at which moment in the last three seconds.
class TransferRate {
public:
    /// `taken`: bytes that the amp holds.
    void add(Instant now, std::size_t taken);
    /// 0 while not known.
    double bytesPerSecond() const;
    /// For so many bytes; nothing while the rate is not known.
    std::optional<std::chrono::milliseconds> timeFor(std::size_t bytes) const;

private:
    struct Sample {
        Instant at;
        std::size_t taken;
    };
    std::deque<Sample> m_samples;
};

} // namespace gainstage::firmware_update
