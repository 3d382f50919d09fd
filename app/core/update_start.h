// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/update_journal.h"

namespace gainstage {

/// How an update begins: what the journal has about the amp, and what becomes of it.

/// Errc::Unsupported where the amp's firmware cannot be updated.
Result<FirmwareAccess *> firmwareOf(Amp &amp);
/// Errc::Conflict: another update has to be finished first.
Error updateUnderWay(const firmware_update::Record &record);

/// Whether a file, bare or in a cabinet, is what an interrupted update was about.
bool isUpdateTo(const UpdateEntry &entry, const QByteArray &file);

/// The amp that an update is about, and what the journal has about it.
struct Beginning {
    Amp *amp = nullptr;
    std::optional<UpdateEntry> entry;
    std::optional<Error> problem; ///< the journal's, where what it has is damaged and will be replaced
};

/// Removes what is left of an update of this amp that is over. Errc::Disconnected, Unsupported, FileIo.
Result<Beginning> beginningOf(AmpLine &line, UpdateJournal journal);

/// What an update begins with: an entry for the journal, new or found there.
struct UpdateStart {
    UpdateEntry entry;
    bool isFound = false;                     ///< goes on with an entry of the journal
    bool isWritten = false;                   ///< it stands in the journal as it is here
    std::optional<Error> journalProblem = {}; ///< told as a remark
};

/// With what the amp is set to, for afterwards. Errors of the wire; Errc::Conflict where another update has to be finished first.
Result<UpdateStart> goOn(Amp &amp, UpdateEntry entry);
Result<UpdateStart> startInstall(Beginning beginning, const QByteArray &file, const QDateTime &now);
Result<UpdateStart> startGoBack(Beginning beginning, const QDateTime &now);

} // namespace gainstage
