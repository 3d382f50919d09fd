// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/firmware_updater.h"

#include "app/core/update_run.h"
#include "app/core/update_start.h"

#include <algorithm>

namespace gainstage {
namespace {

UpdateReport notChanged(const Error &error)
{
    UpdateReport report;
    report.outcome.why = error;
    return report;
}

} // namespace

FirmwareUpdater::FirmwareUpdater(QString folder, std::function<QDateTime()> now) : m_journal(std::move(folder)), m_now(std::move(now)) {}

Result<FirmwareStatus> FirmwareUpdater::status(Amp &amp) const
{
    const auto access = firmwareOf(amp);
    if (!access)
        return std::unexpected(access.error());
    auto images = (*access)->images();
    if (!images)
        return std::unexpected(images.error());
    auto identity = (*access)->identity();
    if (!identity)
        return std::unexpected(identity.error());
    const auto largest = (*access)->largestImage();
    if (!largest)
        return std::unexpected(largest.error());
    FirmwareStatus status{std::move(*images), std::move(*identity), *largest, {}, {}};
    if (auto entry = m_journal.find(amp.description().identity))
        status.interrupted = std::move(*entry);
    else
        status.journalProblem = entry.error();
    return status;
}

Result<firmware_file::Inspection> FirmwareUpdater::check(Amp &amp, BytesView file) const
{
    const auto access = firmwareOf(amp);
    if (!access)
        return std::unexpected(access.error());
    const auto view = firmware_update::look(**access);
    if (!view)
        return std::unexpected(view.error());
    return inspect(file, view->identity.keys, view->facts);
}

firmware_file::Inspection FirmwareUpdater::checkAlone(BytesView file)
{
    firmware_file::Inspection inspection = firmware_file::inspect(file, {}, {});
    const auto signer = std::ranges::find(inspection.checks, firmware_file::Check::Signer, &firmware_file::CheckResult::check);
    if (signer != inspection.checks.end())
        *signer = {firmware_file::Check::Signer, firmware_file::Verdict::NotChecked, firmware_file::Consent::None,
                   Error{Errc::NotFound, SENTENCE("error", "Which keys the amp trusts is not known."), {}, ""}};
    return inspection;
}

UpdateReport FirmwareUpdater::install(AmpLine &line, const QByteArray &file, firmware_file::Consent consent,
                                      const firmware_update::Listener &listener, const std::stop_token &cancel) const
{
    auto beginning = beginningOf(line, m_journal);
    if (!beginning)
        return notChanged(beginning.error());
    auto start = startInstall(std::move(*beginning), file, m_now());
    if (!start)
        return notChanged(start.error());
    return runUpdate(line, m_journal, m_now, std::move(*start), consent, listener, cancel);
}

UpdateReport FirmwareUpdater::resume(AmpLine &line, const firmware_update::Listener &listener, const std::stop_token &cancel) const
{
    auto beginning = beginningOf(line, m_journal);
    if (!beginning)
        return notChanged(beginning.error());
    if (beginning->problem)
        return notChanged(*beginning->problem);
    if (!beginning->entry)
        return notChanged({Errc::NotFound, SENTENCE("error", "There is no interrupted update of this amp."), {}, ""});
    auto start = goOn(*beginning->amp, std::move(*beginning->entry));
    if (!start)
        return notChanged(start.error());
    return runUpdate(line, m_journal, m_now, std::move(*start), firmware_file::Consent::None, listener, cancel);
}

UpdateReport FirmwareUpdater::goBack(AmpLine &line, firmware_file::Consent consent, const firmware_update::Listener &listener,
                                     const std::stop_token &cancel) const
{
    auto beginning = beginningOf(line, m_journal);
    if (!beginning)
        return notChanged(beginning.error());
    auto start = startGoBack(std::move(*beginning), m_now());
    if (!start)
        return notChanged(start.error());
    return runUpdate(line, m_journal, m_now, std::move(*start), consent, listener, cancel);
}

Result<SlotImages> FirmwareUpdater::confirm(Amp &amp) const
{
    const auto access = firmwareOf(amp);
    if (!access)
        return std::unexpected(access.error());
    const auto images = (*access)->images();
    if (!images)
        return images;
    const SlotImage *runs = runningImage(*images);
    if (!runs || runs->confirmed)
        return failure(Errc::Refused, SENTENCE("error", "No firmware is on trial in this amp."));
    if (const auto works = (*access)->prove(); !works)
        return std::unexpected(works.error());
    auto after = (*access)->confirm();
    if (!after)
        return after;
    if (const SlotImage *now = runningImage(*after); !now || now->hash != runs->hash || !now->confirmed)
        return failure(Errc::NotVerified, SENTENCE("error", "The amp does not say that it keeps its firmware."));
    // An entry that stays does no harm: whoever goes on with it finds that there is nothing left to do.
    static_cast<void>(UpdateJournal(m_journal).end(amp.description().identity));
    return after;
}

Result<void> FirmwareUpdater::forget(const Identity &amp) const
{
    const auto entry = m_journal.find(amp);
    if (!entry && entry.error().code != Errc::InvalidFile)
        return std::unexpected(entry.error());
    if (entry && !*entry)
        return failure(Errc::NotFound, SENTENCE("error", "There is no interrupted update of this amp."));
    if (entry && wasAsked((*entry)->record))
        return std::unexpected(updateUnderWay((*entry)->record));
    return UpdateJournal(m_journal).end(amp);
}

} // namespace gainstage
