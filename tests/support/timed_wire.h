// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transport/transport.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>

namespace gainstage::test {

/// How long a wire is busy with what is written or read at once.
struct WireSpeed {
    Duration perWrite{};      ///< a report, whatever is in it; 0 on a stream
    Duration perByte{};       ///< of a stream
    bool writerWaits = false; ///< a write returns when it is on the wire, as a report's does; otherwise the system keeps it and sends it later
    Duration of(std::size_t bytes) const { return perWrite + perByte * bytes; }
};

/// USB full speed: one 64-byte report in a frame of 1 ms, in each direction.
inline constexpr WireSpeed kHidSpeed{.perWrite = std::chrono::milliseconds(1), .writerWaits = true};
/// A serial line, 10 bits for a byte, in each direction.
constexpr WireSpeed serialSpeed(int baud)
{
    return {.perByte = Duration(10'000'000'000LL / baud)};
}

/// A wire that takes its time, in both directions at the same time. `inner` takes none, and its clock moves while one waits in its read().
class TimedWire final : public Transport {
public:
    TimedWire(std::unique_ptr<Transport> inner, const WireSpeed &speed) : m_inner(std::move(inner)), m_speed(speed) {}

    Result<void> write(BytesView data) override
    {
        m_outFree = std::max(m_outFree, clock().now()) + m_speed.of(data.size());
        m_out.push_back({m_outFree, {data.begin(), data.end()}});
        if (!m_speed.writerWaits)
            return {};
        return passUntil(m_outFree);
    }

    Result<Bytes> read(Deadline deadline) override
    {
        while (m_in.empty() || m_in.front().at > clock().now()) {
            if (clock().now() >= deadline)
                return failure(Errc::Timeout, "");
            if (auto passed = passUntil(m_in.empty() ? deadline : std::min(deadline, m_in.front().at), true); !passed)
                return std::unexpected(passed.error());
        }
        Bytes bytes = std::move(m_in.front().bytes);
        m_in.pop_front();
        return bytes;
    }

    void onReadable(std::function<void()> wake) override { m_inner->onReadable(std::move(wake)); }
    const Clock &clock() const override { return m_inner->clock(); }

private:
    struct Underway {
        Instant at; ///< when it is through
        Bytes bytes;
    };

    /// Lets time pass and brings what is under way to its ends; with `untilNews` only until something has come from the other end.
    Result<void> passUntil(Instant end, bool untilNews = false)
    {
        while (true) {
            if (auto delivered = deliver(); !delivered)
                return delivered;
            if (clock().now() >= end)
                return {};
            auto bytes = m_inner->read(m_out.empty() ? end : std::min(end, m_out.front().at));
            if (!bytes && bytes.error().code != Errc::Timeout)
                return std::unexpected(bytes.error());
            if (bytes) {
                m_inFree = std::max(m_inFree, clock().now()) + m_speed.of(bytes->size());
                m_in.push_back({m_inFree, *std::move(bytes)});
                if (untilNews)
                    return {};
            }
        }
    }

    Result<void> deliver()
    {
        while (!m_out.empty() && m_out.front().at <= clock().now()) {
            const Bytes bytes = std::move(m_out.front().bytes);
            m_out.pop_front();
            if (auto written = m_inner->write(bytes); !written)
                return written;
        }
        return {};
    }

    std::unique_ptr<Transport> m_inner;
    WireSpeed m_speed;
    Instant m_outFree{}, m_inFree{};
    std::deque<Underway> m_out, m_in;
};

} // namespace gainstage::test
