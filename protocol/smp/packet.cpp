// SPDX-License-Identifier: Apache-2.0
#include "protocol/smp/packet.h"

#include "protocol/smp/cbor.h"

#include <QCborValue>

namespace gainstage::smp {
namespace {

constexpr std::uint8_t newestVersion = 1;
constexpr std::uint8_t operationBits = 0x07;
constexpr std::uint8_t versionBits = 0x03;

std::uint16_t bigEndian(BytesView bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8U | bytes[at + 1]);
}

void append(Bytes &bytes, std::size_t number)
{
    bytes.push_back(static_cast<std::uint8_t>(number >> 8U));
    bytes.push_back(static_cast<std::uint8_t>(number));
}

std::optional<std::uint32_t> numberIn(const QCborValue &value)
{
    const qint64 number = value.toInteger(-1);
    if (!value.isInteger() || number < 0 || number > 0xffffffffLL)
        return std::nullopt;
    return static_cast<std::uint32_t>(number);
}

std::optional<Refusal> ofGroup(const QCborMap &error)
{
    const auto group = numberIn(error.value(QLatin1String("group")));
    const auto code = numberIn(error.value(QLatin1String("rc")));
    if (!group || !code || *group > 0xffff || *code == 0)
        return std::nullopt;
    return Refusal{static_cast<Group>(*group), *code, numberIn(error.value(QLatin1String("id")))};
}

} // namespace

Bytes encode(const Packet &packet)
{
    const Bytes payload = encodeMap(packet.payload);
    Bytes bytes;
    bytes.reserve(kHeaderSize + payload.size());
    bytes.push_back(static_cast<std::uint8_t>(static_cast<unsigned>(packet.operation) | (packet.version & versionBits) << 3U));
    bytes.push_back(0);
    append(bytes, payload.size());
    append(bytes, packet.group);
    bytes.push_back(packet.sequence);
    bytes.push_back(packet.command);
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    return bytes;
}

Result<Packet> decodeHeader(BytesView bytes)
{
    if (bytes.size() < kHeaderSize)
        return failure(Errc::BadFrame, SENTENCE("error", "A packet of %1 bytes is too short."), {std::to_string(bytes.size())});
    const unsigned operation = bytes[0] & operationBits;
    const unsigned version = bytes[0] >> 3U & versionBits;
    const std::size_t length = bigEndian(bytes, 2);
    if (operation > static_cast<unsigned>(Operation::WriteReply) || version > newestVersion)
        return failure(Errc::BadFrame, SENTENCE("error", "A packet begins with the unknown operation or version %1."), {toHex(bytes.first(1))});
    if (length + kHeaderSize != bytes.size())
        return failure(Errc::BadFrame, SENTENCE("error", "A packet announces %1 bytes of content and has %2."),
                       {std::to_string(length), std::to_string(bytes.size() - kHeaderSize)});
    return Packet{static_cast<Operation>(operation), static_cast<std::uint8_t>(version), bigEndian(bytes, 4), bytes[6], bytes[7], {}};
}

Result<Packet> decode(BytesView bytes)
{
    auto packet = decodeHeader(bytes);
    if (!packet)
        return packet;
    auto payload = decodeMap(bytes.subspan(kHeaderSize));
    if (!payload)
        return std::unexpected(payload.error());
    packet->payload = *std::move(payload);
    return packet;
}

std::optional<Refusal> refusalIn(const QCborMap &payload)
{
    const QCborValue error = payload.value(QLatin1String("err"));
    if (error.isMap())
        return ofGroup(error.toMap());
    const auto code = numberIn(payload.value(QLatin1String("rc")));
    return code && *code != 0 ? std::optional(Refusal{0, *code, std::nullopt}) : std::nullopt;
}

} // namespace gainstage::smp
