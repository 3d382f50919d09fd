// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/topping/frame.h"

#include <cstdint>
#include <variant>
#include <vector>

// The equalizer, the same for all three models. README.md, "Equalizer".
namespace gainstage::topping {

enum class Model : std::uint8_t { Dx5Ii, Dx1Ii, D90IiiDiscrete };
constexpr Framing framingOf(Model model)
{
    return model == Model::Dx5Ii ? Framing::Bare : Framing::ReportId;
}

inline constexpr std::uint8_t kBands = 10; ///< that are heard; an eleventh stores values and does nothing
inline constexpr std::uint16_t kLeastFrequencyHertz = 20, kMostFrequencyHertz = 20000;
inline constexpr std::int16_t kMostGainDeciDecibels = 120;                                 ///< up and down
inline constexpr std::int32_t kLeastQTenThousandths = 1000, kMostQTenThousandths = 200000; ///< 0.1 to 20

/// Other numbers exist on the wire, but nobody has found out for sure what they are.
enum class FilterType : std::uint8_t { Peak = 1, LowShelf = 4, HighShelf = 5 };
enum class Channel : std::uint8_t { Left, Right };

struct BandPlace {
    std::uint8_t band = 0; ///< from 0 to kBands; kBands is the one without effect
    Channel channel = Channel::Left;
    friend bool operator==(const BandPlace &, const BandPlace &) = default;
};
struct BandType {
    BandPlace place;
    FilterType type = FilterType::Peak;
    friend bool operator==(const BandType &, const BandType &) = default;
};
struct BandFrequency {
    BandPlace place;
    std::uint16_t frequencyHertz = 632;
    friend bool operator==(const BandFrequency &, const BandFrequency &) = default;
};
struct BandGain {
    BandPlace place;
    std::int16_t gainDeciDecibels = 0;
    friend bool operator==(const BandGain &, const BandGain &) = default;
};
struct BandQ {
    BandPlace place;
    std::int32_t qTenThousandths = 7070;
    friend bool operator==(const BandQ &, const BandQ &) = default;
};
/// The band without effect can only be switched off.
struct BandSwitch {
    BandPlace place;
    bool on = false;
    friend bool operator==(const BandSwitch &, const BandSwitch &) = default;
};
/// The gain before the equalizer as a factor, 2^25 for 1. At most that: nobody has sent one that makes louder.
struct Preamp {
    Channel channel = Channel::Left;
    std::int32_t factorQ25 = 1 << 25;
    friend bool operator==(const Preamp &, const Preamp &) = default;
};
struct PreampSwitch {
    Channel channel = Channel::Left;
    bool on = false;
    friend bool operator==(const PreampSwitch &, const PreampSwitch &) = default;
};
/// The whole equalizer; D90 III Discrete only.
struct EqualizerSwitch {
    bool on = false;
    friend bool operator==(const EqualizerSwitch &, const EqualizerSwitch &) = default;
};
using EqualizerMessage = std::variant<BandType, BandFrequency, BandGain, BandQ, BandSwitch, Preamp, PreampSwitch, EqualizerSwitch>;

/// The bytes for the wire, in the model's framing. Errc::OutOfRange; Errc::Unsupported for a switch that the model does not have.
Result<Bytes> encode(Model model, const EqualizerMessage &message);
/// What a write, or its echo, says. Errc::BadFrame for anything else. An echo says that the amp received it, not that it applied it.
Result<EqualizerMessage> decodeEqualizer(const Frame &frame);

struct Band {
    bool on = false;
    FilterType type = FilterType::Peak;
    std::uint16_t frequencyHertz = 632;
    std::int16_t gainDeciDecibels = 0;
    std::int32_t qTenThousandths = 7070;
    friend bool operator==(const Band &, const Band &) = default;
};
/// The five messages that make a band of one channel; a default Band is an unused one as the maker's program writes it.
std::vector<EqualizerMessage> messagesOf(BandPlace place, const Band &band);

/// Decibels as a factor; Errc::OutOfRange above 0 dB and where nothing is left of the factor.
Result<std::int32_t> preampFactor(double decibels);
/// -infinity for 0, Errc::BadFrame below.
Result<double> preampDecibels(std::int32_t factorQ25);

} // namespace gainstage::topping
