// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainstage::sim::fiio {

/// Over which bytes a model computes the checksum of what it says.
enum class Checksum : std::uint8_t { Frame, IdAndFrame, WithoutHead, Zero };

enum class PresetKind : std::uint8_t { Factory, User, Off };
struct PresetRow {
    std::uint8_t id;
    PresetKind kind;
};

/// How one model behaves on its wire.
struct ModelRow {
    std::string_view name; ///< as --model takes it
    const char *maker, *product;
    std::uint16_t productId;
    std::uint8_t reportId;
    std::size_t payload; ///< bytes of a report behind its id, both ways
    std::uint8_t bands;
    Checksum checksum;
    std::int64_t pace; ///< microseconds between two packets; one that comes sooner is lost
    std::span<const PresetRow> presets;
    bool counts = false;         ///< its messages, in byte 3
    bool echoes = false;         ///< a set is repeated, now and then twice, with the Q as the amp rounds it
    bool leavesOnStore = false;  ///< and comes back on the bus a moment later
    bool shortGain = false;      ///< the gain before the equalizer is a zero and one signed byte; negative ones are told a tenth too high
    bool narrowsPeaks = false;   ///< the Q of a peak is the cookbook's times 10^(|gain| / 40)
    bool switches = false;       ///< command 1a does something
    bool names = false;          ///< presets of the user have names
    bool tellsFirmware = false;  ///< answers 0b
    std::uint8_t mostVolume = 0; ///< in its own steps
};

std::span<const ModelRow> models();
const ModelRow &modelNamed(std::string_view name);
const PresetRow *presetOf(const ModelRow &model, std::uint8_t id);
/// Which of the user's presets this is, from 0.
std::uint8_t userSlotOf(const ModelRow &model, std::uint8_t id);
/// A vendor page with one output and one input report of the model's id.
std::vector<std::uint8_t> descriptorOf(const ModelRow &model);

} // namespace gainstage::sim::fiio
