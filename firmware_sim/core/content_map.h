// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/cbor_writer.h"
#include "firmware_sim/core/content.h"
#include "firmware_sim/core/surroundings.h"

namespace gainstage::firmware {

// Pieces of answers and events that several of them have in common.

/// {id: value, …} of the settings that `shown` is true for.
template <typename Shown>
void putValues(CborWriter &out, const ModelDefinition &model, const Content &content, Shown shown)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < model.settings.size(); ++i)
        count += shown(i) ? 1 : 0;
    out.map(count);
    for (std::size_t i = 0; i < model.settings.size(); ++i) {
        if (shown(i))
            out.number(model.settings[i].id).number(content.values[i]);
    }
}

/// The three pairs "on", "pre", "bands".
void putEqualizer(CborWriter &out, const ModelDefinition &model, const Equalizer &equalizer);

/// Number of pairs that putJack writes.
std::size_t jackPairs(const OutputDefinition &output, const JackReading &jack);
/// The pairs "out", "in" and, where it was measured, "z".
void putJack(CborWriter &out, const OutputDefinition &output, const JackReading &jack);
/// The map behind "input".
void putInput(CborWriter &out, const InputReading &input);

} // namespace gainstage::firmware
