// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/faults/faults.h"

#include <deque>
#include <random>
#include <span>
#include <vector>

namespace gainstage::sim {

/// One direction of a link, with its faults. The same seed and the same bytes give the same faults. Order is kept: what is delayed holds up what
/// follows.
class FaultyLane {
public:
    /// What faults hit: single bytes of a serial line, or whole reports.
    enum class Grain : std::uint8_t { Byte, Report };
    /// Beyond so much waiting, what comes is lost.
    static constexpr std::size_t kMostWaiting = 1 << 20;

    /// `seed` is used unless the faults bring their own; `direction` tells the two lanes of a link apart.
    FaultyLane(Grain grain, std::uint32_t seed, std::uint32_t direction) : m_grain(grain), m_seed(seed), m_direction(direction) { set({}); }

    /// From now on; what is under way stays. Also counts for `cut` from here.
    void set(const Faults &faults);
    void push(std::span<const std::uint8_t> data, std::int64_t now);
    /// What has come through: a piece of the stream, or one report. Empty when there is nothing.
    std::vector<std::uint8_t> take(std::int64_t now);
    /// When take() will have something.
    std::optional<std::int64_t> nextDue() const;
    /// Forgets what is under way.
    void clear();

private:
    struct Piece {
        std::int64_t due;
        std::vector<std::uint8_t> bytes;
    };
    void pushUnit(std::span<const std::uint8_t> unit, std::int64_t now);
    bool happens(double probability);
    bool isCut(std::size_t size);
    void flipOneBit(std::vector<std::uint8_t> &unit);
    void enqueue(std::span<const std::uint8_t> unit, std::int64_t due);

    Grain m_grain;
    std::uint32_t m_seed, m_direction;
    Faults m_faults;
    std::mt19937 m_random;
    std::uint64_t m_passed = 0; ///< bytes since set()
    std::size_t m_waiting = 0;
    std::deque<Piece> m_pieces;
};

} // namespace gainstage::sim
