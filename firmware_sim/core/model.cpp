// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/model.h"

#include <algorithm>

namespace gainstage::firmware {

std::size_t ModelDefinition::indexOfRole(Role role) const
{
    const auto found = std::find_if(settings.begin(), settings.end(), [role](const SettingDefinition &setting) { return setting.role == role; });
    return static_cast<std::size_t>(found - settings.begin());
}

std::size_t ModelDefinition::indexOfId(std::uint64_t id) const
{
    const auto found = std::find_if(settings.begin(), settings.end(), [id](const SettingDefinition &setting) { return setting.id == id; });
    return static_cast<std::size_t>(found - settings.begin());
}

const OutputDefinition *ModelDefinition::output(std::int32_t id) const
{
    const auto found = std::find_if(outputs.begin(), outputs.end(), [id](const OutputDefinition &definition) { return definition.id == id; });
    return found == outputs.end() ? nullptr : &*found;
}

bool ModelDefinition::hasFeature(Feature feature) const
{
    return std::find(features.begin(), features.end(), feature) != features.end();
}

} // namespace gainstage::firmware
