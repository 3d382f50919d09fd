// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/output_block.h"

#include "protocol/topping/command.h"
#include "protocol/topping/volume.h"

#include <array>

namespace gainstage::topping {
namespace {

std::unexpected<Error> nonsense(std::int32_t value)
{
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent a value that makes no sense (%1)."), {std::to_string(value)});
}

bool bit(std::int32_t value, unsigned number)
{
    return (static_cast<std::uint32_t>(value) >> number & 1U) != 0;
}

} // namespace

Gathering outputBlockGathering()
{
    return {ReadCommand::dx1OutputBlock.number(), 1, kOutputBlockFields, kOutputBlockFields};
}

Result<OutputBlock> decodeOutputBlock(std::span<const std::int32_t> fields)
{
    if (fields.size() != kOutputBlockFields)
        return failure(Errc::BadFrame, SENTENCE("error", "A message of %1 parts has the wrong length."), {std::to_string(fields.size())});
    const std::int32_t state = fields[1];
    const unsigned route = static_cast<std::uint32_t>(state) >> 6U & 3U;
    if (route > 2)
        return nonsense(state);
    std::array<std::int32_t, 4> levels{};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto level = levelOfRaw(fields[2 + i]);
        if (!level)
            return std::unexpected(level.error());
        levels[i] = *level;
    }
    return OutputBlock{.version = fields[0],
                       .line = bit(state, 0),
                       .headphone = bit(state, 1),
                       .opticalEnabled = bit(state, 2),
                       .volumesLinked = bit(state, 4),
                       .equalizerRoute = static_cast<EqualizerRoute>(route),
                       .headphoneDeciDecibels = levels[0],
                       .lineDeciDecibels = levels[1],
                       .commonDeciDecibels = levels[2],
                       .opticalDeciDecibels = levels[3],
                       .analogMuted = bit(fields[6], 0),
                       .opticalMuted = bit(fields[6], 1)};
}

} // namespace gainstage::topping
