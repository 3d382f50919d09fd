// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/quiet_steps.h"

#include "devices/eq/preamp.h"

#include <algorithm>
#include <cmath>

namespace gainstage::topping_family {
namespace {

using topping::BandPlace;
using topping::Channel;
using topping::DumpBand;
using topping::DumpChannel;
using Messages = std::vector<topping::EqualizerMessage>;

/// More moments than these are not reckoned through but made in silence.
constexpr std::size_t mostMoments = 12;
constexpr std::int32_t leastFactor = 1; // 150 dB down
constexpr Frequency usualRate{48000.0};

/// What becomes of the bands of a channel, and what they are at each moment that is heard on the way, both ends included.
struct BandSteps {
    Messages messages;
    std::vector<DumpChannel> moments;
};

void append(Messages &to, const Messages &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

topping::Band writable(const DumpBand &band)
{
    return {band.on, band.type.value_or(topping::FilterType::Peak), band.frequencyHertz, band.gainDeciDecibels, band.qTenThousandths};
}

/// The messages of a band whose switch stays, for the numbers that differ.
Messages differences(BandPlace place, const DumpBand &held, const DumpBand &wanted)
{
    Messages messages;
    if (held.type != wanted.type)
        messages.push_back(topping::BandType{place, writable(wanted).type});
    if (held.frequencyHertz != wanted.frequencyHertz)
        messages.push_back(topping::BandFrequency{place, wanted.frequencyHertz});
    if (held.gainDeciDecibels != wanted.gainDeciDecibels)
        messages.push_back(topping::BandGain{place, wanted.gainDeciDecibels});
    if (milliQOf(held) != milliQOf(wanted))
        messages.push_back(topping::BandQ{place, wanted.qTenThousandths});
    return messages;
}

/// The numbers of a band are changed while it is off, if it is off at one end.
Messages bandMessages(BandPlace place, const DumpBand &held, const DumpBand &wanted)
{
    Messages messages = differences(place, held, wanted);
    if (held.on && !wanted.on)
        messages.insert(messages.begin(), topping::BandSwitch{place, false});
    if (!held.on && wanted.on)
        messages.emplace_back(topping::BandSwitch{place, true});
    return messages;
}

BandSteps bandSteps(Channel which, const DumpChannel &held, const DumpChannel &wanted)
{
    BandSteps steps{{}, {held}};
    HeldEqualizer now{held, held};
    DumpChannel &channel = which == Channel::Left ? now.left : now.right;
    for (std::uint8_t i = 0; i < topping::kBands; ++i) {
        for (const auto &message : bandMessages({i, which}, held.bands.at(i), wanted.bands.at(i))) {
            const bool wasOn = channel.bands.at(i).on;
            put(now, message);
            steps.messages.push_back(message);
            if (wasOn || channel.bands.at(i).on)
                steps.moments.push_back(channel);
        }
    }
    if (held.bands.at(topping::kBands).on) // so that nothing old stays in the band that is not heard
        steps.messages.emplace_back(topping::BandSwitch{{topping::kBands, which}, false});
    return steps;
}

/// The bands alone, as an equalizer. What is off may be anything.
std::optional<Equalizer> bandsOf(const DumpChannel &channel)
{
    DumpChannel bands = channel;
    bands.preampOn = false;
    for (DumpBand &band : bands.bands) {
        if (!band.on)
            band = {false, topping::FilterType::Peak, 0, topping::kLeastFrequencyHertz, topping::kLeastQTenThousandths};
    }
    return meaningOf(bands);
}

/// The loudest point at all, beyond what is heard included.
std::optional<double> loudest(const DumpChannel &channel)
{
    const auto bands = bandsOf(channel);
    const auto point = bands ? eq::loudestPoint(*bands, equalizerLimits()) : std::nullopt;
    return point ? std::optional(point->value) : std::nullopt;
}

/// What is surely heard at least: nothing may become louder than an end of the way only because that has its loudest point where nobody hears it.
std::optional<double> heard(const DumpChannel &channel)
{
    const auto bands = bandsOf(channel);
    const auto active = bands ? eq::activeFilters(*bands, eq::conventionOf(equalizerLimits()), usualRate) : failure(Errc::OutOfRange, "");
    if (!active)
        return std::nullopt;
    const auto response = eq::Response::of(active->filters, usualRate);
    if (!response)
        return std::nullopt;
    static const std::vector<Frequency> audible = eq::logarithmicGrid(Frequency{20.0}, Frequency{20000.0}, 500);
    return std::ranges::max(response->magnitudes(audible)).value;
}

std::optional<double> decibelsOf(const DumpChannel &channel)
{
    const auto preamp = preampOf(channel);
    return preamp ? std::optional(*preamp / 100.0) : std::nullopt;
}

/// Where the preamp stands while the bands change, in decibels; nullopt: at nothing.
std::optional<double> dip(const BandSteps &steps, const DumpChannel &held, const DumpChannel &wanted)
{
    const auto before = decibelsOf(held), after = decibelsOf(wanted);
    const auto first = heard(steps.moments.front()), last = heard(steps.moments.back());
    if (!before || !after || !first || !last || steps.moments.size() > mostMoments)
        return std::nullopt;
    double low = std::min(*before, *after);
    const double allowed = std::max(*first + *before, *last + *after);
    for (std::size_t i = 1; i + 1 < steps.moments.size(); ++i) {
        const auto point = loudest(steps.moments[i]);
        if (!point)
            return std::nullopt;
        low = std::min(low, allowed - *point);
    }
    return std::floor(low * 100.0 + 1e-6) / 100.0; // to what can be written, downwards
}

Messages preampMessages(Channel which, const DumpChannel &held, const DumpChannel &wanted)
{
    Messages messages;
    if (held.preampOn && !wanted.preampOn)
        return {topping::Preamp{which, wanted.preampFactorQ25}, topping::PreampSwitch{which, false}};
    const bool same = preampOf({true, held.preampFactorQ25, {}}) == preampOf({true, wanted.preampFactorQ25, {}});
    if (!same)
        messages.emplace_back(topping::Preamp{which, wanted.preampFactorQ25});
    if (!held.preampOn && wanted.preampOn)
        messages.emplace_back(topping::PreampSwitch{which, true});
    return messages;
}

QuietSteps channelSteps(Channel which, const DumpChannel &held, const DumpChannel &wanted)
{
    const BandSteps steps = bandSteps(which, held, wanted);
    const auto low = dip(steps, held, wanted);
    DumpChannel lowered = held;
    if (!low || *low < decibelsOf(held).value_or(0.0)) {
        lowered.preampOn = true;
        lowered.preampFactorQ25 = low ? topping::preampFactor(*low).value_or(leastFactor) : leastFactor;
    }
    return {preampMessages(which, held, lowered), steps.messages, preampMessages(which, lowered, wanted)};
}

/// Everything, as if nothing of what is there were right.
QuietSteps wholeSteps(Channel which, const DumpChannel &wanted)
{
    QuietSteps steps{{topping::Preamp{which, leastFactor}, topping::PreampSwitch{which, true}}, {}, {}};
    for (std::uint8_t i = 0; i < topping::kBands; ++i)
        append(steps.bands, topping::messagesOf({i, which}, writable(wanted.bands.at(i))));
    steps.bands.emplace_back(topping::BandSwitch{{topping::kBands, which}, false});
    steps.raise = {topping::Preamp{which, wanted.preampFactorQ25}, topping::PreampSwitch{which, wanted.preampOn}};
    return steps;
}

} // namespace

std::vector<topping::EqualizerMessage> QuietSteps::all() const
{
    Messages messages = lower;
    append(messages, bands);
    append(messages, raise);
    return messages;
}

QuietSteps quietSteps(const std::optional<HeldEqualizer> &held, const DumpChannel &wanted)
{
    QuietSteps both = held ? channelSteps(Channel::Left, held->left, wanted) : wholeSteps(Channel::Left, wanted);
    const QuietSteps right = held ? channelSteps(Channel::Right, held->right, wanted) : wholeSteps(Channel::Right, wanted);
    append(both.lower, right.lower);
    append(both.bands, right.bands);
    append(both.raise, right.raise);
    return both;
}

} // namespace gainstage::topping_family
