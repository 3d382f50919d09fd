// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace gainstage::firmware {

/// The parts of NOR flash that firmware images need. Slot 0 holds the image that runs, slot 1 the other one.
enum class Region : std::uint8_t { Counter, Slot0, Slot1 };

/// What is programmed begins at a multiple of this many bytes, and is a multiple long.
inline constexpr std::size_t kWriteAlignment = 8;
/// No piece that is programmed is longer than this, or crosses a multiple of it.
inline constexpr std::size_t kFlashPage = 256;

using Digest = std::array<std::uint8_t, 32>;
using PublicKey = std::array<std::uint8_t, 32>;
using SignatureBytes = std::array<std::uint8_t, 64>;

/// What a boot loader can see and touch: flash, and the cryptography that parts have in ROM or as a library.
class BootHardware {
public:
    /// Whole sectors; both slots are of one size.
    virtual std::size_t regionSize(Region region) = 0;
    virtual std::size_t regionSectorSize() = 0;
    /// Any bytes. What a power cut left half written may read otherwise each time until it is erased. False on failure.
    virtual bool regionRead(Region region, std::size_t offset, std::span<std::uint8_t> out) = 0;
    /// Clears bits. False on failure, as the next one.
    virtual bool regionProgram(Region region, std::size_t offset, std::span<const std::uint8_t> data) = 0;
    virtual bool regionErase(Region region, std::size_t sectorOffset) = 0;

    /// One digest at a time: begin, any number of pieces, end.
    virtual void sha256Begin() = 0;
    virtual void sha256Add(std::span<const std::uint8_t> data) = 0;
    virtual Digest sha256End() = 0;
    virtual bool verifyEd25519(const PublicKey &key, const SignatureBytes &signature, std::span<const std::uint8_t> message) = 0;

protected:
    ~BootHardware() = default;
};

} // namespace gainstage::firmware
