// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/gap/equalizer.h"
#include "protocol/gap/map_reader.h"

namespace gainstage::gap {

// The keys on, pre and bands, which the equalizer and presets share.
Bands readBands(MapReader &in);
void putBands(QCborMap &map, const Bands &bands);

} // namespace gainstage::gap
