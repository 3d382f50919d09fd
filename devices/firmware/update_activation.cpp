// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/update_stages.h"
#include "devices/firmware/update_way.h"

namespace gainstage::firmware_update {
namespace {

constexpr int kAttempts = 3;
constexpr Duration kUntilGone = std::chrono::seconds(5);

/// The amp does not take the image that it has. One that was there before may have been damaged since: it is sent once more.
Step refusedMark(Course &course, const Error &error)
{
    course.asked = false;
    if (course.order().kind == Kind::Install && !course.sent)
        return Stage::Upload;
    return course.failed(error);
}

/// Until the amp is gone. A serial line between them may stay while the amp restarts behind it.
Result<void> awaitGone(Amp &amp)
{
    const Deadline deadline = amp.clock().in(kUntilGone);
    Result<void> heard;
    do
        heard = amp.listen(deadline);
    while (!heard && heard.error().code == Errc::NotVerified && amp.clock().now() < deadline);
    return heard;
}

} // namespace

// A wish whose answer was lost is not simply sent again: the amp's slots tell whether it was heard.
Step markTest(Course &course)
{
    Error error{Errc::NotVerified, SENTENCE("error", "The amp was asked to run the new firmware next, but does not say that it will."), {}, ""};
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const auto access = course.firmware();
        if (!access)
            return course.failed(access.error());
        course.asked = true;
        const auto tested = (*access)->test(course.record.image);
        if (!tested && tested.error().code == Errc::Cancelled)
            return course.failed(tested.error());
        const auto images = course.imagesAgain(course.patience);
        if (!images)
            return course.failed(images.error());
        const Way way = wayOf(*images, course.record, false);
        if (way == Way::StartDue)
            return Stage::Reset;
        if (way == Way::Runs || way == Way::OnTrial)
            return Stage::VerifyRunning;
        if (!tested && !isLoss(tested.error().code))
            return refusedMark(course, tested.error());
        if (!tested)
            error = tested.error();
    }
    course.asked = false;
    return course.failed(error);
}

Step reset(Course &course)
{
    const auto access = course.firmware();
    if (!access)
        return course.failed(access.error());
    if (course.restarts++ == kAttempts)
        return course.failed({Errc::NotVerified,
                              SENTENCE("error", "The amp was asked to restart, but does not."),
                              {},
                              SENTENCE("error", "Switch it off and on, then go on with the update.")});
    const bool askedBefore = course.asked;
    course.asked = true;
    const auto restarted = (*access)->restart();
    if (!restarted && !isLoss(restarted.error().code)) {
        course.asked = askedBefore || restarted.error().code == Errc::Cancelled;
        return course.failed(restarted.error());
    }
    course.held = false;
    const auto heard = awaitGone(*course.line().amp());
    if (!heard && heard.error().code == Errc::Cancelled)
        return course.failed(heard.error());
    return Stage::WaitReturn;
}

Step waitReturn(Course &course)
{
    course.runs.clear();
    const auto back = course.reopen(course.patience);
    if (back)
        return Stage::VerifyRunning;
    if (back.error().code == Errc::Cancelled)
        return course.failed(back.error());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(course.patience).count();
    return course.failed({Errc::Timeout,
                          SENTENCE("error", "The amp has not come back within %1 seconds of its restart."),
                          {std::to_string(seconds)},
                          SENTENCE("error", "It may still be exchanging its firmware: leave it powered, and go on with the update later.")});
}

} // namespace gainstage::firmware_update
