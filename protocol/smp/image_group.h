// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"
#include "protocol/smp/packet.h"

#include <array>
#include <string>
#include <vector>

// Group 1 (protocol/README.md, section 3): images in slots, as MCUmgr has them. decode() gives Errc::BadFrame for what makes no sense.
namespace gainstage::smp {

enum class ImageCommand : std::uint8_t { State = 0, Upload = 1, Erase = 5, SlotInfo = 6 };

using Sha256 = std::array<std::uint8_t, 32>;

// What we take from an amp at most; far above any amp.
inline constexpr qsizetype kMostImages = 16;
inline constexpr std::uint32_t kLargestImage = 1U << 30U; ///< bytes

/// What the amp says of the image in one slot. Flags that it leaves out are false.
struct ImageState {
    std::uint32_t image = 0; ///< which of several processors; 0 where there is one
    std::uint32_t slot = 0;
    std::string version; ///< "1.2.3" or "1.2.3.4"
    Sha256 hash{};       ///< over header, payload and protected TLVs
    bool bootable = false, pending = false, confirmed = false, active = false, permanent = false;
    friend bool operator==(const ImageState &, const ImageState &) = default;
};

/// Command 0: the answer to a read and to a write.
struct ImageStateReply {
    std::vector<ImageState> images;
    QCborMap encode() const;
    static Result<ImageStateReply> decode(const QCborMap &map);
};
/// With a hash: run that image at the next start, for good if `confirm`, otherwise on trial. Without: the running image is good.
struct ImageStateWrite {
    std::optional<Sha256> hash;
    bool confirm = false;
    QCborMap encode() const;
    static Result<ImageStateWrite> decode(const QCborMap &map);
};

/// Command 1: the first piece of a file, from its beginning.
struct UploadFirst {
    std::uint32_t length = 0; ///< of the whole file, bytes
    Sha256 sha{};             ///< of the whole file
    Bytes data;
    bool onlyNewer = false; ///< "upgrade": the amp refuses a version that is not newer
    QCborMap encode() const;
    static Result<UploadFirst> decode(const QCborMap &map);
    /// Bytes of data that a packet of `packetLimit` bytes carries besides; `data` does not count.
    std::size_t room(std::size_t packetLimit) const;
};
/// Command 1: each further piece.
struct UploadNext {
    std::uint32_t offset = 0;
    Bytes data;
    QCborMap encode() const;
    static Result<UploadNext> decode(const QCborMap &map);
    /// As UploadFirst has it.
    std::size_t room(std::size_t packetLimit) const;
};
struct UploadReply {
    std::uint32_t offset = 0;    ///< where the next piece must begin
    std::optional<bool> matches; ///< once the file is complete: whether it has the announced hash
    QCborMap encode() const;
    static Result<UploadReply> decode(const QCborMap &map);
};

/// Command 6.
struct SlotInfo {
    std::uint32_t slot = 0;
    std::uint32_t size = 0;                   ///< bytes
    std::optional<std::uint32_t> uploadImage; ///< there where a file can be sent to it: the number that the upload must name
};
struct ImageSlots {
    std::uint32_t image = 0;
    std::vector<SlotInfo> slots;
    std::optional<std::uint32_t> largestImage; ///< bytes
};
struct SlotInfoReply {
    std::vector<ImageSlots> images;
    QCborMap encode() const;
    static Result<SlotInfoReply> decode(const QCborMap &map);
};

} // namespace gainstage::smp
