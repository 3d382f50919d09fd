// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/smp/map_reader.h"

namespace gainstage::gap {

using smp::kLongestText;
using smp::MapReader;
using smp::put;
using smp::putIf;
using smp::valuesMap;

} // namespace gainstage::gap
