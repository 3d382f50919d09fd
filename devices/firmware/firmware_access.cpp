// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/firmware_access.h"

#include <algorithm>

namespace gainstage {
namespace {

const SlotImage *imageThatRuns(const SlotImages &images, bool active)
{
    const auto found = std::ranges::find(images, active, &SlotImage::active);
    return found == images.end() ? nullptr : &*found;
}

} // namespace

const SlotImage *runningImage(const SlotImages &images)
{
    return imageThatRuns(images, true);
}

const SlotImage *otherImage(const SlotImages &images)
{
    return imageThatRuns(images, false);
}

} // namespace gainstage
