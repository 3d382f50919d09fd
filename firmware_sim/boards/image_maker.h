// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/slot_flash.h"
#include "firmware_sim/boot/image.h"
#include "firmware_sim/core/model.h"

#include <string_view>
#include <vector>

namespace gainstage::sim {

/// Seed of an Ed25519 key.
using KeySeed = std::array<std::uint8_t, 32>;

/// The keys of the simulated amps are published test keys (RFC 8032, section 7.1, tests 1 and 2): whoever reads this can sign for them, on purpose.
inline constexpr KeySeed kSimulatorKey = {0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
                                          0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60};
inline constexpr KeySeed kNextSimulatorKey = {0x4c, 0xcd, 0x08, 0x9b, 0x28, 0xff, 0x96, 0xda, 0x9d, 0xb6, 0xc3, 0x46, 0xec, 0x11, 0x4e, 0x0f,
                                              0x5b, 0x8a, 0x31, 0x9f, 0x35, 0xab, 0xa6, 0x24, 0xda, 0x8c, 0xf6, 0xed, 0x4f, 0xb8, 0xa6, 0xfb};

/// What goes into an image.
struct ImageContent {
    firmware::Version version;
    std::vector<std::uint8_t> payload;
    std::uint32_t counter = 1;
    firmware::Uuid vendor{}, device{};
    KeySeed key = kSimulatorKey;
};

/// An image whose payload begins like this does not pass the self-test of a simulated amp.
inline constexpr std::string_view kFailingImage = "self-test: fail";

/// A signed image as a file.
std::vector<std::uint8_t> makeImage(const ImageContent &content);

/// The image that a simulated amp has when it is new: the model's version, and a payload that only fills it.
std::vector<std::uint8_t> factoryImage(const firmware::ModelDefinition &model);

/// The flash of an amp that comes out of its box.
SlotFlash newSlotFlash(const firmware::ModelDefinition &model, std::uint32_t seed = 1);

} // namespace gainstage::sim
