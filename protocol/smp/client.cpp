// SPDX-License-Identifier: Apache-2.0
#include "protocol/smp/client.h"

#include "protocol/smp/cbor.h"
#include "protocol/smp/refusal.h"

#include <algorithm>
#include <deque>

namespace gainstage::smp {
namespace {

constexpr std::size_t leastPacketLimit = 256;       // what every amp takes (protocol/README.md, 2.3)
constexpr std::size_t mostPacketLimit = 0xffff - 2; // console framing counts packet and CRC in 16 bits

/// Sequence numbers are eight bits: more under way could not be told apart.
constexpr int widestWindow = 128;

/// How many reads of what has already arrived are allowed after a deadline.
constexpr int mostReadsPastDeadline = 64;

const char *const readAgain = SENTENCE("error", "Read the amp's state before trying again.");

/// A request under way, and its answer once it has come.
struct Exchange {
    std::uint8_t sequence = 0;
    Operation reply = Operation::ReadReply;
    Group group = 0;
    std::uint8_t command = 0;
    std::optional<Result<QCborMap>> answer;
};

bool answers(const Packet &packet, const Exchange &exchange)
{
    return packet.sequence == exchange.sequence && packet.operation == exchange.reply && packet.group == exchange.group &&
           packet.command == exchange.command;
}

bool isEvent(const Packet &packet)
{
    return packet.sequence == 0 && packet.group >= kFirstUserGroup && packet.operation == Operation::ReadReply;
}

Operation replyTo(Operation operation)
{
    return operation == Operation::Read ? Operation::ReadReply : Operation::WriteReply;
}

std::string milliseconds(Duration duration)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(duration).count());
}

std::unexpected<Error> silentAfterWrite(Duration answer)
{
    return failure(Errc::NotVerified, SENTENCE("error", "The amp did not confirm the change within %1 ms; whether it was carried out is not known."),
                   {milliseconds(answer)}, readAgain);
}

std::unexpected<Error> unreadableAfterWrite()
{
    return failure(Errc::NotVerified, SENTENCE("error", "The amp's answer to the change is unreadable; whether it was carried out is not known."), {},
                   readAgain);
}

std::unexpected<Error> silentAfterRead(int attempts, Duration answer)
{
    return failure(Errc::Timeout, SENTENCE("error", "The amp did not answer (attempts: %1, %2 ms each)."),
                   {std::to_string(attempts), milliseconds(answer)}, SENTENCE("error", "Check the cable and that the amp is switched on."));
}

} // namespace

struct Client::Private {
    Transport &transport;
    std::unique_ptr<Framing> framing;
    Timing timing;
    std::function<void(const Packet &)> handler;
    std::size_t limit = leastPacketLimit;
    std::uint8_t lastSequence = 0;
    Refusal refusal;
    std::deque<Exchange> underWay; ///< in the order of sending

    Result<void> send(Operation operation, Group group, std::uint8_t command, const QCborMap &request);
    Result<void> writeToWire(BytesView packet);
    Result<void> receive(Deadline deadline);
    void sort(BytesView bytes);
    void settle(Exchange &exchange, BytesView payload);
    template <typename Done>
    Result<void> receiveUntil(Deadline deadline, Done done);
    bool hasAnyAnswer() const;
    Result<Result<QCborMap>> awaitOldest(Duration answer);
    Result<Result<QCborMap>> awaitConfirmation(Duration answer);
    Result<QCborMap> readOnce(Group group, std::uint8_t command, const QCborMap &request, Duration answer);
    Result<bool> fill(Group group, std::uint8_t command, int window, const std::function<std::optional<QCborMap>()> &next);
    Result<void> runPipeline(Group group, std::uint8_t command, int window, const std::function<std::optional<QCborMap>()> &next,
                             const std::function<bool(const Result<QCborMap> &)> &answered, Duration answer);
};

