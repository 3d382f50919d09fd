// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/update_way.h"

namespace gainstage::firmware_update {
namespace {

/// Marked for the next start; or what a restart brings back, which is a way only for who wants to go back: an install does not end the trial
/// of an image that somebody else tries out.
bool isDue(const SlotImage &running, const SlotImage &other, Kind kind)
{
    return other.pending || (kind == Kind::GoBack && !running.confirmed);
}

bool wasToRun(const Record &record)
{
    return record.stage >= Stage::Reset && record.stage <= Stage::Confirm;
}

} // namespace

Way wayOf(const SlotImages &images, const Record &record, bool begun)
{
    const SlotImage &running = *runningImage(images);
    if (running.hash == record.image)
        return running.confirmed ? Way::Runs : Way::OnTrial;
    const SlotImage *other = otherImage(images);
    const bool isThere = other != nullptr && other->hash == record.image;
    if (isThere && isDue(running, *other, record.kind))
        return Way::StartDue;
    if (begun && wasToRun(record) && running.hash == record.before)
        return Way::GaveUp;
    return isThere && other->bootable ? Way::InSlot : Way::Absent;
}

} // namespace gainstage::firmware_update
