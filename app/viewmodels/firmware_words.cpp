// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/firmware_words.h"

#include "app/viewmodels/numbers.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gainstage::firmware_words {

namespace {

using firmware_file::Check;
using firmware_file::Consent;
using firmware_file::Verdict;
using firmware_update::Ending;
using firmware_update::Kind;
using firmware_update::Stage;

struct FirmwareWords {
    Q_DECLARE_TR_FUNCTIONS(gainstage::FirmwareWords)
};

QString refusal(Check check)
{
    switch (check) {
    case Check::FileSize: return FirmwareWords::tr("The file is too large to be firmware.");
    case Check::Unpacking: return FirmwareWords::tr("The package cannot be unpacked. It is damaged, or no firmware package.");
    case Check::Checksum: return FirmwareWords::tr("The image is not the one that the package speaks of.");
    case Check::Origin: return FirmwareWords::tr("Nobody knows where the file comes from.");
    case Check::Structure: return FirmwareWords::tr("This is no firmware image, or it is damaged.");
    case Check::ReleaseVersion: return FirmwareWords::tr("The package speaks of another version than the image in it.");
    case Check::Digest: return FirmwareWords::tr("The file was damaged or changed. Get it again from the maker.");
    case Check::Signer: return FirmwareWords::tr("The maker of this amp has not signed it. Only take firmware from the maker.");
    case Check::Hardware: return FirmwareWords::tr("It is for another amp.");
    case Check::SecurityCounter: return FirmwareWords::tr("It has a weakness that has been mended since. The amp does not take it any more.");
    case Check::Version: return FirmwareWords::tr("This version cannot be installed.");
    case Check::SlotSize: break;
    }
    return FirmwareWords::tr("The amp has no room for it.");
}

QString needed(Consent consent, const QString &from, const QString &to)
{
    switch (consent) {
    case Consent::Reinstall: return FirmwareWords::tr("Version %1 is installed already.").arg(to);
    case Consent::SameVersion: return FirmwareWords::tr("The amp runs another firmware with the same number.");
    case Consent::Downgrade: return FirmwareWords::tr("Version %1 is older than %2, which runs now.").arg(to, from);
    case Consent::None: break;
    }
    return {};
}

QStringList whyOf(const UpdateReport &report)
{
    return report.outcome.why ? QStringList{sentences(*report.outcome.why)} : QStringList{};
}

QString runsNow(const UpdateReport &report)
{
    const QString version = QString::fromStdString(report.outcome.runs);
    return version.isEmpty() ? FirmwareWords::tr("The amp still runs what it ran before.")
                             : FirmwareWords::tr("The amp runs version %1, as before.").arg(version);
}

} // namespace

QString step(Stage stage)
{
    switch (stage) {
    case Stage::Verify: return FirmwareWords::tr("Check the file");
    case Stage::Query: return FirmwareWords::tr("Ask the amp whether it is ready");
    case Stage::Upload: return FirmwareWords::tr("Send the firmware to the amp");
    case Stage::CheckUploaded: return FirmwareWords::tr("Check what the amp received");
    case Stage::MarkTest: return FirmwareWords::tr("Ask the amp to try it");
    case Stage::Reset: return FirmwareWords::tr("Restart the amp");
    case Stage::WaitReturn: return FirmwareWords::tr("Wait for the amp to come back");
    case Stage::VerifyRunning: return FirmwareWords::tr("Check that it runs and works");
    case Stage::Confirm: return FirmwareWords::tr("Keep it");
    case Stage::Done: return FirmwareWords::tr("Done");
    case Stage::RolledBack: return FirmwareWords::tr("Back at the version before");
    case Stage::Failed: break;
    }
    return FirmwareWords::tr("Failed");
}

std::vector<Stage> steps(Kind kind)
{
    if (kind == Kind::GoBack)
        return {Stage::Query, Stage::MarkTest, Stage::Reset, Stage::WaitReturn, Stage::VerifyRunning, Stage::Confirm};
    return {Stage::Verify, Stage::Query,      Stage::Upload,        Stage::CheckUploaded, Stage::MarkTest,
            Stage::Reset,  Stage::WaitReturn, Stage::VerifyRunning, Stage::Confirm};
}

