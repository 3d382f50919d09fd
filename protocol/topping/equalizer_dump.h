// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/topping/equalizer.h"
#include "protocol/topping/gathering.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace gainstage::topping {

inline constexpr std::uint8_t kDumpRecords = 78;
inline constexpr std::size_t kDumpBands = 11; ///< of a channel

/// Errc::Unsupported on a D90 III Discrete, where nobody has read the equalizer.
Result<Bytes> dumpRequest(Model model);
/// For the frames of a dump. An amp may send several in a row: a DX1 II one for each of its three slots.
Gathering dumpGathering();

struct DumpBand {
    bool on = false;
    std::optional<FilterType> type; ///< nullopt: one that nobody has found out
    std::int16_t gainDeciDecibels = 0;
    std::uint16_t frequencyHertz = 0;
    std::int32_t qTenThousandths = 0;
    friend bool operator==(const DumpBand &, const DumpBand &) = default;
};
struct DumpChannel {
    bool preampOn = false;
    std::int32_t preampFactorQ25 = 0;
    std::array<DumpBand, kDumpBands> bands{};
    friend bool operator==(const DumpChannel &, const DumpChannel &) = default;
};
/// What the equalizer holds.
struct EqualizerDump {
    std::string name; ///< ASCII
    DumpChannel left, right;
    friend bool operator==(const EqualizerDump &, const EqualizerDump &) = default;
};
/// From a complete set of kDumpRecords values. Errc::BadFrame.
Result<EqualizerDump> decodeDump(std::span<const std::int32_t> records);

/// The three words of a band: switch, type and gain; frequency; Q. Errc::BadFrame.
Result<DumpBand> decodeDumpBand(std::span<const std::int32_t, 3> words);

/// Text in words whose bytes are the wrong way round, up to the first zero byte. Errc::BadFrame where it is not printable ASCII.
Result<std::string> textIn(std::span<const std::int32_t> words);

} // namespace gainstage::topping
