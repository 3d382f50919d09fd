// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/memory.h"

namespace gainstage::firmware {

// How `Remembered` lies in a record of the journal; numbers are big-endian:
//
//   image   = version (1 byte, 1), wear (4), content, number of slots (1), slot…
//   slot    = used (1), length of the name (1), name, content if used
//   content = number of settings (1), (id (2), value (4))…, equalizer on (1), preamp (4), number of bands (1),
//             (type (1), on (1), hertz (4), centi-decibel (4), milli-Q (4))…
//
// Settings stand by their id, and what a firmware does not know or allow is left out on reading, so that settings outlive an update.

/// Size of the image; 0 when it does not fit.
std::size_t encodeImage(const ModelDefinition &model, const Remembered &stored, std::span<std::uint8_t> out);
/// False when the image is no image; `stored` is then half read.
bool decodeImage(const ModelDefinition &model, std::span<const std::uint8_t> image, Remembered &stored);

} // namespace gainstage::firmware
