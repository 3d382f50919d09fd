// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/firmware.h"
