// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/smp/framing.h"
#include "protocol/smp/packet.h"
#include "protocol/transport/transport.h"

#include <functional>
#include <memory>

namespace gainstage::smp {

/// How long answers may take and how often reads are tried.
struct Timing {
    Duration answer = std::chrono::milliseconds(1000);
    int readAttempts = 3;
};

/// The client's end of SMP on one wire: requests matched by sequence number, deadlines, events handed on.
/// Late and foreign answers are dropped; a read is tried again after silence, a write never.
/// Blocking, for one thread. Borrowed transport must outlive the client.
class Client {
public:
    Client(Transport &transport, std::unique_ptr<Framing> framing, Timing timing = {});
    ~Client();

    /// The payload of the answer to a read. Errc::Timeout after all attempts, Errc::Refused with the SMP error in `lastRefusal()`, and what the transport says.
    Result<QCborMap> read(Group group, std::uint8_t command, const QCborMap &request);
    /// The same for a write, which is sent exactly once. Errc::Timeout means: not known whether it was carried out.
    Result<QCborMap> write(Group group, std::uint8_t command, const QCborMap &request);
    /// As write(), with its own time for the answer (erase, store).
    Result<QCborMap> write(Group group, std::uint8_t command, const QCborMap &request, Duration answer);

    /// The SMP error behind the last Errc::Refused.
    const Refusal &lastRefusal() const;

    /// Several writes under way at once: sends up to `window` requests ahead and hands each answer to `answered` in the order of the requests.
    /// `next` gives the next request or nullopt; `answered` returns false to stop sending (what is under way is awaited). For uploads.
    Result<void> pipeline(Group group, std::uint8_t command, int window, const std::function<std::optional<QCborMap>()> &next,
                          const std::function<bool(const Result<QCborMap> &)> &answered, Duration answer);

    /// Takes packets until the deadline and hands on events; returns without error at the deadline. Errc::Disconnected, Errc::Cancelled.
    Result<void> listen(Deadline deadline);
    /// Called with each event packet (sequence 0 from a user group), on the thread that is in a call of this client.
    void onEvent(std::function<void(const Packet &)> handler);

    /// The largest packet that the amp takes; 256 until told otherwise (group 0 command 6).
    void setPacketLimit(std::size_t bytes);

    Transport &transport();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gainstage::smp
