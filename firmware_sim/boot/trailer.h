// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/boot_hardware.h"

#include <optional>

namespace gainstage::firmware {

enum class SwapType : std::uint8_t { None = 1, Test = 2, Permanent = 3, Revert = 4 };

/// What slot 0's trailer says of the swap that began last.
struct SwapInfo {
    SwapType type = SwapType::None;
    std::uint32_t bytes = 0;  ///< of the larger image
    std::uint32_t source = 0; ///< where the new image began in slot 1
};

/// MCUboot's flags at the end of a slot, from the end downward: magic (16 bytes), image ok, copy done, swap info, source, swap size (8 bytes each,
/// padded with ff); below them the status of the swap. Something half written counts as not written.
class Trailer {
public:
    Trailer(BootHardware &hardware, Region slot);

    /// Bytes that the trailer takes at the end of each slot, in whole sectors.
    static std::size_t size(BootHardware &hardware);
    std::size_t offset() const { return m_end - m_size; } ///< in the slot
    std::size_t statusSize() const { return m_size - kFlags; }

    bool isMarked() const; ///< has the magic
    bool isImageOk() const { return flag(kImageOk); }
    bool isCopyDone() const { return flag(kCopyDone); }
    std::optional<SwapInfo> info() const;
    bool isBlank() const;

    // Each is false when the flash fails.
    bool erase();
    bool setImageOk() { return setFlag(kImageOk); }
    bool setCopyDone() { return setFlag(kCopyDone); }
    bool setInfo(const SwapInfo &info);
    bool mark(); ///< comes last: before it, the other flags mean nothing

private:
    // Distances from the end of the slot.
    static constexpr std::size_t kMagic = 16, kImageOk = 24, kCopyDone = 32, kSwapInfo = 40, kSource = 48, kSwapSize = 56, kFlags = 64;

    bool flag(std::size_t fromEnd) const;
    bool setFlag(std::size_t fromEnd) { return setWord(fromEnd, 1, 1); }
    bool setWord(std::size_t fromEnd, std::uint32_t value, std::size_t bytes);
    std::optional<std::uint32_t> word(std::size_t fromEnd) const;

    BootHardware &m_hardware;
    Region m_slot;
    std::size_t m_end, m_size;
};

} // namespace gainstage::firmware
