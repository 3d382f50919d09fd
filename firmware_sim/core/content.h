// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/model.h"

namespace gainstage::firmware {

struct Equalizer {
    bool on = false;
    std::int32_t preamp = 0;
    std::array<BandSetting, kMaxBands> bands{};
    friend bool operator==(const Equalizer &, const Equalizer &) = default;
};

/// All that can be set: what works now, what is stored, or what a preset slot holds. Values in the order of the model's settings.
struct Content {
    std::array<std::int32_t, kMaxSettings> values{};
    Equalizer equalizer;
    friend bool operator==(const Content &, const Content &) = default;
};

/// Everything as new.
Content initialContent(const ModelDefinition &model);

bool isAllowed(const SettingDefinition &setting, std::int64_t value);
bool isAllowed(const EqualizerDefinition &equalizer, const BandSetting &band);

/// Whether two contents agree in all that goes into flash.
bool sameInFlash(const ModelDefinition &model, const Content &a, const Content &b);
/// `into` with all that goes into flash taken from `from`.
void copyStored(const ModelDefinition &model, const Content &from, Content &into);

/// The value of a role, or `otherwise` where the model has none.
std::int32_t valueOf(const ModelDefinition &model, const Content &content, Role role, std::int32_t otherwise = 0);

} // namespace gainstage::firmware
