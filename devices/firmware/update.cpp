// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/update.h"

#include "devices/firmware/update_stages.h"

namespace gainstage::firmware_update {
namespace {

Step perform(Course &course, Stage stage)
{
    switch (stage) {
    case Stage::Verify: return verify(course);
    case Stage::Query: return query(course);
    case Stage::Upload: return upload(course);
    case Stage::CheckUploaded: return checkUploaded(course);
    case Stage::MarkTest: return markTest(course);
    case Stage::Reset: return reset(course);
    case Stage::WaitReturn: return waitReturn(course);
    case Stage::VerifyRunning: return verifyRunning(course);
    case Stage::Confirm: return confirm(course);
    default: break;
    }
    return course.failed({Errc::Internal, SENTENCE("error", "The update does not know how to go on."), {}, ""});
}

Stage lastStage(Ending ending)
{
    switch (ending) {
    case Ending::NotChanged:
    case Ending::Unfinished: return Stage::Failed;
    case Ending::RolledBack: return Stage::RolledBack;
    default: return Stage::Done;
    }
}

/// Leaves the amp open where it is there, and for others to write.
void leave(Course &course, const End &end)
{
    if (end.why && end.why->code == Errc::Cancelled && !course.isCancelled())
        return; // the program ends
    if (course.line().amp() == nullptr || (end.why && isLoss(end.why->code))) {
        course.line().close();
        static_cast<void>(course.line().open());
    } else if (const auto access = course.firmware(); access && course.held) {
        static_cast<void>((*access)->letOthersWrite());
    }
}

Outcome finish(Course &course, Stage stage, const End &end)
{
    leave(course, end);
    const Stage last = lastStage(end.ending);
    course.tell({.stage = last, .remaining = std::nullopt, .canCancel = false});
    // Where the amp could not be brought back to the firmware before, why it should be is still worth knowing.
    if (course.givenUp && end.ending != Ending::RolledBack)
        course.remarks.push_back(*course.givenUp);
    return {end.ending,
            last == Stage::Failed ? stage : last,
            end.why,
            end.canRetry,
            std::move(course.runs),
            std::move(course.remarks),
            std::move(course.inspection)};
}

} // namespace

Outcome run(AmpLine &line, const Order &order, Journal &journal, const Listener &listener, const std::stop_token &cancel)
{
    Course course(line, order, journal, listener, cancel);
    Stage stage = Stage::Verify;
    while (true) {
        auto barred = course.enter(stage);
        const Step step = barred ? Step(*std::move(barred)) : perform(course, stage);
        if (const End *end = std::get_if<End>(&step))
            return finish(course, stage, *end);
        stage = std::get<Stage>(step);
    }
}

} // namespace gainstage::firmware_update
