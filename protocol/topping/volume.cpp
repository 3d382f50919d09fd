// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/volume.h"

namespace gainstage::topping {
namespace {

constexpr std::int32_t halvesFromDeciDecibels = -100;

std::int32_t deciDecibelsOf(VolumeStep step)
{
    return step == VolumeStep::OneDecibel ? 10 : 5;
}

std::unexpected<Error> outOfRange(std::int32_t value)
{
    return failure(Errc::OutOfRange, SENTENCE("error", "The amp does not take the value %1."), {std::to_string(value)});
}

std::unexpected<Error> nonsense(std::int32_t value)
{
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent a value that makes no sense (%1)."), {std::to_string(value)});
}

bool isLevel(std::int32_t levelDeciDecibels)
{
    return levelDeciDecibels >= kSoftestDeciDecibels && levelDeciDecibels <= 0;
}

} // namespace

Result<std::int32_t> attenuationSteps(std::int32_t levelDeciDecibels, VolumeStep step)
{
    if (!isLevel(levelDeciDecibels) || levelDeciDecibels % deciDecibelsOf(step) != 0)
        return outOfRange(levelDeciDecibels);
    return -levelDeciDecibels / deciDecibelsOf(step);
}

Result<std::int32_t> levelOfSteps(std::int32_t steps, VolumeStep step)
{
    if (steps < 0 || steps > -kSoftestDeciDecibels / deciDecibelsOf(step))
        return nonsense(steps);
    return -steps * deciDecibelsOf(step);
}

Result<std::int32_t> rawVolume(std::int32_t levelDeciDecibels)
{
    const std::int32_t grid = levelDeciDecibels > halvesFromDeciDecibels ? 5 : 10;
    if (!isLevel(levelDeciDecibels) || levelDeciDecibels % grid != 0)
        return outOfRange(levelDeciDecibels);
    return levelDeciDecibels - kSoftestDeciDecibels;
}

Result<std::int32_t> levelOfRaw(std::int32_t raw)
{
    if (raw < 0 || raw > -kSoftestDeciDecibels)
        return nonsense(raw);
    return raw + kSoftestDeciDecibels;
}

} // namespace gainstage::topping
