// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/update_run.h"

#include "app/core/update_settings.h"

namespace gainstage {
namespace {

using firmware_update::Ending;
using firmware_update::Record;

/// The journal of one run: the first write, before the first byte is sent, makes the entry with image and settings; the others move its stage.
class RunJournal final : public firmware_update::Journal {
public:
    RunJournal(UpdateJournal &journal, const std::function<QDateTime()> &now, UpdateStart &start) : m_journal(journal), m_now(now), m_start(start) {}

    Result<void> write(const Record &record) override
    {
        m_start.entry.record = record;
        m_start.entry.changed = m_now();
        if (m_start.isWritten)
            return m_journal.advance(m_start.entry.amp, record, m_start.entry.changed);
        auto begun = m_journal.begin(m_start.entry);
        m_start.isWritten = begun.has_value();
        return begun;
    }

private:
    UpdateJournal &m_journal;
    const std::function<QDateTime()> &m_now;
    UpdateStart &m_start;
};

bool changedImages(Ending ending)
{
    return ending == Ending::Installed || ending == Ending::WentBack || ending == Ending::RolledBack;
}

void compare(UpdateReport &report, Amp *amp, const QJsonObject &backup)
{
    if (!amp)
        return;
    const auto state = amp->read();
    if (!state) {
        report.outcome.remarks.push_back(state.error());
        return;
    }
    SettingsLoss loss = compareSettings(backup, amp->description(), *state);
    report.settingsCompared = true;
    report.settingsBefore = std::move(loss.before);
    report.settingsAfter = std::move(loss.after);
    report.restore = std::move(loss.restore);
}

/// Whether going on later makes sense, so that the entry stays.
bool mayGoOn(const firmware_update::Outcome &outcome)
{
    return outcome.ending == Ending::Unfinished || (outcome.ending == Ending::NotChanged && outcome.canRetry);
}

BytesView viewOf(const QByteArray &file)
{
    return {reinterpret_cast<const std::uint8_t *>(file.constData()), static_cast<std::size_t>(file.size())};
}

void tellVersions(UpdateReport &report, const UpdateEntry &entry)
{
    const auto &image = report.outcome.inspection.image;
    report.from = entry.record.from.empty() ? entry.amp.firmware.toStdString() : entry.record.from;
    report.to = entry.record.to.empty() && image ? image->part.version.text() : entry.record.to;
}

} // namespace

UpdateReport runUpdate(AmpLine &line, UpdateJournal journal, const std::function<QDateTime()> &now, UpdateStart start, firmware_file::Consent consent,
                       const firmware_update::Listener &listener, const std::stop_token &cancel)
{
    firmware_update::Order order;
    order.kind = start.entry.record.kind;
    order.file = viewOf(start.entry.file);
    order.consent = consent;
    if (start.isFound)
        order.unfinished = start.entry.record;
    const bool askedBefore = start.isFound && wasAsked(start.entry.record);

    RunJournal runJournal(journal, now, start);
    UpdateReport report;
    report.outcome = run(line, order, runJournal, listener, cancel);
    if (start.journalProblem)
        report.outcome.remarks.push_back(*start.journalProblem);
    tellVersions(report, start.entry);
    if (changedImages(report.outcome.ending) || (askedBefore && report.outcome.ending == Ending::AlreadyInstalled))
        compare(report, line.amp(), start.entry.settings);
    if ((start.isFound || start.isWritten) && !mayGoOn(report.outcome)) {
        if (const auto ended = journal.end(start.entry.amp); !ended)
            report.outcome.remarks.push_back(ended.error());
    }
    return report;
}

} // namespace gainstage