QString verdict(const firmware_file::CheckResult &result)
{
    switch (result.verdict) {
    case Verdict::Passed: return FirmwareWords::tr("passed");
    case Verdict::NeedsConsent: return result.consent == Consent::Reinstall ? FirmwareWords::tr("there already") : FirmwareWords::tr("you decide");
    case Verdict::Refused: return FirmwareWords::tr("refused");
    case Verdict::NotChecked: break;
    }
    return FirmwareWords::tr("not known");
}

QString meaning(const firmware_file::CheckResult &result, const QString &from, const QString &to)
{
    switch (result.verdict) {
    case Verdict::Refused: return refusal(result.check);
    case Verdict::NeedsConsent: return needed(result.consent, from, to);
    case Verdict::NotChecked:
    case Verdict::Passed: break;
    }
    return result.remark ? sentences(*result.remark) : QString();
}

QString consent(Consent consent)
{
    switch (consent) {
    case Consent::Reinstall:
    case Consent::None: break;
    case Consent::SameVersion: return FirmwareWords::tr("Install this one instead");
    case Consent::Downgrade: return FirmwareWords::tr("Go back to the older version, although faults that were mended since come back");
    }
    return {};
}

QString install(Consent consent)
{
    return consent == Consent::Downgrade ? FirmwareWords::tr("Install older version") : FirmwareWords::tr("Install");
}

QString ending(const UpdateReport &report)
{
    const QString to = QString::fromStdString(report.to), runs = QString::fromStdString(report.outcome.runs);
    switch (report.outcome.ending) {
    case Ending::Installed: return FirmwareWords::tr("Version %1 is installed").arg(runs.isEmpty() ? to : runs);
    case Ending::AlreadyInstalled: return FirmwareWords::tr("Version %1 was installed already").arg(runs.isEmpty() ? to : runs);
    case Ending::WentBack: return FirmwareWords::tr("The amp is back at version %1").arg(runs.isEmpty() ? to : runs);
    case Ending::RolledBack:
        return FirmwareWords::tr("The amp went back to version %1").arg(runs.isEmpty() ? QString::fromStdString(report.from) : runs);
    case Ending::Unfinished: return FirmwareWords::tr("How the update ended is not known yet");
    case Ending::NotChanged: break;
    }
    const bool cancelled = report.outcome.why && report.outcome.why->code == Errc::Cancelled;
    return cancelled ? FirmwareWords::tr("The update was cancelled") : FirmwareWords::tr("The firmware was not changed");
}

QStringList explanation(const UpdateReport &report)
{
    switch (report.outcome.ending) {
    case Ending::Installed: return {FirmwareWords::tr("It runs, was checked, and stays when the amp is switched off.")};
    case Ending::AlreadyInstalled: return {FirmwareWords::tr("Nothing was sent to the amp.")};
    case Ending::WentBack: return {FirmwareWords::tr("It runs, was checked, and stays when the amp is switched off.")};
    case Ending::RolledBack: return whyOf(report) + QStringList{FirmwareWords::tr("The amp works as it did before.")};
    case Ending::Unfinished:
        return whyOf(report) +
               QStringList{FirmwareWords::tr("The amp was asked to run the new version. As soon as it is back, going on shows what it runs.")};
    case Ending::NotChanged: break;
    }
    if (report.outcome.why && report.outcome.why->code == Errc::Cancelled)
        return {runsNow(report)};
    return whyOf(report) + QStringList{runsNow(report)};
}

QString amount(std::size_t bytes, const QLocale &locale)
{
    return measured(static_cast<double>(bytes) / 1024.0, 0, u"KiB"_s, locale);
}

QString remaining(std::chrono::milliseconds time)
{
    const auto seconds = static_cast<int>(std::max<std::int64_t>(1, (time.count() + 999) / 1000));
    if (seconds < 60)
        return FirmwareWords::tr("about %1 s left").arg(seconds);
    return FirmwareWords::tr("about %1 min left").arg((seconds + 30) / 60);
}

QStringList recovery()
{
    return {
        FirmwareWords::tr("Leave the amp connected for three minutes: while it exchanges the firmware it does not answer."),
        FirmwareWords::tr(
            "Then unplug it, plug it in again and switch it on. It starts with the old or the new version: it keeps the old one until the "
            "new one has proved itself, so that no power cut and no cable can spoil it."),
        FirmwareWords::tr("When it is back, this page offers to go on where the update was."),
    };
}

} // namespace gainstage::firmware_words
