// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace gainstage::firmware {

/// Errors of SMP itself (protocol/README.md, 4).
enum class SmpError : std::uint8_t { Unknown = 1, NoMemory = 2, Malformed = 3, NoEntry = 5, TooLarge = 7, NotSupported = 8, TooOld = 12 };

/// Errors of the amp group.
enum class AmpError : std::uint8_t {
    Unknown = 1,
    NoSuchSetting,
    OutOfRange,
    ReadOnly,
    NotNow,
    Revision,
    Locked,
    NotTheHolder,
    NoSuchSlot,
    SlotEmpty,
    BadName,
    BadBand,
    BadToken,
    Flash,
};

/// Errors of the image group, as MCUmgr counts them.
enum class ImageCode : std::uint8_t {
    Unknown = 1,
    NoTlvs = 4,
    InvalidTlv = 5,
    SeveralHashes = 6,
    TlvSize = 7,
    HashNotFound = 8,
    NoFreeSlot = 9,
    Read = 11,
    Write = 12,
    Erase = 13,
    InvalidSlot = 14,
    InvalidLength = 21,
    Header = 22,
    Magic = 23,
    Hash = 24,
    RunningNewer = 27,
    AlreadyPending = 28,
    TooLarge = 30,
    Overrun = 31,
    TestingActive = 33,
};

inline constexpr std::uint16_t kOsGroup = 0, kImageGroup = 1, kAmpGroup = 64;

/// Why a request was refused.
struct Refusal {
    SmpError generic = SmpError::Unknown; ///< all that there is to say, or what a client of version 0 is told
    std::uint8_t code = 0;                ///< of `group`; 0 where the generic error is the answer
    std::uint16_t group = 0;
    std::optional<std::uint64_t> id = {}; ///< setting, slot or band to blame
};

/// Nothing: the request was done and its answer is written.
using Outcome = std::optional<Refusal>;

inline Refusal refuse(SmpError error)
{
    return {.generic = error};
}

inline Refusal refuse(AmpError error, std::optional<std::uint64_t> id = std::nullopt)
{
    return {.generic = SmpError::Unknown, .code = static_cast<std::uint8_t>(error), .group = kAmpGroup, .id = id};
}

inline Refusal refuse(ImageCode error)
{
    return {.generic = SmpError::Unknown, .code = static_cast<std::uint8_t>(error), .group = kImageGroup};
}

} // namespace gainstage::firmware
