// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/amp_line.h"
#include "devices/firmware/firmware_access.h"
#include "devices/firmware/verify.h"

#include <stop_token>

/// The update of an amp's firmware as a state machine (devices/firmware/README.md has the table of states). Whatever is cut, the amp's own
/// answers and the journal say where to go on: every run begins by asking.
namespace gainstage::firmware_update {

enum class Stage : std::uint8_t {
    Verify,        ///< every check on the file, against this amp
    Query,         ///< what is in the slots, whether the amp is ready
    Upload,        ///< the file goes into the other slot
    CheckUploaded, ///< the amp says that it has this image
    MarkTest,      ///< it is to run after the next start; from here on nothing can be cancelled
    Reset,
    WaitReturn,    ///< the amp exchanges the images and starts
    VerifyRunning, ///< which image runs, and does it work
    Confirm,
    Done,
    RolledBack, ///< the amp went back to the image before
    Failed,
};
/// "verify", "query", "upload", "check-uploaded", "mark-test", "reset", "wait-return", "verify-running", "confirm", "done", "rolled-back",
/// "failed": for scripts and the journal.
const char *nameOf(Stage stage);
std::optional<Stage> stageFromName(std::string_view name);
/// Whether stopping here leaves the amp with what it runs now.
bool canCancel(Stage stage);

/// Told at each change of stage, and some ten times a second during an upload.
struct Progress {
    Stage stage = Stage::Verify;
    std::size_t taken = 0, size = 0;                    ///< bytes of the file that the amp holds, of all; 0 of 0 outside Upload
    double bytesPerSecond = 0;                          ///< over the last seconds; 0 while not known
    std::optional<std::chrono::milliseconds> remaining; ///< of the upload, where it can be told
    bool canCancel = true;
};
using Listener = std::function<void(const Progress &progress)>;

enum class Kind : std::uint8_t {
    Install, ///< a file
    GoBack,  ///< to the image in the other slot
};

/// What is known about an update that has begun: enough to go on with it in another life of the program.
struct Record {
    Kind kind = Kind::Install;
    Stage stage = Stage::Verify;
    firmware_file::Sha256 file{};   ///< SHA-256 of the whole image as it is sent; zeros for GoBack
    firmware_file::Sha256 image{};  ///< hash of the image that is to run
    firmware_file::Sha256 before{}; ///< hash of the image that ran
    std::string from, to;           ///< versions
    bool consent = false;           ///< somebody agreed to a version that is not newer
    friend bool operator==(const Record &, const Record &) = default;
};

/// Where the record is kept. A write must be durable when it returns.
class Journal {
public:
    virtual ~Journal() = default;
    /// Before the stage is entered. An error before MarkTest ends the update with nothing changed; later ones are told and passed over, as
    /// the amp's answers are enough to go on.
    virtual Result<void> write(const Record &record) = 0;
};

/// How it ended, for people and scripts.
enum class Ending : std::uint8_t {
    Installed,        ///< runs and is confirmed
    AlreadyInstalled, ///< ran before; nothing was sent
    WentBack,         ///< the wish to go back is fulfilled and confirmed
    RolledBack,       ///< the amp gave the new image up by itself; the one before runs
    NotChanged,       ///< refused, cancelled or failed before anything was asked to run
    Unfinished,       ///< cut after MarkTest: which image runs in the end is not known yet
};
/// "installed", "already-installed", "went-back", "rolled-back", "not-changed", "unfinished"
const char *nameOf(Ending ending);

struct Outcome {
    Ending ending = Ending::NotChanged;
    Stage stage = Stage::Verify;            ///< where it ended
    std::optional<Error> why;               ///< for NotChanged, RolledBack, Unfinished
    bool canRetry = false;                  ///< the cause may pass (cable, busy, power): going on later makes sense
    std::string runs;                       ///< version that runs now; empty where not known
    std::vector<Error> remarks;             ///< what did not work and did not matter
    firmware_file::Inspection inspection{}; ///< of the file, where there was one
};

/// What is to be done.
struct Order {
    Kind kind = Kind::Install;
    BytesView file;                                                ///< for Install; as it came, bare or cabinet
    firmware_file::Consent consent = firmware_file::Consent::None; ///< the one thing that somebody agreed to
    std::optional<Record> unfinished;                              ///< the journal's, when an interrupted update is gone on with
};

/// Blocking; `line` is open at the start, and open again at the end where the amp is there. `cancel` stops before MarkTest and is not heeded
/// afterwards.
Outcome run(AmpLine &line, const Order &order, Journal &journal, const Listener &listener, const std::stop_token &cancel);

/// What somebody has to agree to before the amp goes back to the image in its other slot: Downgrade, or None.
firmware_file::Consent consentToGoBack(const SlotImages &images);

/// What inspect() compares a file with, from the amp itself.
struct DeviceView {
    SlotImages images;
    FirmwareIdentity identity;
    firmware_file::DeviceFacts facts;
};
Result<DeviceView> look(FirmwareAccess &access);

} // namespace gainstage::firmware_update
