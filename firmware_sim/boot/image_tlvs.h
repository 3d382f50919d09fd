// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/image.h"

namespace gainstage::firmware {

/// Reads both TLV areas behind the payload: each TLV of the profile exactly once, in its area, of its size, and nothing unknown.
ImageResult readTlvs(const ImagePlace &place, const ImageHeader &header);

} // namespace gainstage::firmware
