// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/equalizer.h"

#include "protocol/topping/command.h"

#include <cmath>
#include <limits>
#include <utility>

namespace gainstage::topping {
namespace {

constexpr std::uint8_t fieldsOfChannel = 5;
constexpr std::int32_t unity = 1 << 25;

enum class Field : std::uint8_t { Type = 1, Frequency, Gain, Q, On };

std::unexpected<Error> outOfRange(std::int32_t value)
{
    return failure(Errc::OutOfRange, SENTENCE("error", "The amp does not take the value %1."), {std::to_string(value)});
}

bool isType(std::int32_t code)
{
    return code == 1 || code == 4 || code == 5;
}

/// The command and value of each message, once both are in order.
struct Encoder {
    Model model;

    Result<Bytes> operator()(const BandType &message) const
    {
        const std::uint8_t code = std::to_underlying(message.type);
        return field(message.place, Field::Type, code, isType(code));
    }
    Result<Bytes> operator()(const BandFrequency &message) const
    {
        const std::uint16_t hertz = message.frequencyHertz;
        return field(message.place, Field::Frequency, hertz, hertz >= kLeastFrequencyHertz && hertz <= kMostFrequencyHertz);
    }
    Result<Bytes> operator()(const BandGain &message) const
    {
        const std::int16_t gain = message.gainDeciDecibels;
        return field(message.place, Field::Gain, gain, gain >= -kMostGainDeciDecibels && gain <= kMostGainDeciDecibels);
    }
    Result<Bytes> operator()(const BandQ &message) const
    {
        const std::int32_t q = message.qTenThousandths;
        return field(message.place, Field::Q, q, q >= kLeastQTenThousandths && q <= kMostQTenThousandths);
    }
    Result<Bytes> operator()(const BandSwitch &message) const
    {
        return field(message.place, Field::On, message.on ? 1 : 0, !message.on || message.place.band < kBands);
    }
    Result<Bytes> operator()(Preamp message) const
    {
        if (message.factorQ25 < 1 || message.factorQ25 > unity)
            return outOfRange(message.factorQ25);
        return write(framingOf(model), WriteCommand::ofPreamp(message.channel == Channel::Left ? 1 : 3), message.factorQ25);
    }
    Result<Bytes> operator()(PreampSwitch message) const
    {
        return write(framingOf(model), WriteCommand::ofPreamp(message.channel == Channel::Left ? 2 : 4), message.on ? 1 : 0);
    }
    Result<Bytes> operator()(EqualizerSwitch message) const
    {
        if (model != Model::D90IiiDiscrete)
            return failure(Errc::Unsupported, SENTENCE("error", "The amp does not support this."));
        return write(framingOf(model), WriteCommand::d90EqualizerSwitch, message.on ? 1 : 0);
    }

    Result<Bytes> field(BandPlace place, Field field, std::int32_t value, bool fits) const
    {
        if (place.band >= kBandRegisters)
            return outOfRange(place.band);
        if (!fits)
            return outOfRange(value);
        const int sub = std::to_underlying(field) + (place.channel == Channel::Right ? fieldsOfChannel : 0);
        return write(framingOf(model), WriteCommand::ofBand(place.band, static_cast<std::uint8_t>(sub)), value);
    }
};

std::unexpected<Error> nonsense(std::int32_t value)
{
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent a value that makes no sense (%1)."), {std::to_string(value)});
}

bool within(std::int32_t value, std::int32_t least, std::int32_t most)
{
    return value >= least && value <= most;
}

/// Values that only limits of ours refuse are taken as they come.
Result<EqualizerMessage> bandMessage(BandPlace place, Field field, std::int32_t value)
{
    using Limits = std::numeric_limits<std::int16_t>;
    switch (field) {
    case Field::Type:
        if (isType(value))
            return BandType{place, static_cast<FilterType>(value)};
        break;
    case Field::Frequency:
        if (within(value, 0, std::numeric_limits<std::uint16_t>::max()))
            return BandFrequency{place, static_cast<std::uint16_t>(value)};
        break;
    case Field::Gain:
        if (within(value, Limits::min(), Limits::max()))
            return BandGain{place, static_cast<std::int16_t>(value)};
        break;
    case Field::Q:
        if (value >= 0)
            return BandQ{place, value};
        break;
    case Field::On:
        if (within(value, 0, 1))
            return BandSwitch{place, value == 1};
        break;
    }
    return nonsense(value);
}

Result<EqualizerMessage> preampMessage(std::uint8_t sub, std::int32_t value)
{
    const Channel channel = sub <= 2 ? Channel::Left : Channel::Right;
    if (sub % 2 == 1)
        return value >= 0 ? Result<EqualizerMessage>(Preamp{channel, value}) : nonsense(value);
    return within(value, 0, 1) ? Result<EqualizerMessage>(PreampSwitch{channel, value == 1}) : nonsense(value);
}

} // namespace

Result<Bytes> encode(Model model, const EqualizerMessage &message)
{
    return std::visit(Encoder{model}, message);
}

Result<EqualizerMessage> decodeEqualizer(const Frame &frame)
{
    const int band = (frame.command >> 8U) - (WriteCommand::ofBand(0, 1).number() >> 8U);
    const auto sub = static_cast<std::uint8_t>(frame.command & 0xffU);
    const bool written = frame.kind == Kind::Write && frame.count == 1 && frame.index == 1;
    if (written && band >= 0 && band < kBandRegisters && sub >= 1 && sub <= 2 * fieldsOfChannel) {
        const bool left = sub <= fieldsOfChannel;
        const auto field = static_cast<Field>(left ? sub : sub - fieldsOfChannel);
        return bandMessage({static_cast<std::uint8_t>(band), left ? Channel::Left : Channel::Right}, field, frame.value);
    }
    if (written && frame.command >= WriteCommand::ofPreamp(1).number() && frame.command <= WriteCommand::ofPreamp(4).number())
        return preampMessage(sub, frame.value);
    if (written && frame.command == WriteCommand::d90EqualizerSwitch.number() && within(frame.value, 0, 1))
        return EqualizerSwitch{frame.value == 1};
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent something else than what was asked for (%1)."), {std::to_string(frame.command)});
}

std::vector<EqualizerMessage> messagesOf(BandPlace place, const Band &band)
{
    return {BandType{place, band.type}, BandFrequency{place, band.frequencyHertz}, BandGain{place, band.gainDeciDecibels},
            BandQ{place, band.qTenThousandths}, BandSwitch{place, band.on}};
}

Result<std::int32_t> preampFactor(double decibels)
{
    const double factor = std::round(std::pow(10.0, decibels / 20.0) * unity);
    if (!(factor >= 1) || factor > unity)
        return failure(Errc::OutOfRange, SENTENCE("error", "The amp does not take the value %1."), {std::to_string(decibels)});
    return static_cast<std::int32_t>(factor);
}

Result<double> preampDecibels(std::int32_t factorQ25)
{
    if (factorQ25 < 0)
        return nonsense(factorQ25);
    return 20.0 * std::log10(factorQ25 / static_cast<double>(unity));
}

} // namespace gainstage::topping
