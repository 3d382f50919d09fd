// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/update_start.h"

#include "app/core/update_settings.h"

namespace gainstage {
namespace {

using firmware_update::Kind;

BytesView viewOf(const QByteArray &file)
{
    return {reinterpret_cast<const std::uint8_t *>(file.constData()), static_cast<std::size_t>(file.size())};
}

Result<UpdateStart> startAnew(Amp &amp, Kind kind, const QByteArray &file, const QDateTime &now)
{
    const auto state = amp.read();
    if (!state)
        return std::unexpected(state.error());
    UpdateStart start;
    start.entry.amp = amp.description().identity;
    start.entry.record.kind = kind;
    start.entry.started = start.entry.changed = now;
    start.entry.settings = settingsBackup(amp.description(), *state);
    start.entry.file = file;
    return start;
}

} // namespace

Result<FirmwareAccess *> firmwareOf(Amp &amp)
{
    if (FirmwareAccess *access = amp.firmware())
        return access;
    return failure(Errc::Unsupported, SENTENCE("error", "The firmware of this amp cannot be updated with this program."));
}

Error updateUnderWay(const firmware_update::Record &record)
{
    return {Errc::Conflict,
            SENTENCE("error", "A change from firmware %1 to %2 has begun and is not finished."),
            {record.from, record.to},
            SENTENCE("error", "Go on with it first.")};
}

bool isUpdateTo(const UpdateEntry &entry, const QByteArray &file)
{
    if (entry.record.kind != Kind::Install)
        return false;
    if (!entry.file.isEmpty() && entry.file == file)
        return true;
    const auto package = firmware_file::openPackage(viewOf(file));
    return package && firmware_file::sha256(package->image) == entry.record.file;
}

Result<Beginning> beginningOf(AmpLine &line, UpdateJournal journal)
{
    Amp *amp = line.amp();
    if (!amp)
        return failure(Errc::Disconnected, SENTENCE("error", "The amp is not connected."), {},
                       SENTENCE("error", "Check the cable and that the amp is switched on."));
    if (const auto access = firmwareOf(*amp); !access)
        return std::unexpected(access.error());
    auto entry = journal.find(amp->description().identity);
    if (!entry && entry.error().code != Errc::InvalidFile)
        return std::unexpected(entry.error());
    if (entry && !*entry) // files of a program that was killed while it wrote or removed them; only one program at a time has the line
        static_cast<void>(journal.end(amp->description().identity));
    return entry ? Beginning{amp, std::move(*entry), {}} : Beginning{amp, {}, entry.error()};
}

/// Goes on with an entry. Until the amp has been asked to run the image its settings are those of now, not those of then.
Result<UpdateStart> goOn(Amp &amp, UpdateEntry entry)
{
    if (wasAsked(entry.record))
        return UpdateStart{std::move(entry), true, true};
    const auto state = amp.read();
    if (!state)
        return std::unexpected(state.error());
    entry.settings = settingsBackup(amp.description(), *state);
    return UpdateStart{std::move(entry), true, false};
}

Result<UpdateStart> startInstall(Beginning beginning, const QByteArray &file, const QDateTime &now)
{
    if (beginning.entry && isUpdateTo(*beginning.entry, file)) {
        beginning.entry->file = file;
        return goOn(*beginning.amp, std::move(*beginning.entry));
    }
    if (beginning.entry && wasAsked(beginning.entry->record))
        return std::unexpected(updateUnderWay(beginning.entry->record));
    auto start = startAnew(*beginning.amp, Kind::Install, file, now);
    if (start)
        start->journalProblem = beginning.problem;
    return start;
}

Result<UpdateStart> startGoBack(Beginning beginning, const QDateTime &now)
{
    if (beginning.entry && beginning.entry->record.kind == Kind::GoBack)
        return goOn(*beginning.amp, std::move(*beginning.entry));
    if (beginning.entry && !wasAsked(beginning.entry->record)) // its other slot is half written
        return std::unexpected(updateUnderWay(beginning.entry->record));
    auto start = startAnew(*beginning.amp, Kind::GoBack, {}, now);
    if (!start)
        return start;
    start->journalProblem = beginning.problem;
    if (beginning.entry) // the image on trial is given up: what was set before it counts
        start->entry.settings = beginning.entry->settings;
    return start;
}

} // namespace gainstage
