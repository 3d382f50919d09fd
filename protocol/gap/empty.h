// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/smp/empty.h"

namespace gainstage::gap {

using smp::Empty;

} // namespace gainstage::gap
