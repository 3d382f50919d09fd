// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/simulated_amp.h"

#include <deque>
#include <utility>

namespace gainstage::test {

/// One thing that goes wrong with one frame (a report on HID, a line on serial) of an exchange with a simulated amp, over as many transports as the
/// exchange takes. Afterwards everything goes well.
class FrameFault {
public:
    enum class Kind : std::uint8_t {
        None,     ///< only counts
        Cut,      ///< the cable goes out, the frame with it
        Late,     ///< it and what follows come after an ordinary answer's time
        Delay,    ///< … after the longest time-out
        Repeat,   ///< comes twice
        Truncate, ///< the second half is lost; on HID it is zeros
        Flip,     ///< one bit is turned
        Drop,     ///< is lost
    };
    enum class Direction : std::uint8_t { ToAmp, FromAmp };
    struct Plan {
        Kind kind = Kind::None;
        Direction direction = Direction::ToAmp;
        std::size_t number = 0; ///< of the frame, from 1
        std::size_t bit = 0;    ///< Flip: modulo the frame's
    };

    FrameFault(sim::SimulatedAmp &simulated, sim::LinkKind link, Plan plan) : m_simulated(simulated), m_link(link), m_plan(plan) {}

    std::unique_ptr<Transport> around(std::unique_ptr<Transport> inner) { return std::make_unique<Wire>(*this, std::move(inner)); }
    /// Frames are counted from now on.
    void start() { m_counting = true; }
    std::size_t count(Direction direction) const { return m_counts[static_cast<std::size_t>(direction)]; }
    bool hasHappened() const { return m_cutAt || m_happened; }
    /// For the one who waits for the amp: the cable is back after three seconds.
    void plugWhenDue()
    {
        if (m_cutAt && m_simulated.clock().now() - *m_cutAt >= std::chrono::seconds(3))
            m_simulated.plug();
    }

private:
    struct Frame {
        Bytes bytes;
        Instant due{};
    };
    using Frames = std::deque<Frame>;

    bool isHit(Direction direction)
    {
        if (!m_counting)
            return false;
        const bool hit = ++m_counts[static_cast<std::size_t>(direction)] == m_plan.number && direction == m_plan.direction;
        m_happened = m_happened || (hit && m_plan.kind != Kind::None);
        return hit && m_plan.kind != Kind::None;
    }
    /// What becomes of a frame: it is put behind what already waits, as often and as it is.
    void pass(Direction direction, Bytes frame, Frames &waiting)
    {
        Instant due = waiting.empty() ? Instant{} : waiting.back().due;
        if (isHit(direction)) {
            switch (m_plan.kind) {
            case Kind::Cut: cut(); return;
            case Kind::Drop: return;
            case Kind::Late: due = m_simulated.clock().in(std::chrono::milliseconds(1200)); break;
            case Kind::Delay: due = m_simulated.clock().in(std::chrono::seconds(41)); break;
            case Kind::Repeat: waiting.push_back({frame, due}); break;
            case Kind::Truncate: truncate(frame); break;
            case Kind::Flip: frame[m_plan.bit / 8 % frame.size()] ^= static_cast<std::uint8_t>(1U << m_plan.bit % 8); break;
            case Kind::None: break;
            }
        }
        waiting.push_back({std::move(frame), due});
    }
    void cut()
    {
        m_simulated.unplug();
        m_cutAt = m_simulated.clock().now();
    }
    void truncate(Bytes &frame) const
    {
        const std::size_t size = frame.size();
        frame.resize(size / 2);
        if (m_link == sim::LinkKind::Hid)
            frame.resize(size);
    }

    class Wire final : public Transport {
    public:
        Wire(FrameFault &fault, std::unique_ptr<Transport> inner) : m_fault(fault), m_inner(std::move(inner)) {}

        Result<void> write(BytesView data) override
        {
            split(data, m_written, Direction::ToAmp, m_toAmp);
            return sendDue();
        }
        Result<Bytes> read(Deadline deadline) override
        {
            while (true) {
                if (auto sent = sendDue(); !sent)
                    return std::unexpected(sent.error());
                if (!m_fromAmp.empty() && m_fromAmp.front().due <= clock().now())
                    return take();
                auto bytes = m_inner->read(std::min(deadline, nextDue()));
                if (bytes)
                    split(*bytes, m_read, Direction::FromAmp, m_fromAmp);
                else if (bytes.error().code != Errc::Timeout || clock().now() >= deadline)
                    return bytes;
            }
        }
        void onReadable(std::function<void()> wake) override { m_inner->onReadable(std::move(wake)); }
        const Clock &clock() const override { return m_inner->clock(); }

    private:
        /// A report is a frame; on a serial line the newline ends one.
        void split(BytesView data, Bytes &begun, Direction direction, Frames &frames)
        {
            if (m_fault.m_link == sim::LinkKind::Hid)
                return m_fault.pass(direction, Bytes(data.begin(), data.end()), frames);
            for (const std::uint8_t byte : data) {
                begun.push_back(byte);
                if (byte == '\n')
                    m_fault.pass(direction, std::exchange(begun, {}), frames);
            }
        }
        Result<void> sendDue()
        {
            while (!m_toAmp.empty() && m_toAmp.front().due <= clock().now()) {
                const Bytes frame = std::move(m_toAmp.front().bytes);
                m_toAmp.pop_front();
                if (auto sent = m_inner->write(frame); !sent)
                    return sent;
            }
            return {};
        }
        Bytes take()
        {
            Bytes bytes = std::move(m_fromAmp.front().bytes);
            m_fromAmp.pop_front();
            return bytes;
        }
        Instant nextDue() const
        {
            Instant due = Instant::max();
            for (const Frames *frames : {&m_toAmp, &m_fromAmp})
                if (!frames->empty())
                    due = std::min(due, frames->front().due);
            return due;
        }

        FrameFault &m_fault;
        std::unique_ptr<Transport> m_inner;
        Bytes m_written, m_read; ///< of a line under way
        Frames m_toAmp, m_fromAmp;
    };

    sim::SimulatedAmp &m_simulated;
    const sim::LinkKind m_link;
    const Plan m_plan;
    std::array<std::size_t, 2> m_counts{};
    bool m_counting = false, m_happened = false;
    std::optional<Instant> m_cutAt;
};

} // namespace gainstage::test
