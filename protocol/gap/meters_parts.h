// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/gap/map_reader.h"
#include "protocol/gap/meters.h"

namespace gainstage::gap {

// The keys of a measurement, which the answer and the event share.
MetersReply readMeters(MapReader &in);
void putMeters(QCborMap &map, const MetersReply &meters);

} // namespace gainstage::gap
