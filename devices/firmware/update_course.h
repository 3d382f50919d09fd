// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/update.h"

#include <variant>

namespace gainstage::firmware_update {

/// How a run is over.
struct End {
    Ending ending = Ending::NotChanged;
    std::optional<Error> why;
    bool canRetry = false;
};
/// What a stage leads to.
using Step = std::variant<Stage, End>;

/// Whether this means that words were lost on the way, not that the amp said no: asking again makes sense.
bool isLoss(Errc code);

/// What the stages of one run share, and how they speak to the amp. Lives as long as the call of run().
class Course {
public:
    Course(AmpLine &line, const Order &order, Journal &journal, const Listener &listener, std::stop_token cancel);

    const Order &order() const { return m_order; }
    AmpLine &line() const { return m_line; }

    Record record;
    firmware_file::Inspection inspection;
    std::optional<Error> refusal; ///< of the file, when an update has gone so far that the amp's slots are asked first
    bool begun = false;           ///< `record` is that of an interrupted update
    bool asked = false;           ///< the amp may have been asked to run the image: from here on an error leaves it open which one runs
    bool sent = false;            ///< the file went over in this run
    bool held = false;            ///< others are kept from writing settings
    int uploads = 0, restarts = 0;
    std::optional<Error> givenUp;            ///< why the new image is not to be kept
    Duration patience = kShortestReturn;     ///< for a restart with an exchange of the images
    Duration lock = std::chrono::minutes(1); ///< how long others are kept from writing
    std::vector<Error> remarks;
    std::string runs; ///< version; empty where not known

    static constexpr Duration kShortestReturn = std::chrono::seconds(120);

    /// Tells of a stage and writes it down, where something has begun; an end where that may not be.
    std::optional<End> enter(Stage stage);
    void tell(const Progress &progress) const;
    bool isCancelled() const;
    End cancelled() const;
    /// NotChanged or Unfinished, as far as it is.
    End failed(Error why) const;

    /// Errc::Disconnected, Errc::Unsupported.
    Result<FirmwareAccess *> firmware() const;
    /// What is in the slots. HID has no checksum of its own, and much depends on single bits: an answer counts when it has come twice in a row.
    Result<SlotImages> images();
    /// The same, opening the amp again where it is lost.
    Result<SlotImages> imagesAgain(Duration limit);
    /// Closes the amp and tries to open it, once a second.
    Result<void> reopen(Duration limit) const;
    Result<void> holdOthersBack();

private:
    AmpLine &m_line;
    const Order &m_order;
    Journal &m_journal;
    const Listener &m_listener;
    std::stop_token m_cancel;
    bool m_journalFailed = false;
};

} // namespace gainstage::firmware_update
