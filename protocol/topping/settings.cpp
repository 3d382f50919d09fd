// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/settings.h"

#include "protocol/topping/command.h"
#include "protocol/topping/equalizer_dump.h"

#include <limits>
#include <utility>

namespace gainstage::topping::dx5 {
namespace {

std::unexpected<Error> nonsense(std::int32_t value)
{
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent a value that makes no sense (%1)."), {std::to_string(value)});
}

/// Takes records by their limits and remembers the first that is wrong; what is read after it never reaches anybody.
class RecordReader {
public:
    explicit RecordReader(std::span<const std::int32_t> records) : m_records(records) {}

    std::int32_t any(std::size_t record) const { return m_records[record]; }
    std::optional<std::int32_t> optional(std::size_t record) const
    {
        return record < m_records.size() ? std::optional(m_records[record]) : std::nullopt;
    }
    std::int32_t upTo(std::size_t record, std::int32_t most)
    {
        const std::int32_t value = m_records[record];
        return value >= 0 && value <= most ? value : blame(nonsense(value).error());
    }
    bool flag(std::size_t record) { return upTo(record, 1) == 1; }
    template <typename Choice>
    Choice choice(std::size_t record, Choice last)
    {
        return static_cast<Choice>(upTo(record, std::to_underlying(last)));
    }
    template <typename T>
    T take(const Result<T> &value)
    {
        if (value)
            return *value;
        blame(value.error());
        return T{};
    }
    const std::optional<Error> &error() const { return m_error; }

private:
    std::int32_t blame(const Error &error)
    {
        if (!m_error)
            m_error = error;
        return 0;
    }

    std::span<const std::int32_t> m_records;
    std::optional<Error> m_error;
};

FurtherSettings furtherIn(const RecordReader &in)
{
    return {.homePage = in.any(14),
            .theme = in.any(15),
            .powerTrigger = in.any(16),
            .lineMode = in.any(19),
            .bluetoothMode = in.any(20),
            .aptX = in.any(21),
            .remoteEnabled = in.any(22),
            .knobFunction = in.any(23),
            .uacMode = in.any(24),
            .language = in.any(26),
            .inputMode = in.any(28),
            .spdifMode = in.any(29),
            .inputMask = in.any(30),
            .outputMask = in.any(31),
            .polarity = in.any(33),
            .volumeMemory = in.any(34),
            .equalizerMemory = in.any(35),
            .crossfeedMemory = in.any(36),
            .directCurrentDetection = in.any(37),
            .levelMeterReference = in.any(38),
            .levelMeterBars = in.any(39),
            .remoteKeyA = in.any(40),
            .remoteKeyB = in.any(41),
            .crossfeedType = in.any(42),
            .crossfeedMasks = {in.any(43), in.any(44)},
            .autoScreenOff = in.optional(48),
            .dimType = in.optional(49),
            .triggerOut = in.optional(50),
            .knobDoubleFunction = in.optional(51)};
}

} // namespace

bool isBalance(std::int32_t value)
{
    return value >= -kMostBalanceDeciDecibels && value <= kMostBalanceDeciDecibels && value % 5 == 0;
}

Result<Version> decodeVersion(std::int32_t record)
{
    const unsigned major = static_cast<unsigned>(record) >> 8U & 0xfU;
    const unsigned tens = static_cast<unsigned>(record) >> 4U & 0xfU;
    const unsigned ones = static_cast<unsigned>(record) & 0xfU;
    if (major > 9 || tens > 9 || ones > 9)
        return nonsense(record);
    return Version{static_cast<std::uint8_t>(major), static_cast<std::uint8_t>(tens * 10 + ones)};
}

Result<SampleRate> decodeSampleRate(std::int32_t record)
{
    constexpr std::array<std::uint32_t, 17> rates{0,      44100,  48000,   88200,   96000,    176400,   192000,   352800,  384000,
                                                  705600, 768000, 2822400, 5644800, 11289600, 22579200, 45158400, 49152000};
    constexpr std::int32_t leastHertz = 8000;
    constexpr std::uint32_t mostOfPcm = 768000;
    const bool isIndex = record >= 0 && static_cast<std::size_t>(record) < rates.size();
    if (!isIndex && record < leastHertz)
        return nonsense(record);
    const std::uint32_t hertz = isIndex ? rates[static_cast<std::size_t>(record)] : static_cast<std::uint32_t>(record);
    return SampleRate{hertz, hertz > mostOfPcm};
}

Gathering settingsGathering()
{
    return {ReadCommand::dx5Settings.number(), 0, kLeastRecords, std::numeric_limits<std::uint8_t>::max()};
}

Result<Settings> decodeSettings(std::span<const std::int32_t> records)
{
    if (records.size() < kLeastRecords)
        return failure(Errc::BadFrame, SENTENCE("error", "A message of %1 parts has the wrong length."), {std::to_string(records.size())});
    RecordReader in(records);
    Settings settings;
    settings.powered = in.flag(0);
    settings.name = in.take(textIn(records.subspan(1, 8)));
    settings.volumeStep = in.choice(32, VolumeStep::OneDecibel);
    settings.levelDeciDecibels = in.take(levelOfSteps(in.any(9), settings.volumeStep));
    settings.muted = in.flag(10);
    settings.input = in.choice(11, Source::Bluetooth);
    settings.output = in.choice(12, Sink::LineBalanced);
    settings.highGain = in.flag(13);
    settings.balanceDeciDecibels = in.take(isBalance(in.any(17)) ? Result<std::int32_t>(in.any(17)) : nonsense(in.any(17)));
    settings.filter = static_cast<std::uint8_t>(in.upTo(18, kFilters - 1) + 1);
    settings.brightness = in.choice(25, Brightness::High);
    settings.sampleRate = in.take(decodeSampleRate(in.any(27)));
    settings.firmware = {in.take(decodeVersion(in.any(45))), in.take(decodeVersion(in.any(46)))};
    settings.otherRevision = in.take(decodeVersion(in.any(47)));
    settings.further = furtherIn(in);
    if (in.error())
        return std::unexpected(*in.error());
    return settings;
}

} // namespace gainstage::topping::dx5
