// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/update_stages.h"
#include "devices/firmware/update_versions.h"
#include "devices/firmware/update_way.h"

#include <algorithm>

namespace gainstage::firmware_update {
namespace {

using firmware_file::CheckResult;
using firmware_file::Inspection;
using firmware_file::Verdict;

constexpr std::size_t kMebibyte = 1U << 20U;

/// An exchange of two slots copies every sector twice: 4 KiB are erased (45 ms) and programmed (16 pages of 0.7 ms) in 56 ms by a typical part,
/// which makes 15 s for 512 KiB and 29 s for 1 MiB. Four times that is left for slower ones.
Duration returnLimit(std::size_t slotSize)
{
    const auto mebibytes = static_cast<int>((slotSize + kMebibyte - 1) / kMebibyte);
    return Course::kShortestReturn * std::max(mebibytes, 1);
}

/// Until the file has gone over, at a pace that no sane link stays below; what is longer than the longest lock (protocol/README.md, 5.9) is cut off.
Duration lockFor(std::size_t fileSize)
{
    constexpr std::size_t slowest = 4000; // bytes per second
    const Duration needed = std::chrono::seconds(60 + fileSize / slowest);
    return std::min<Duration>(needed, std::chrono::minutes(10));
}

/// Why the file is not taken: the first refusal, or the first thing that could not be checked.
std::optional<Error> refusalOf(const Inspection &inspection)
{
    if (inspection.isAcceptable())
        return std::nullopt;
    const CheckResult *found = inspection.refusal();
    if (found == nullptr)
        for (const CheckResult &check : inspection.checks)
            if (check.verdict == Verdict::NotChecked && found == nullptr)
                found = &check;
    if (found != nullptr && found->remark)
        return found->remark;
    return Error{Errc::InvalidFile, SENTENCE("error", "The file cannot be checked."), {}, ""};
}

/// Another image than the interrupted update's begins anew.
void takeImage(Course &course)
{
    const Inspection &inspection = course.inspection;
    if (!inspection.image || (course.begun && course.record.image == inspection.image->hash))
        return;
    course.begun = course.asked = false;
    course.record = {};
    course.record.kind = Kind::Install;
    course.record.image = inspection.image->hash;
    course.record.file = firmware_file::sha256(inspection.package->image);
    course.record.to = versionForAmp(inspection.image->part.version);
}

/// The same file on the same amp fares no better another time.
End refused(const Course &course)
{
    End end = course.failed(*course.refusal);
    end.canRetry = course.asked;
    return end;
}

Step verifyFile(Course &course, FirmwareAccess &access)
{
    const auto view = look(access);
    if (!view)
        return course.failed(view.error());
    course.inspection = inspect(course.order().file, view->identity.keys, view->facts);
    course.patience = returnLimit(view->facts.slotSize.value_or(0));
    takeImage(course);
    course.refusal = refusalOf(course.inspection);
    // An image that the amp was asked to run may have other keys than the one before; then its slots tell what matters now.
    if (course.refusal && !(course.asked && course.inspection.image))
        return refused(course);
    course.lock = lockFor(course.inspection.package->image.size());
    return Stage::Query;
}

std::optional<End> chooseOther(Course &course, const SlotImages &images)
{
    const SlotImage *other = otherImage(images);
    if (!course.begun && other == nullptr)
        return course.failed({Errc::NotFound, SENTENCE("error", "The amp has no other firmware that it could go back to."), {}, ""});
    if (!course.begun) {
        course.record.image = other->hash;
        course.record.to = other->version;
    }
    return std::nullopt;
}

/// Where the image before is not known from the record, the slots tell.
void noteBefore(Course &course, const SlotImages &images, Way way)
{
    const SlotImage *running = runningImage(images), *other = otherImage(images);
    course.runs = running->version;
    const bool oursRuns = way == Way::Runs || way == Way::OnTrial;
    const SlotImage *before = oursRuns ? other : running;
    if ((course.begun && (oursRuns || way == Way::GaveUp)) || before == nullptr)
        return;
    course.record.before = before->hash;
    course.record.from = before->version;
}

Step alreadyRuns(Course &course)
{
    if (course.begun || course.order().kind == Kind::GoBack)
        return done(course);
    // The amp tells images apart by their hash: it could not be asked to run this one anew, and nobody could tell afterwards whether it did. Nor is
    // there anything to mend, since the boot loader checks the image at each start.
    if (course.order().consent == firmware_file::Consent::Reinstall)
        course.remarks.push_back(
            {Errc::Conflict,
             SENTENCE("error", "The amp runs exactly this firmware and checks it at each start, so there is nothing to install again."),
             {},
             ""});
    return End{Ending::AlreadyInstalled, std::nullopt, false};
}

Step begin(Course &course, const SlotImages &images, Way way)
{
    course.asked = way == Way::StartDue && otherImage(images)->pending;
    if (course.refusal && way != Way::StartDue)
        return refused(course);
    if (way == Way::Absent && course.order().kind == Kind::GoBack)
        return course.failed({Errc::NotFound, SENTENCE("error", "The amp does not have firmware %1 any more."), {course.record.to}, ""});
    if (auto missing = missingConsent(course, images))
        return course.failed(*std::move(missing));
    if (auto reason = obstacle(course, images, way == Way::StartDue))
        return course.failed(*std::move(reason));
    if (way == Way::StartDue)
        return Stage::Reset;
    if (way == Way::Absent)
        return Stage::Upload;
    return course.order().kind == Kind::GoBack ? Stage::MarkTest : Stage::CheckUploaded;
}

} // namespace

Step verify(Course &course)
{
    const auto access = course.firmware();
    if (!access)
        return course.failed(access.error());
    if (course.order().kind == Kind::Install)
        return verifyFile(course, **access);
    if (const auto slotSize = (*access)->largestImage())
        course.patience = returnLimit(*slotSize);
    return Stage::Query;
}

Step query(Course &course)
{
    const auto images = course.images();
    if (!images)
        return course.failed(images.error());
    if (course.order().kind == Kind::GoBack)
        if (auto nothing = chooseOther(course, *images))
            return *std::move(nothing);
    const Way way = wayOf(*images, course.record, course.begun);
    noteBefore(course, *images, way);
    switch (way) {
    case Way::Runs: return alreadyRuns(course);
    case Way::OnTrial: course.asked = true; return Stage::VerifyRunning;
    case Way::GaveUp: return rolledBack(course, *images);
    default: return begin(course, *images, way);
    }
}

} // namespace gainstage::firmware_update
