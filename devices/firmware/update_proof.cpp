// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/update_stages.h"
#include "devices/firmware/update_versions.h"
#include "devices/firmware/update_way.h"

namespace gainstage::firmware_update {
namespace {

constexpr int kAttempts = 3;

Error unlike(const std::string &wanted, const std::string &told)
{
    return {Errc::NotVerified, SENTENCE("error", "The new firmware should be version %1, but says that it is %2."), {wanted, told}, ""};
}

/// Whether image and amp say the version that was wanted. A version in a form of the maker's own cannot be compared. The amp's own word may
/// leave the build out.
Result<void> checkVersion(const Course &course, const SlotImage &running)
{
    const std::string own = course.line().amp()->description().identity.firmware.toStdString();
    const auto wanted = versionFromAmp(course.record.to), image = versionFromAmp(running.version), told = versionFromAmp(own);
    if (wanted && image && *wanted != *image)
        return std::unexpected(unlike(course.record.to, running.version));
    if (wanted && told && wanted->text() != told->text())
        return std::unexpected(unlike(course.record.to, own));
    return {};
}

Result<void> proveOnce(const Course &course, const SlotImage &running)
{
    const auto access = course.firmware();
    if (!access)
        return std::unexpected(access.error());
    if (auto version = checkVersion(course, running); !version)
        return version;
    return (*access)->prove();
}

/// An amp that has just started may need a moment, and its version may have come over wrong when it was opened.
Result<void> proveIt(Course &course, const SlotImage &running)
{
    Result<void> proved;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        proved = proveOnce(course, running);
        if (proved || proved.error().code == Errc::Cancelled || attempt + 1 == kAttempts)
            return proved;
        if (isLoss(proved.error().code)) {
            if (auto back = course.reopen(course.patience); !back)
                return back;
        } else if (auto paused = course.line().pause(std::chrono::seconds(1)); !paused) {
            return paused;
        }
    }
    return proved;
}

/// An image that does not do what an amp is for is not confirmed: the amp is restarted and runs the one before, at once and not only when its ten
/// minutes are over. Where that cannot be asked for any more, the amp's own time still brings the way back.
Step judge(Course &course, const SlotImage &running)
{
    const auto works = proveIt(course, running);
    if (works)
        return Stage::Confirm;
    if (works.error().code == Errc::Cancelled || course.line().amp() == nullptr)
        return course.failed(works.error());
    course.givenUp = works.error();
    return Stage::Reset;
}

/// For good already: there is no way back that a restart would bring, so a fault is only told.
Step keep(Course &course, const SlotImage &running)
{
    if (const auto works = proveIt(course, running); !works)
        course.remarks.push_back(works.error());
    return done(course);
}

Error strange(const SlotImage &running)
{
    return {Errc::Conflict,
            SENTENCE("error", "The amp runs firmware %1, which is neither the new one nor the one before."),
            {running.version},
            SENTENCE("error", "Another program may have updated it at the same time.")};
}

} // namespace

Step done(const Course &course)
{
    return End{course.order().kind == Kind::GoBack ? Ending::WentBack : Ending::Installed, std::nullopt, false};
}

End rolledBack(const Course &course, const SlotImages &images)
{
    if (course.givenUp)
        return {Ending::RolledBack, course.givenUp, false};
    const SlotImage *other = otherImage(images);
    const bool wasTried = other != nullptr && other->hash == course.record.image;
    const char *const sentence =
        !wasTried ? SENTENCE("error", "The amp did not take firmware %1 when it started, and kept %2.")
        : course.restarts > 0
            ? SENTENCE("error", "Firmware %1 did not pass the amp's own test, so the amp went back to %2.")
            : SENTENCE("error", "The amp went back from firmware %1 to %2: the new one did not pass its own test, or nobody confirmed it in time.");
    return {Ending::RolledBack, Error{Errc::Refused, sentence, {course.record.to, runningImage(images)->version}, ""}, false};
}

Step verifyRunning(Course &course)
{
    const auto images = course.imagesAgain(course.patience);
    if (!images)
        return course.failed(images.error());
    const SlotImage &running = *runningImage(*images);
    course.runs = running.version;
    switch (wayOf(*images, course.record, true)) {
    case Way::Runs: return keep(course, running);
    case Way::OnTrial: return course.givenUp ? Step(Stage::Reset) : judge(course, running);
    case Way::StartDue: return Stage::Reset;
    case Way::GaveUp: return rolledBack(course, *images);
    default: return course.failed(strange(running));
    }
}

// As with every wish, the amp's slots tell whether it was heard.
Step confirm(Course &course)
{
    Error error{Errc::NotVerified, SENTENCE("error", "The new firmware was confirmed, but the amp does not say so."), {}, ""};
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const auto access = course.firmware();
        if (!access)
            return course.failed(access.error());
        const auto confirmed = (*access)->confirm();
        if (!confirmed && confirmed.error().code == Errc::Cancelled)
            return course.failed(confirmed.error());
        const auto images = course.imagesAgain(course.patience);
        if (!images)
            return course.failed(images.error());
        const Way way = wayOf(*images, course.record, true);
        if (way == Way::Runs)
            return done(course);
        if (way != Way::OnTrial)
            return Stage::VerifyRunning;
        if (!confirmed)
            error = confirmed.error();
        if (!confirmed && !isLoss(error.code))
            break;
    }
    return course.failed(error);
}

} // namespace gainstage::firmware_update
