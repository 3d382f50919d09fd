// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/equalizer_dump.h"

#include "protocol/topping/command.h"

#include <limits>

namespace gainstage::topping {
namespace {

constexpr std::size_t nameWords = 4;
constexpr std::size_t leftSwitch = 4;
constexpr std::size_t rightSwitch = 6;
constexpr std::size_t leftBands = 8;
constexpr std::size_t rightBands = 41;
constexpr std::size_t bandWords = 3;

std::unexpected<Error> nonsense(std::int32_t value)
{
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent a value that makes no sense (%1)."), {std::to_string(value)});
}

std::optional<FilterType> typeOf(std::uint8_t code)
{
    switch (static_cast<FilterType>(code)) {
    case FilterType::Peak:
    case FilterType::LowShelf:
    case FilterType::HighShelf: return static_cast<FilterType>(code);
    }
    return std::nullopt;
}

/// `switchAt`: where the switch of the preamp stands, with its factor behind it.
Result<DumpChannel> decodeChannel(std::span<const std::int32_t> records, std::size_t switchAt, std::size_t bandsAt)
{
    const std::int32_t on = records[switchAt];
    const std::int32_t factor = records[switchAt + 1];
    if (on < 0 || on > 1)
        return nonsense(on);
    if (factor < 0)
        return nonsense(factor);
    DumpChannel channel{on == 1, factor, {}};
    for (std::size_t i = 0; i < kDumpBands; ++i) {
        const auto band = decodeDumpBand(records.subspan(bandsAt + i * bandWords).first<bandWords>());
        if (!band)
            return std::unexpected(band.error());
        channel.bands[i] = *band;
    }
    return channel;
}

} // namespace

Result<Bytes> dumpRequest(Model model)
{
    switch (model) {
    case Model::Dx5Ii: return write(framingOf(model), WriteCommand::dx5EqualizerDump, 0);
    case Model::Dx1Ii: return readRequest(framingOf(model), ReadCommand::dx1EqualizerDump);
    case Model::D90IiiDiscrete: break;
    }
    return failure(Errc::Unsupported, SENTENCE("error", "The amp does not support this."));
}

Gathering dumpGathering()
{
    return {ReadCommand::dx1EqualizerDump.number(), 0, kDumpRecords, kDumpRecords};
}

Result<EqualizerDump> decodeDump(std::span<const std::int32_t> records)
{
    if (records.size() != kDumpRecords)
        return failure(Errc::BadFrame, SENTENCE("error", "A message of %1 parts has the wrong length."), {std::to_string(records.size())});
    auto name = textIn(records.first(nameWords));
    if (!name) // the last word held a number in one reading
        name = textIn(records.first(nameWords - 1));
    if (!name)
        return std::unexpected(name.error());
    const auto left = decodeChannel(records, leftSwitch, leftBands);
    if (!left)
        return std::unexpected(left.error());
    const auto right = decodeChannel(records, rightSwitch, rightBands);
    if (!right)
        return std::unexpected(right.error());
    return EqualizerDump{*std::move(name), *left, *right};
}

Result<DumpBand> decodeDumpBand(std::span<const std::int32_t, 3> words)
{
    const auto packed = static_cast<std::uint32_t>(words[0]);
    if ((packed & 0xffU) > 1 || packed >> 24U != 0)
        return nonsense(words[0]);
    if (words[1] < 0 || words[1] > std::numeric_limits<std::uint16_t>::max())
        return nonsense(words[1]);
    if (words[2] < 0)
        return nonsense(words[2]);
    return DumpBand{(packed & 0xffU) == 1, typeOf(static_cast<std::uint8_t>(packed >> 8U)), static_cast<std::int8_t>(packed >> 16U),
                    static_cast<std::uint16_t>(words[1]), words[2]};
}

Result<std::string> textIn(std::span<const std::int32_t> words)
{
    std::string text;
    for (const std::int32_t word : words) {
        for (const unsigned shift : {0U, 8U, 16U, 24U}) {
            const auto c = static_cast<char>(static_cast<std::uint32_t>(word) >> shift);
            if (c == '\0')
                return text;
            if (c < ' ' || c > '~')
                return nonsense(word);
            text += c;
        }
    }
    return text;
}

} // namespace gainstage::topping
