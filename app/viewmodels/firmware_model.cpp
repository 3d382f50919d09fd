// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/firmware_model.h"

#include "app/viewmodels/firmware_words.h"
#include "app/viewmodels/numbers.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace say = firmware_words;
using firmware_file::Consent;
using firmware_file::Verdict;

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
    rows.push_back({tr("In reserve"), other ? QString::fromStdString(other->version) : tr("empty")});
    if (other && other->pending)
        rows.push_back({tr("At the next start"), QString::fromStdString(other->version)});
    if (status()->largestImage > 0)
        rows.push_back({tr("Room for firmware"), say::amount(status()->largestImage, m_locale)});
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

/// A newer image in reserve is one that was given up: nobody goes back to that.
QString FirmwareModel::versionBefore() const
{
    const SlotImage *other = status() ? otherImage(status()->images) : nullptr;
    if (!other || !other->bootable || other->pending)
        return {};
    const bool isOlder = firmware_update::consentToGoBack(status()->images) == Consent::Downgrade;
    return isOlder || isOnTrial() ? QString::fromStdString(other->version) : QString();
}

QString FirmwareModel::goBackQuestion() const
{
    const QString before = versionBefore();
    if (before.isEmpty())
        return {};
    return firmware_update::consentToGoBack(status()->images) == Consent::None
               ? tr("Go back to version %1? The amp restarts with it.").arg(before)
               : tr("Go back to version %1? Faults that were mended since come back.").arg(before);
}

std::optional<FirmwareModel::Interrupted> FirmwareModel::interrupted() const
{
    const auto &entry = m_work.interrupted();
    if (!entry || m_work.isUpdating())
        return {};
    const QString to = QString::fromStdString(entry->record.to), from = QString::fromStdString(entry->record.from);
    const QString when = m_locale.toString(entry->changed.toLocalTime(), QLocale::ShortFormat);
    const bool asked = wasAsked(entry->record);
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
        items.push_back({markOf(result.verdict), QCoreApplication::translate("firmware", labelOf(result.check)), say::verdict(result),
                         say::meaning(result, runningVersion(), to), detailed ? sentences(*result.remark) : QString()});
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
    chosen.consent = chosen.isAcceptable ? say::consent(inspection.consent()) : QString();
    chosen.install = say::install(inspection.consent());
    const auto holdsUp = [](const firmware_file::CheckResult &result) {
        return result.verdict == Verdict::Refused || result.verdict == Verdict::NotChecked;
    };
    const auto reason = std::ranges::find_if(inspection.checks, holdsUp);
    if (reason != inspection.checks.end())
        chosen.obstacle = tr("This file is not installed. %1").arg(say::meaning(*reason, runningVersion(), to));
    else if (inspection.consent() == Consent::Reinstall)
        chosen.obstacle = tr("The amp runs exactly this firmware: there is nothing to install.");
    else if (isOnTrial())
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
    if (status())
        m_work.goBack(firmware_update::consentToGoBack(status()->images));
}

QStringList FirmwareModel::recovery() const
{
    return say::recovery();
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
