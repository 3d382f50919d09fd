// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/content.h"

#include <algorithm>

namespace gainstage::firmware {

Content initialContent(const ModelDefinition &model)
{
    Content content;
    for (std::size_t i = 0; i < model.settings.size(); ++i)
        content.values[i] = model.settings[i].initial;
    if (model.equalizer != nullptr)
        std::copy(model.equalizer->initial.begin(), model.equalizer->initial.end(), content.equalizer.bands.begin());
    return content;
}

bool isAllowed(const SettingDefinition &setting, std::int64_t value)
{
    switch (setting.kind) {
    case Kind::Switch: return value == 0 || value == 1;
    case Kind::Range: return Limits{setting.min, setting.max, setting.step}.allows(value);
    case Kind::Choice: break;
    }
    return std::any_of(setting.choices.begin(), setting.choices.end(), [value](const ChoiceDefinition &choice) { return choice.value == value; });
}

bool isAllowed(const EqualizerDefinition &equalizer, const BandSetting &band)
{
    return std::find(equalizer.types.begin(), equalizer.types.end(), band.type) != equalizer.types.end() && equalizer.hertz.allows(band.hertz) &&
           equalizer.centiDecibel.allows(band.centiDecibel) && equalizer.milliQ.allows(band.milliQ);
}

bool sameInFlash(const ModelDefinition &model, const Content &a, const Content &b)
{
    for (std::size_t i = 0; i < model.settings.size(); ++i) {
        if (model.settings[i].has(Stored) && a.values[i] != b.values[i])
            return false;
    }
    return a.equalizer == b.equalizer;
}

void copyStored(const ModelDefinition &model, const Content &from, Content &into)
{
    for (std::size_t i = 0; i < model.settings.size(); ++i) {
        if (model.settings[i].has(Stored))
            into.values[i] = from.values[i];
    }
    into.equalizer = from.equalizer;
}

std::int32_t valueOf(const ModelDefinition &model, const Content &content, Role role, std::int32_t otherwise)
{
    const std::size_t index = model.indexOfRole(role);
    return index < model.settings.size() ? content.values[index] : otherwise;
}

} // namespace gainstage::firmware