Result<void> Client::Private::send(Operation operation, Group group, std::uint8_t command, const QCborMap &request)
{
    lastSequence = lastSequence == 255 ? std::uint8_t{1} : static_cast<std::uint8_t>(lastSequence + 1);
    const Bytes packet = encode(Packet{operation, 1, group, lastSequence, command, request});
    if (packet.size() > limit)
        return failure(Errc::OutOfRange, SENTENCE("error", "The request is too large for the amp (%1 bytes, at most %2)."),
                       {std::to_string(packet.size()), std::to_string(limit)});
    underWay.push_back(Exchange{lastSequence, replyTo(operation), group, command, std::nullopt});
    auto sent = writeToWire(packet);
    if (!sent)
        underWay.pop_back();
    return sent;
}

Result<void> Client::Private::writeToWire(BytesView packet)
{
    for (const Bytes &part : framing->frame(packet)) {
        if (auto written = transport.write(part); !written)
            return written;
    }
    return {};
}

/// Takes what the transport has next, and hands on all packets in it.
Result<void> Client::Private::receive(Deadline deadline)
{
    auto data = transport.read(deadline);
    if (!data)
        return std::unexpected(data.error());
    framing->take(*data, transport.clock().now());
    while (const auto packet = framing->next())
        sort(*packet);
    return {};
}

/// An answer goes to its exchange, an event to the handler; a late, repeated or foreign packet is nobody's.
void Client::Private::sort(BytesView bytes)
{
    const auto header = decodeHeader(bytes);
    if (!header)
        return;
    if (isEvent(*header)) {
        const auto event = decode(bytes);
        if (event && handler)
            handler(*event);
        return;
    }
    const auto exchange = std::ranges::find_if(underWay, [&](const Exchange &candidate) { return answers(*header, candidate); });
    if (exchange != underWay.end() && !exchange->answer)
        settle(*exchange, bytes.subspan(kHeaderSize));
}

void Client::Private::settle(Exchange &exchange, BytesView payload)
{
    exchange.answer = decodeMap(payload);
    if (!*exchange.answer)
        return;
    if (const auto refused = refusalIn(**exchange.answer)) {
        refusal = *refused;
        exchange.answer = std::unexpected(errorOf(*refused));
    }
}

/// Receives until `done`. What is there already at the deadline is still looked at, but a wire that never falls silent does not hold us.
template <typename Done>
Result<void> Client::Private::receiveUntil(Deadline deadline, Done done)
{
    for (int late = 0; !done();) {
        if (auto received = receive(deadline); !received)
            return received;
        if (transport.clock().now() >= deadline && ++late > mostReadsPastDeadline && !done())
            return failure(Errc::Timeout, SENTENCE("error", "The amp did not answer in time."));
    }
    return {};
}

/// An amp answers in the order of the requests: once a later one is answered, those before it will not be.
bool Client::Private::hasAnyAnswer() const
{
    return std::ranges::any_of(underWay, [](const Exchange &exchange) { return exchange.answer.has_value(); });
}

/// The answer to the oldest exchange under way, which then is no longer. The outer error is the transport's, Errc::Timeout at the deadline or where the
/// amp has passed it over.
Result<Result<QCborMap>> Client::Private::awaitOldest(Duration answer)
{
    const auto received = receiveUntil(transport.clock().in(answer), [this] { return hasAnyAnswer(); });
    const Exchange oldest = std::move(underWay.front());
    underWay.pop_front();
    if (!received)
        return std::unexpected(received.error());
    if (!oldest.answer)
        return failure(Errc::Timeout, SENTENCE("error", "The amp did not answer in time."));
    return *oldest.answer;
}

/// As awaitOldest() for a write: silence and an unreadable answer are answers, too, namely that nothing is known.
Result<Result<QCborMap>> Client::Private::awaitConfirmation(Duration answer)
{
    const Instant began = transport.clock().now();
    auto outcome = awaitOldest(answer);
    if (!outcome && outcome.error().code == Errc::Timeout)
        return Result<QCborMap>(silentAfterWrite(std::min(answer, Duration(transport.clock().now() - began))));
    if (outcome && !*outcome && outcome->error().code == Errc::BadFrame)
        return Result<QCborMap>(unreadableAfterWrite());
    return outcome;
}

