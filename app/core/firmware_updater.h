// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/update_journal.h"
#include "devices/amp/state.h"

#include <QJsonObject>

#include <functional>

namespace gainstage {

/// What there is to know about an amp's firmware, for showing.
struct FirmwareStatus {
    SlotImages images;
    FirmwareIdentity identity;
    std::size_t largestImage = 0;           ///< bytes
    std::optional<UpdateEntry> interrupted; ///< an update that can be gone on with
    std::optional<Error> journalProblem;    ///< why it is not known whether there is one
};

/// How an update ended, with what became of the settings.
struct UpdateReport {
    firmware_update::Outcome outcome;
    std::string from, to;                      ///< versions
    bool settingsCompared = false;             ///< both were read
    QJsonObject settingsBefore, settingsAfter; ///< by key, only what differs (as difference() writes it)
    /// The settings that were lost can be put back with this; empty where nothing differs. Made against the description after the update.
    Change restore;
};

/// Updates of amps with everything around them: the checks, the journal, the settings. Window and command use the same one.
/// All functions block and speak to the amp: they belong on the thread that has it.
class FirmwareUpdater {
public:
    /// `folder`: the journal's. `now`: UTC.
    FirmwareUpdater(QString folder, std::function<QDateTime()> now);

    /// Asks only. Errc::Unsupported where the amp's firmware cannot be updated.
    Result<FirmwareStatus> status(Amp &amp) const;
    /// Every check on a file against this amp. Sends nothing that changes anything.
    Result<firmware_file::Inspection> check(Amp &amp, BytesView file) const;
    /// The checks that need no amp; the others are NotChecked.
    static firmware_file::Inspection checkAlone(BytesView file);

    /// Installs a file. An interrupted update of the same file is gone on with; one of another file is replaced where the amp has not been asked to run it.
    UpdateReport install(AmpLine &line, const QByteArray &file, firmware_file::Consent consent, const firmware_update::Listener &listener,
                         const std::stop_token &cancel) const;
    /// Goes on with the interrupted update. Errc::NotFound as NotChanged where there is none.
    UpdateReport resume(AmpLine &line, const firmware_update::Listener &listener, const std::stop_token &cancel) const;
    /// Gives an image on trial up, or goes back to the image in the other slot.
    UpdateReport goBack(AmpLine &line, firmware_file::Consent consent, const firmware_update::Listener &listener,
                        const std::stop_token &cancel) const;
    /// Confirms an image that is on trial, after it has shown that it works. Errc::Refused where none is.
    Result<SlotImages> confirm(Amp &amp) const;
    /// Forgets an interrupted update. Errc::NotFound where there is none; Conflict once the amp has been asked to run the image.
    Result<void> forget(const Identity &amp) const;

private:
    UpdateJournal m_journal;
    std::function<QDateTime()> m_now;
};

} // namespace gainstage
