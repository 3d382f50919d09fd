// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/firmware_model.h"

#include "app/viewmodels/firmware_words.h"
#include "app/viewmodels/numbers.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace words = firmware_words;
using firmware_file::Consent;
using firmware_file::Verdict;
using firmware_update::Ending;
using firmware_update::Kind;
using firmware_update::Stage;

namespace {

FirmwareModel::Mark markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed: return FirmwareModel::Mark::Passed;
    case Verdict::NeedsConsent: return FirmwareModel::Mark::Attention;
    case Verdict::Refused: return FirmwareModel::Mark::Refused;
    case Verdict::NotChecked: break;
    }
    return FirmwareModel::Mark::Unknown;
}

FirmwareModel::Mark markOf(Stage step, Stage now)
{
    return step < now ? FirmwareModel::Mark::Passed : step == now ? FirmwareModel::Mark::Now : FirmwareModel::Mark::ToCome;
}

FirmwareModel::Ended::Kind kindOf(Ending ending)
{
    switch (ending) {
    case Ending::Installed:
    case Ending::AlreadyInstalled:
    case Ending::WentBack: return FirmwareModel::Ended::Kind::Good;
    case Ending::RolledBack: return FirmwareModel::Ended::Kind::Bad;
    case Ending::NotChanged:
    case Ending::Unfinished: break;
    }
    return FirmwareModel::Ended::Kind::Open;
}

} // namespace

FirmwareModel::FirmwareModel(FirmwareWork &work, const QLocale &locale, QObject *parent) : QObject(parent), m_work(work), m_locale(locale)
{
    connect(&work, &FirmwareWork::changed, this, &FirmwareModel::changed);
}

const FirmwareStatus *FirmwareModel::status() const
{
    return m_work.status() && *m_work.status() ? &**m_work.status() : nullptr;
}

FirmwareModel::View FirmwareModel::view() const
{
    if (m_work.isUpdating())
        return View::Updating;
    if (!m_work.isReady())
        return View::Away;
    if (status())
        return View::Showing;
    if (!m_work.status())
        return View::Reading;
    return m_work.status()->error().code == Errc::Unsupported ? View::Unsupported : View::Unreadable;
}

LinkState FirmwareModel::link() const
{
    return linkState(m_work.entry(), m_locale);
}

QString FirmwareModel::problem() const
{
    if (view() == View::Unreadable)
        return sentences(m_work.status()->error());
    if (m_work.problem())
        return sentences(*m_work.problem());
    return status() && status()->journalProblem ? sentences(*status()->journalProblem) : QString();
}

QString FirmwareModel::runningVersion() const
{
    const SlotImage *runs = status() ? runningImage(status()->images) : nullptr;
    return runs ? QString::fromStdString(runs->version) : QString();
}

std::vector<FirmwareModel::Row> FirmwareModel::rows() const
{
    const SlotImage *runs = status() ? runningImage(status()->images) : nullptr;
    if (!runs)
        return {};
    const SlotImage *other = otherImage(status()->images);
    std::vector<Row> rows{{tr("Version"), runningVersion()}, {tr("State"), runs->confirmed ? tr("confirmed") : tr("on trial")}};
    rows.push_back({tr("In the other place"), other ? QString::fromStdString(other->version) : tr("empty")});
    if (other && other->pending)
        rows.push_back({tr("At the next start"), QString::fromStdString(other->version)});
    if (status()->largestImage > 0)
        rows.push_back({tr("Room for firmware"), words::amount(status()->largestImage, m_locale)});
    return rows;
}

bool FirmwareModel::isOnTrial() const
{
    const SlotImage *runs = status() ? runningImage(status()->images) : nullptr;
    return runs && !runs->confirmed;
}

QString FirmwareModel::trialText() const
{
    if (!isOnTrial())
        return {};
    const auto left = status()->identity.trialLeft;
    if (!left)
        return tr("This version has not been kept yet. Unless somebody keeps it, the amp goes back to the one before at its next start.");
    const QString until = m_locale.toString(m_work.statusTime().addMSecs(left->count()).time(), QLocale::ShortFormat);
    return tr("This version has not been kept yet. Unless somebody keeps it by %1, the amp restarts with the one before.").arg(until);
}

QString FirmwareModel::versionBefore() const
{
    const SlotImage *other = status() ? otherImage(status()->images) : nullptr;
    return other && other->bootable && !other->pending ? QString::fromStdString(other->version) : QString();
}

std::optional<FirmwareModel::Interrupted> FirmwareModel::interrupted() const
{
    const auto &entry = m_work.interrupted();
    if (!entry || m_work.isUpdating())
        return {};
    const QString to = QString::fromStdString(entry->record.to), from = QString::fromStdString(entry->record.from);
    const QString when = m_locale.toString(entry->changed.toLocalTime(), QLocale::ShortFormat);
    const bool asked = !firmware_update::canCancel(entry->record.stage);
    const QString what =
        asked ? tr("It stopped on %1, after the amp had been asked to run version %2. Going on finds out what it runs, and finishes.").arg(when, to)
              : tr("It stopped on %1 on the way from version %2 to %3. Nothing of what runs was changed. Going on sends only what the "
                   "amp does not have yet.")
                    .arg(when, from, to);
    return Interrupted{tr("An update was interrupted"), what, !asked};
}

std::vector<FirmwareModel::Item> FirmwareModel::checks(const firmware_file::Inspection &inspection, const QString &to) const
{
    std::vector<Item> items;
    for (const auto &result : inspection.checks) {
        const bool detailed = result.verdict == Verdict::Refused && result.remark;
        items.push_back({markOf(result.verdict), QCoreApplication::translate("firmware", labelOf(result.check)), words::verdict(result.verdict),
                         words::meaning(result, runningVersion(), to), detailed ? sentences(*result.remark) : QString()});
    }
    return items;
}

