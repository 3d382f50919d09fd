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
/// Late and foreign answers are dropped; a read is tried again after silence (each time with a new sequence number), a write never.
/// Blocking, for one thread. Borrowed transport must outlive the client.
///
/// What the amp refuses becomes an Error by errorOf() (protocol/smp/refusal.h). What the transport says (Errc::Disconnected, Errc::Cancelled …)
/// is handed through. A request larger than the packet limit is not sent: Errc::OutOfRange.
class Client {
public:
    Client(Transport &transport, std::unique_ptr<Framing> framing, Timing timing = {});
    ~Client();

    /// The payload of the answer to a read. Errc::Timeout after all attempts, Errc::BadFrame for an answer that is no sound CBOR map.
    Result<QCborMap> read(Group group, std::uint8_t command, const QCborMap &request);
    /// As read(), with its own time for the answer to each attempt.
    Result<QCborMap> read(Group group, std::uint8_t command, const QCborMap &request, Duration answer);
    /// The same for a write, which is sent exactly once. Errc::NotVerified: no readable answer came, so it is not known whether it was carried out.
    Result<QCborMap> write(Group group, std::uint8_t command, const QCborMap &request);
    /// As write(), with its own time for the answer (erase, store).
    Result<QCborMap> write(Group group, std::uint8_t command, const QCborMap &request, Duration answer);

    /// What the amp answered the last time that it refused a request; code 0 before.
    const Refusal &lastRefusal() const;

    /// Several writes under way at once: sends up to `window` requests ahead and hands each answer to `answered` in the order of the requests.
    /// `next` gives the next request or nullopt at the end; `answered` returns false to stop sending (what is under way is awaited and handed over).
    /// `answer` is the time for each answer, counted from the one before; a request that the amp passed over, as the answer to a later one shows, is not
    /// waited for. An error of the transport or too large a request ends it at once; a refusal or a missing
    /// answer (Errc::NotVerified) is for `answered` to judge. Neither function may use this client. For uploads.
    Result<void> pipeline(Group group, std::uint8_t command, int window, const std::function<std::optional<QCborMap>()> &next,
                          const std::function<bool(const Result<QCborMap> &)> &answered, Duration answer);

    /// Takes packets until the deadline and hands on events; returns without error at the deadline. Errc::Disconnected, Errc::Cancelled.
    Result<void> listen(Deadline deadline);
    /// Called with each event packet (sequence 0 from a user group), on the thread that is in a call of this client, before that call returns.
    /// The handler may not use this client.
    void onEvent(std::function<void(const Packet &)> handler);

    /// The largest packet that the amp takes, header included (group 0 command 6); 256 until told otherwise.
    void setPacketLimit(std::size_t bytes);
    std::size_t packetLimit() const;
    /// The largest packet within the limit that uses the wire to the full.
    std::size_t fullPacket() const;

    Transport &transport();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gainstage::smp
