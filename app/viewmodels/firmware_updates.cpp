// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/firmware_work.h"

#include <utility>

/// The part of the work that changes what the amp runs.
namespace gainstage {

void FirmwareWork::install(firmware_file::Consent consent)
{
    if (!m_file || !m_file->inspection.image)
        return;
    const QString to = QString::fromStdString(m_file->inspection.image->part.version.text());
    run({firmware_update::Kind::Install, runningVersion(), to},
        [bytes = m_file->bytes, consent](const FirmwareUpdater &updater, AmpLine &line, const auto &listener, const auto &cancel) {
            return updater.install(line, bytes, consent, listener, cancel);
        });
}

void FirmwareWork::resume()
{
    if (!m_interrupted)
        return;
    const firmware_update::Record &record = m_interrupted->record;
    run({record.kind, QString::fromStdString(record.from), QString::fromStdString(record.to)},
        [](const FirmwareUpdater &updater, AmpLine &line, const auto &listener, const auto &cancel) {
            return updater.resume(line, listener, cancel);
        });
}

void FirmwareWork::goBack(firmware_file::Consent consent)
{
    const SlotImage *other = m_status && *m_status ? otherImage((*m_status)->images) : nullptr;
    const QString to = other ? QString::fromStdString(other->version) : QString();
    run({firmware_update::Kind::GoBack, runningVersion(), to},
        [consent](const FirmwareUpdater &updater, AmpLine &line, const auto &listener, const auto &cancel) {
            return updater.goBack(line, consent, listener, cancel);
        });
}

void FirmwareWork::tryAgain()
{
    if (m_last)
        run(m_plan, m_last);
}

QString FirmwareWork::runningVersion() const
{
    const SlotImage *runs = m_status && *m_status ? runningImage((*m_status)->images) : nullptr;
    return runs ? QString::fromStdString(runs->version) : m_identity.firmware;
}

void FirmwareWork::run(Plan plan, Update update)
{
    if (!isReady() || m_doing != Doing::Nothing)
        return;
    m_report.reset();
    m_restored.reset();
    m_problem.reset();
    m_plan = std::move(plan);
    m_last = update;
    m_cancel = std::stop_source();
    m_progress = {};
    m_news = UpdateNews::make(this, [this](const UpdateNews::Newest &newest) {
        m_progress = newest;
        Q_EMIT changed();
    });
    ask<UpdateReport>(
        Doing::Updating,
        [updater = m_updater, update = std::move(update), news = m_news, cancel = m_cancel.get_token()](AmpLine &line) {
            WatchedLine watched(line, *news);
            return Result<UpdateReport>(
                update(updater, watched, [&news](const firmware_update::Progress &progress) { news->tell(progress); }, cancel));
        },
        [this](const Result<UpdateReport> &outcome) { onEnded(outcome); });
}

void FirmwareWork::onEnded(const Result<UpdateReport> &outcome)
{
    using firmware_update::Ending;
    m_news->forget();
    m_news.reset();
    m_report.emplace();
    if (outcome)
        m_report = *outcome;
    else
        m_report->outcome.why = outcome.error();
    m_report->outcome.canRetry = m_report->outcome.canRetry || !outcome;
    if (m_report->outcome.ending != Ending::NotChanged)
        m_file.reset();
    m_interrupted.reset();
    look();
    // What runs now is another question than before.
    m_status.reset();
    read();
}

} // namespace gainstage