std::optional<FirmwareModel::Chosen> FirmwareModel::chosen() const
{
    const auto &file = m_work.file();
    if (!file)
        return {};
    const firmware_file::Inspection &inspection = file->inspection;
    Chosen chosen;
    chosen.name = file->name;
    const QString to = inspection.image ? QString::fromStdString(inspection.image->part.version.text()) : QString();
    if (!to.isEmpty())
        chosen.versions = tr("%1 → %2").arg(runningVersion(), to);
    chosen.checks = checks(inspection, to);
    if (inspection.package && inspection.package->cabinet)
        chosen.notes = inspection.package->cabinet->ours().notes;
    chosen.isAcceptable = inspection.isAcceptable();
    chosen.consent = chosen.isAcceptable ? words::consent(inspection.consent()) : QString();
    chosen.install = words::install(inspection.consent());
    if (isOnTrial())
        chosen.obstacle = tr("Keep the version that is on trial, or go back, before another one is installed.");
    return chosen;
}

void FirmwareModel::install(bool agreed)
{
    const auto &file = m_work.file();
    if (!file || !file->inspection.isAcceptable())
        return;
    const Consent needed = file->inspection.consent();
    if (needed == Consent::None || agreed)
        m_work.install(needed);
}

void FirmwareModel::goBack()
{
    m_work.goBack(Consent::Downgrade);
}

std::vector<FirmwareModel::Item> FirmwareModel::steps() const
{
    std::vector<Item> items;
    for (const Stage stage : words::steps(m_work.plan().kind))
        items.push_back({markOf(stage, m_work.progress().progress.stage), words::step(stage), {}, {}, {}});
    return items;
}

QString FirmwareModel::figures() const
{
    const firmware_update::Progress &progress = m_work.progress().progress;
    if (progress.stage != Stage::Upload || progress.size == 0)
        return {};
    QStringList parts{tr("%1 of %2").arg(words::amount(progress.taken, m_locale), words::amount(progress.size, m_locale))};
    if (progress.bytesPerSecond > 0)
        parts += tr("%1/s").arg(words::amount(static_cast<std::size_t>(progress.bytesPerSecond), m_locale));
    if (progress.remaining)
        parts += words::remaining(*progress.remaining);
    return parts.join(u" · "_s);
}

std::optional<FirmwareModel::Running> FirmwareModel::running() const
{
    if (!m_work.isUpdating())
        return {};
    const auto &[progress, away] = m_work.progress();
    Running running;
    const FirmwareWork::Plan &plan = m_work.plan();
    running.title = plan.kind == Kind::GoBack ? tr("Going back to version %1").arg(plan.to) : tr("Updating to version %1").arg(plan.to);
    running.steps = steps();
    if (progress.stage == Stage::Upload && progress.size > 0)
        running.percent = static_cast<int>(progress.taken * 100 / progress.size);
    if (running.percent)
        running.percentText = measured(*running.percent, 0, u"%"_s, m_locale);
    running.figures = figures();
    running.isCancelling = m_work.isCancelling();
    running.canCancel = progress.canCancel && !running.isCancelling;
    if (away && progress.canCancel)
        running.away = tr("The amp is not connected. Connect it again: the update waits for it and goes on by itself.");
    else if (progress.stage == Stage::WaitReturn)
        running.away = tr("The amp exchanges its firmware and starts. It does not answer meanwhile: leave it connected and switched on.");
    running.note = progress.canCancel
                       ? tr("Until the amp is asked to try the new version, cancelling changes nothing.")
                       : tr("The amp was asked to change over: this cannot be cancelled any more. Should the new version not work, the amp "
                            "goes back by itself.");
    return running;
}

std::vector<FirmwareModel::Difference> FirmwareModel::differences(const UpdateReport &report) const
{
    const Description *amp = m_work.session().description();
    std::vector<Difference> differences;
    for (auto value = report.settingsBefore.begin(); value != report.settingsBefore.end(); ++value)
        differences.push_back({keptName(amp, value.key()), keptText(amp, value.key(), value.value(), m_locale),
                               keptText(amp, value.key(), report.settingsAfter.value(value.key()), m_locale)});
    return differences;
}

std::optional<FirmwareModel::Ended> FirmwareModel::ended() const
{
    const auto &report = m_work.report();
    if (!report)
        return {};
    Ended ended;
    ended.kind = kindOf(report->outcome.ending);
    ended.title = words::ending(*report);
    ended.paragraphs = words::explanation(*report);
    for (const Error &remark : report->outcome.remarks)
        ended.paragraphs += sentences(remark);
    ended.differences = differences(*report);
    ended.isRestored = m_work.restored() && *m_work.restored();
    if (report->settingsCompared && ended.differences.empty() && ended.kind == Ended::Kind::Good)
        ended.paragraphs += tr("All settings are as they were.");
    ended.isRestoring = m_work.doing() == FirmwareWork::Doing::Restoring;
    ended.canRestore = !report->restore.empty() && !ended.isRestored && isIdle();
    if (m_work.restored() && !*m_work.restored())
        ended.restoreProblem = sentences(m_work.restored()->error());
    ended.needsHelp = report->outcome.ending == Ending::Unfinished;
    ended.canRetry = report->outcome.canRetry && isIdle();
    return ended;
}

QStringList FirmwareModel::recovery() const
{
    return words::recovery();
}

QString FirmwareModel::remark() const
{
    if (const auto now = running())
        return now->percent ? now->percentText : tr("updating");
    if (m_work.interrupted())
        return tr("interrupted");
    return isOnTrial() ? tr("on trial") : QString();
}

} // namespace gainstage
