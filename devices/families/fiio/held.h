// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/equalizer.h"
#include "protocol/fiio/experimental.h"
#include "protocol/fiio/messages.h"

#include <bitset>
#include <optional>
#include <vector>

namespace gainstage::fiio {

/// What an amp holds, as it says it.
struct Held {
    std::uint8_t preset = 0;
    std::uint8_t bandCount = 0;
    std::int16_t gainDeciDecibels = 0; ///< before the bands
    std::vector<Band> bands;           ///< all of the model
    bool switchedOn = true;            ///< always where the model has no switch
    std::optional<std::uint8_t> volume, filter, balanceRight;
};

/// Parts of it that are read by themselves.
struct Parts {
    bool preset = false, gain = false, count = false, equalizerSwitch = false, volume = false, filter = false, balance = false;
    std::bitset<16> bands{};

    static Parts everything(Model model, bool experimental);
    /// What another preset brings.
    static Parts equalizer(Model model);
};

bool hasSwitch(Model model);
/// Nothing where the model has no such preset.
std::optional<PresetKind> kindOf(Model model, std::uint8_t preset);
/// Whether something is left of the equalizer: its switch, and whether the preset is the one that is off.
bool isOn(Model model, const Held &held);

gainstage::Equalizer equalizerOf(Model model, const Held &held);
Band wireBand(const gainstage::Band &band, std::uint8_t index);
gainstage::FilterType typeOf(FilterType type);

/// Read back, some models tell a little else than they were told, though they hold it: what was written if this is only that.
std::int16_t asWritten(Model model, std::int16_t told, std::optional<std::int16_t> written);
Band asWritten(Model model, const Band &told, const std::optional<Band> &written);

} // namespace gainstage::fiio
