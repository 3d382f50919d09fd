// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace gainstage::sim {

/// Where the relays of gain and output stand.
struct RelayPosition {
    std::int32_t gainCentiDecibel = 0;
    std::uint8_t output = 0;
    friend bool operator==(const RelayPosition &, const RelayPosition &) = default;
};

/// The relays of an amp. While they move their contacts bounce between where they were and where they go.
class Relays {
public:
    /// `settle`: microseconds that a movement takes.
    explicit Relays(std::int64_t settle) : m_settle(settle), m_positions(1) {}

    /// Puts them in place without a movement that is heard: before the outputs are opened at power-on.
    void place(RelayPosition position);
    /// Returns whether something moves.
    bool moveTo(RelayPosition position, std::int64_t now);
    /// Ends a movement that is over.
    void advanceTo(std::int64_t now);

    bool isMoving() const { return m_positions.size() > 1; }
    std::int64_t settlesAt() const { return m_settlesAt; }
    /// Where they are going, or stand.
    RelayPosition position() const { return m_positions.back(); }
    /// All that take part in the movement, the new one last.
    const std::vector<RelayPosition> &positions() const { return m_positions; }

private:
    std::int64_t m_settle;
    std::int64_t m_settlesAt = 0;
    std::vector<RelayPosition> m_positions;
};

} // namespace gainstage::sim
