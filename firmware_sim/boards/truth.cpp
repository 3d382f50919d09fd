// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/truth.h"

#include "firmware_sim/core/cbor_reader.h"
#include "firmware_sim/core/hid_framing.h"
#include "firmware_sim/core/packet.h"

#include <algorithm>
#include <array>

namespace gainstage::sim {
namespace {

using firmware::CborItems;
using firmware::CborMap;

constexpr std::uint16_t kAmpGroup = 64;
constexpr std::uint8_t kState = 2, kEqualizer = 3;
constexpr std::uint8_t kFirst = 0x40, kLast = 0x80, kLength = 0x3f;

/// A read without arguments in one report.
std::array<std::uint8_t, firmware::kHidReport> readRequest(std::uint8_t command)
{
    std::array<std::uint8_t, firmware::kHidReport> report{};
    const std::span packet = std::span(report).subspan(2, firmware::kHeaderSize + 1);
    firmware::writeHeader(packet, {.operation = firmware::Read, .version = 1, .length = 1, .group = kAmpGroup, .sequence = 1, .command = command});
    packet[firmware::kHeaderSize] = 0xa0; // an empty map
    report[0] = static_cast<std::uint8_t>(kFirst | kLast | packet.size());
    return report;
}

std::vector<std::uint8_t> packetIn(std::span<const std::uint8_t> reports)
{
    std::vector<std::uint8_t> packet;
    for (; reports.size() >= firmware::kHidReport; reports = reports.subspan(firmware::kHidReport)) {
        const auto payload = reports.subspan(2, std::min<std::size_t>(reports[0] & kLength, firmware::kHidReport - 2));
        packet.insert(packet.end(), payload.begin(), payload.end());
    }
    return packet;
}

std::vector<std::uint8_t> answerTo(std::uint8_t command, const ReportExchange &exchange)
{
    std::vector<std::uint8_t> packet = packetIn(exchange(readRequest(command)));
    if (packet.size() < firmware::kHeaderSize)
        return {};
    packet.erase(packet.begin(), packet.begin() + firmware::kHeaderSize);
    return packet;
}

std::int64_t integerIn(const CborMap &map, std::string_view key)
{
    const auto value = map.find(key);
    return value ? value->asInteger().value_or(0) : 0;
}

bool flagIn(const CborMap &map, std::string_view key)
{
    const auto value = map.find(key);
    return value && value->asBoolean().value_or(false);
}

void readValues(const CborMap &values, Truth &truth)
{
    CborItems items = values.items();
    while (const auto id = items.next()) {
        const auto value = items.next();
        if (value && id->asInteger())
            truth.values[*id->asInteger()] = value->asInteger().value_or(0);
    }
}

firmware::BandSetting readBand(CborItems numbers)
{
    std::array<std::int32_t, 5> fields{};
    for (std::int32_t &field : fields)
        if (const auto number = numbers.next())
            field = static_cast<std::int32_t>(number->asInteger().value_or(0));
    return {.type = static_cast<std::uint8_t>(fields[0]), .on = fields[4] != 0, .hertz = fields[1], .centiDecibel = fields[2], .milliQ = fields[3]};
}

void readEqualizer(const CborMap &map, Truth &truth)
{
    const auto found = map.find("bands");
    auto bands = found ? found->asArray() : std::nullopt;
    if (!bands)
        return;
    truth.hasEqualizer = true;
    truth.equalizerOn = flagIn(map, "on");
    truth.preamp = static_cast<std::int32_t>(integerIn(map, "pre"));
    while (const auto band = bands->next())
        if (const auto numbers = band->asArray())
            truth.bands.push_back(readBand(*numbers));
}

} // namespace

std::optional<Truth> readTruth(const ReportExchange &exchange)
{
    const std::vector<std::uint8_t> state = answerTo(kState, exchange);
    const auto map = firmware::parseCborMap(state);
    const auto values = map ? map->find("values") : std::nullopt;
    if (!values || !values->asMap())
        return std::nullopt;
    Truth truth;
    truth.revision = static_cast<std::uint32_t>(integerIn(*map, "rev"));
    truth.dirty = flagIn(*map, "dirty");
    readValues(*values->asMap(), truth);
    const std::vector<std::uint8_t> equalizer = answerTo(kEqualizer, exchange);
    if (const auto answer = firmware::parseCborMap(equalizer))
        readEqualizer(*answer, truth);
    return truth;
}

} // namespace gainstage::sim
