// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/firmware_model.h"

#include "app/core/words.h"
#include "app/viewmodels/firmware_words.h"
#include "app/viewmodels/numbers.h"

using namespace Qt::StringLiterals;

/// The part of the model that tells how an update goes and how it went.
namespace gainstage {

namespace say = firmware_words;
using firmware_update::Ending;
using firmware_update::Kind;
using firmware_update::Stage;

namespace {

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

std::vector<FirmwareModel::Item> FirmwareModel::steps() const
{
    std::vector<Item> items;
    for (const Stage stage : say::steps(m_work.plan().kind))
        items.push_back({markOf(stage, m_work.progress().progress.stage), say::step(stage), {}, {}, {}});
    return items;
}

QString FirmwareModel::figures() const
{
    const firmware_update::Progress &progress = m_work.progress().progress;
    if (progress.stage != Stage::Upload || progress.size == 0)
        return {};
    QStringList parts{tr("%1 of %2").arg(say::amount(progress.taken, m_locale), say::amount(progress.size, m_locale))};
    if (progress.bytesPerSecond > 0)
        parts += tr("%1/s").arg(say::amount(static_cast<std::size_t>(progress.bytesPerSecond), m_locale));
    if (progress.remaining)
        parts += say::remaining(*progress.remaining);
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
    ended.title = say::ending(*report);
    ended.paragraphs = say::explanation(*report);
    for (const Error &remark : report->outcome.remarks)
        ended.notes += gainstage::words(remark);
    ended.differences = differences(*report);
    ended.isRestored = m_work.restored() && *m_work.restored();
    if (report->settingsCompared && ended.differences.empty() && ended.kind == Ended::Kind::Good)
        ended.paragraphs += tr("All settings are as they were.");
    ended.isRestoring = m_work.doing() == FirmwareWork::Doing::Restoring;
    ended.canRestore = !report->restore.empty() && !ended.isRestored && isIdle();
    if (m_work.restored() && !*m_work.restored())
        ended.restoreProblem = sentences(m_work.restored()->error());
    ended.needsHelp = report->outcome.ending == Ending::Unfinished;
    ended.canRetry = report->outcome.canRetry && isIdle() && !m_work.interrupted();
    return ended;
}

} // namespace gainstage
