// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/digest.h"
#include "devices/firmware/keys.h"
#include "devices/firmware/uuid.h"
#include "protocol/bytes/result.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gainstage {

/// What the amp says of the image in one of its slots.
struct SlotImage {
    int slot = 0;
    std::string version; ///< "1.2.3" or "1.2.3.4", as the amp writes it
    firmware_file::Sha256 hash{};
    bool active = false;    ///< it runs
    bool confirmed = false; ///< it runs for good, or is what the amp goes back to
    bool pending = false;   ///< the next start runs it
    bool permanent = false; ///< … for good
    bool bootable = false;
    friend bool operator==(const SlotImage &, const SlotImage &) = default;
};
using SlotImages = std::vector<SlotImage>;

/// The image that runs, or null.
const SlotImage *runningImage(const SlotImages &images);
/// The one in the other slot, or null.
const SlotImage *otherImage(const SlotImages &images);

/// What an image for this amp must fit. What the amp does not tell is absent.
struct FirmwareIdentity {
    std::optional<firmware_file::Uuid> vendor, classId;
    std::optional<std::uint32_t> securityCounter;
    std::vector<firmware_file::PublicKey> keys;         ///< that the amp trusts: the current and the next one
    std::optional<std::chrono::milliseconds> trialLeft; ///< until an image that nobody confirms is given up
};

/// The firmware of an open amp that can be updated (SMP groups 0 and 1 in the open protocol). Same thread and life as its Amp.
/// Errors are those of the wire; what the amp refuses is Errc::Refused; Errc::NotVerified where an answer to a write was lost.
class FirmwareAccess {
public:
    virtual ~FirmwareAccess() = default;

    virtual Result<SlotImages> images() = 0;
    virtual Result<FirmwareIdentity> identity() = 0;
    /// Bytes of the largest image that the other slot takes.
    virtual Result<std::size_t> largestImage() = 0;

    /// Keeps settings from being written by other clients for so long, or until the amp restarts. Errc::Locked while another one does so;
    /// Errc::Unsupported where the amp has no lock.
    virtual Result<void> holdOthersBack(std::chrono::milliseconds duration) = 0;
    virtual Result<void> letOthersWrite() = 0;

    /// Called with the bytes that the amp holds after each piece; false stops the upload (Errc::Cancelled), which can be gone on with.
    using Taken = std::function<bool(std::size_t bytes)>;
    /// Sends a file into the other slot, from where the amp already has it. `onlyNewer`: the amp shall refuse a version that is not newer.
    /// Errc::NotVerified where the amp found that it took something else than was sent.
    virtual Result<void> upload(BytesView file, bool onlyNewer, const Taken &taken) = 0;
    /// The image with this hash is to run after the next start, on trial. Changes nothing else. The answer is what holds afterwards.
    virtual Result<SlotImages> test(const firmware_file::Sha256 &hash) = 0;
    /// The image that runs is good.
    virtual Result<SlotImages> confirm() = 0;
    /// The amp restarts soon after the answer.
    virtual Result<void> restart() = 0;
    /// The amp does what it is for: an echo and one read of its settings.
    virtual Result<void> prove() = 0;
};

} // namespace gainstage
