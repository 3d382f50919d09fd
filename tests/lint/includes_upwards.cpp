// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with what the SMP room's users see: it must fail, because amps are above it.
#include "devices/amp/amp.h"
