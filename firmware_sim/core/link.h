// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/console_framing.h"
#include "firmware_sim/core/firmware.h"
#include "firmware_sim/core/hid_framing.h"
#include "firmware_sim/core/timer.h"

namespace gainstage::firmware {

/// The meters that one client has asked for.
struct MeterLease {
    std::uint32_t everyMs = 0, leaseMs = 0;
    Timer every, lease;

    void end()
    {
        every.stop();
        lease.stop();
    }
    /// The client has sent something: it is still there.
    void renew(std::uint32_t now)
    {
        if (lease.isRunning())
            lease.start(now, leaseMs);
    }
};

/// One wire with the client at its end.
class Link {
public:
    void open(Framing framing, std::uint8_t number, std::size_t largestPacket);
    /// Forgets the packet under way and all that the client had asked for.
    void reset();
    bool isConsole() const { return m_framing == Framing::Console; }
    std::uint8_t number() const { return m_number; }

    /// Calls `arrived(arrival)` for each packet in `data`, and for each that does not fit; it lies in packet().
    template <typename Arrived>
    void take(std::span<const std::uint8_t> data, std::uint32_t now, Arrived arrived)
    {
        if (!isConsole()) {
            report(m_hid.take(data, now, m_buffer), arrived);
            return;
        }
        for (const std::uint8_t byte : data)
            report(m_console.take(byte, m_buffer), arrived);
    }
    std::span<const std::uint8_t> packet() const { return m_buffer.content(); }
    void send(Hardware &hardware, std::span<const std::uint8_t> packet);
    /// A line of log text; on a serial line only.
    void print(Hardware &hardware, std::string_view text);

    bool subscribed = false; ///< has read hello
    MeterLease meters;

private:
    template <typename Arrived>
    static void report(Arrival arrival, Arrived &arrived)
    {
        if (arrival != Arrival::None)
            arrived(arrival);
    }

    Framing m_framing = Framing::Console;
    std::uint8_t m_number = 0;
    ReceiveBuffer m_buffer;
    ConsoleReceiver m_console;
    HidReceiver m_hid;
    std::uint8_t m_counter = 0; ///< of the HID reports that go out
};

} // namespace gainstage::firmware
