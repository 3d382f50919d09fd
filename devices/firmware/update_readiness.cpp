// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/update_stages.h"
#include "devices/firmware/update_versions.h"

namespace gainstage::firmware_update {
namespace {

using firmware_file::Consent;

Error wanting(Consent needed, const std::string &then, const std::string &now)
{
    if (needed == Consent::Downgrade)
        return {Errc::Conflict,
                SENTENCE("error", "Firmware %1 is older than %2, which the amp runs; somebody has to agree to going back to it."),
                {then, now},
                ""};
    return {Errc::Conflict,
            SENTENCE("error", "The amp runs another firmware with the same number %1; somebody has to agree to replacing it."),
            {now},
            ""};
}

std::optional<Error> slotsObstacle(const Course &course, const SlotImages &images, bool isDue)
{
    const SlotImage *running = runningImage(images), *other = otherImage(images);
    if (isDue)
        return std::nullopt;
    if (other != nullptr && other->pending)
        return Error{Errc::Busy,
                     SENTENCE("error", "Another update, to firmware %1, waits for the amp's next start."),
                     {other->version},
                     SENTENCE("error", "Restart the amp and see what it runs then.")};
    if (!running->confirmed && running->hash != course.record.image)
        return Error{Errc::Busy,
                     SENTENCE("error", "The amp is trying firmware %1 out, and nobody has confirmed it yet."),
                     {running->version},
                     SENTENCE("error", "Confirm it or go back first.")};
    return std::nullopt;
}

std::optional<Error> protectionObstacle(const Course &course)
{
    const auto state = course.line().amp()->read();
    if (!state)
        return state.error();
    if (state->protection.any())
        return Error{Errc::Busy, SENTENCE("error", "A protection of the amp is active."), {}, SENTENCE("error", "Wait until it has ended.")};
    return std::nullopt;
}

} // namespace

// Only an image that is kept can be older in a way that matters: going back from a trial is what the amp would do by itself.
Consent consentToGoBack(const SlotImages &images)
{
    const SlotImage *running = runningImage(images), *other = otherImage(images);
    if (running == nullptr || !running->confirmed || other == nullptr)
        return Consent::None;
    const auto now = versionFromAmp(running->version), then = versionFromAmp(other->version);
    // A version that nobody can read may be older.
    return now && then && *then >= *now ? Consent::None : Consent::Downgrade;
}

std::optional<Error> missingConsent(Course &course, const SlotImages &images)
{
    const bool install = course.order().kind == Kind::Install;
    const Consent needed = install ? course.inspection.consent() : consentToGoBack(images);
    if (needed == Consent::None)
        return std::nullopt;
    if (needed != course.order().consent && !(course.begun && course.record.consent))
        return wanting(needed, course.record.to, runningImage(images)->version);
    course.record.consent = true;
    return std::nullopt;
}

std::optional<Error> obstacle(Course &course, const SlotImages &images, bool isDue)
{
    if (auto reason = slotsObstacle(course, images, isDue))
        return reason;
    if (auto reason = protectionObstacle(course))
        return reason;
    auto held = course.holdOthersBack();
    if (held || held.error().code == Errc::Unsupported)
        return std::nullopt;
    // An update that was cut may have left its own lock behind, whose key is lost. It keeps others back just as well.
    if (course.begun && held.error().code == Errc::Locked)
        return std::nullopt;
    return held.error();
}

} // namespace gainstage::firmware_update
