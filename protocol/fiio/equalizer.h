// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"
#include "protocol/fiio/model.h"

#include <cstdint>
#include <optional>

namespace gainstage::fiio {

inline constexpr std::uint16_t kLeastFrequencyHertz = 20, kMostFrequencyHertz = 20000;
inline constexpr std::uint16_t kLeastQHundredths = 25, kMostQHundredths = 800;
inline constexpr std::size_t kBandSize = 8; ///< bytes

struct Band {
    std::uint8_t index = 0; ///< from 0
    std::int16_t gainDeciDecibels = 0;
    std::uint16_t frequencyHertz = 1000;
    std::uint16_t qHundredths = 71; ///< the amp's own Q: see wireQ()
    FilterType type = FilterType::Peak;
    friend bool operator==(const Band &, const Band &) = default;
};

/// The eight bytes of a band. Errc::OutOfRange for what the model does not take.
Result<Bytes> encodeBand(Model model, const Band &band);
/// Errc::BadFrame for a type nobody knows or a band the model does not have. Gain, frequency and Q are taken as they come.
Result<Band> decodeBand(Model model, BytesView data);

/// The two bytes of the gain before the equalizer, within the limits of a band's gain. A JA11 has only the second byte. Errc::OutOfRange.
Result<Bytes> encodeGlobalGain(Model model, std::int16_t gainDeciDecibels);
Result<std::int16_t> decodeGlobalGain(Model model, BytesView data);

/// How a model means the Q of a peak.
enum class QMeaning : std::uint8_t {
    WithGain, ///< measured: its bandwidth is that of the cookbook's Q divided by 10^(|gain in dB| / 40)
    Cookbook, ///< taken for the cookbook's own: nobody measured another
};
QMeaning qMeaningOf(Model model);

/// The Q to send so that the band has the shape that the audio EQ cookbook gives `cookbookQ`; within the limits above. Shelves have the cookbook's Q everywhere.
std::uint16_t wireQ(Model model, FilterType type, double cookbookQ, std::int16_t gainDeciDecibels);
/// The cookbook's Q of a band as it is read.
double cookbookQ(Model model, const Band &band);

} // namespace gainstage::fiio