Result<QCborMap> Client::Private::readOnce(Group group, std::uint8_t command, const QCborMap &request, Duration answer)
{
    if (auto sent = send(Operation::Read, group, command, request); !sent)
        return std::unexpected(sent.error());
    auto outcome = awaitOldest(answer);
    if (!outcome)
        return std::unexpected(outcome.error());
    return *std::move(outcome);
}

/// Sends until `window` requests are under way; false when there are no more.
Result<bool> Client::Private::fill(Group group, std::uint8_t command, int window, const std::function<std::optional<QCborMap>()> &next)
{
    while (std::ssize(underWay) < window) {
        const auto request = next();
        if (!request)
            return false;
        if (auto sent = send(Operation::Write, group, command, *request); !sent)
            return std::unexpected(sent.error());
    }
    return true;
}

Result<void> Client::Private::runPipeline(Group group, std::uint8_t command, int window, const std::function<std::optional<QCborMap>()> &next,
                                          const std::function<bool(const Result<QCborMap> &)> &answered, Duration answer)
{
    bool sending = true;
    while (true) {
        if (sending) {
            const auto more = fill(group, command, window, next);
            if (!more)
                return std::unexpected(more.error());
            sending = *more;
        }
        if (underWay.empty())
            return {};
        const auto outcome = awaitConfirmation(answer);
        if (!outcome)
            return std::unexpected(outcome.error());
        if (!answered(*outcome))
            sending = false;
    }
}

Client::Client(Transport &transport, std::unique_ptr<Framing> framing, Timing timing)
    : d(new Private{transport, std::move(framing), timing, {}, leastPacketLimit, 0, {}, {}})
{}

Client::~Client() = default;

Result<QCborMap> Client::read(Group group, std::uint8_t command, const QCborMap &request)
{
    return read(group, command, request, d->timing.answer);
}

Result<QCborMap> Client::read(Group group, std::uint8_t command, const QCborMap &request, Duration answer)
{
    const int attempts = std::max(1, d->timing.readAttempts);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto reply = d->readOnce(group, command, request, answer);
        if (reply || reply.error().code != Errc::Timeout)
            return reply;
    }
    return silentAfterRead(attempts, answer);
}

Result<QCborMap> Client::write(Group group, std::uint8_t command, const QCborMap &request)
{
    return write(group, command, request, d->timing.answer);
}

Result<QCborMap> Client::write(Group group, std::uint8_t command, const QCborMap &request, Duration answer)
{
    if (auto sent = d->send(Operation::Write, group, command, request); !sent)
        return std::unexpected(sent.error());
    auto outcome = d->awaitConfirmation(answer);
    if (!outcome)
        return std::unexpected(outcome.error());
    return *std::move(outcome);
}

const Refusal &Client::lastRefusal() const
{
    return d->refusal;
}

Result<void> Client::pipeline(Group group, std::uint8_t command, int window, const std::function<std::optional<QCborMap>()> &next,
                              const std::function<bool(const Result<QCborMap> &)> &answered, Duration answer)
{
    const auto outcome = d->runPipeline(group, command, std::clamp(window, 1, widestWindow), next, answered, answer);
    d->underWay.clear();
    return outcome;
}

Result<void> Client::listen(Deadline deadline)
{
    auto received = d->receiveUntil(deadline, [] { return false; });
    return received.error().code == Errc::Timeout ? Result<void>() : received;
}

void Client::onEvent(std::function<void(const Packet &)> handler)
{
    d->handler = std::move(handler);
}

void Client::setPacketLimit(std::size_t bytes)
{
    d->limit = std::clamp(bytes, leastPacketLimit, mostPacketLimit);
}

std::size_t Client::packetLimit() const
{
    return d->limit;
}

std::size_t Client::fullPacket() const
{
    return d->framing->fullPacket(d->limit);
}

Transport &Client::transport()
{
    return d->transport;
}

} // namespace gainstage::smp
