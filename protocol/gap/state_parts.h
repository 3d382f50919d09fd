// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/gap/map_reader.h"
#include "protocol/gap/state.h"

namespace gainstage::gap {

// Parts that the state and events share.
Jack readJack(MapReader &in);
void putJack(QCborMap &map, const Jack &jack);
Input readInput(MapReader &in);
QCborMap inputMap(const Input &input);

} // namespace gainstage::gap
