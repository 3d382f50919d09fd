// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calc/inputs.h"
#include "devices/eq/filter.h"

namespace gainstage::calc {

/// "type", "f0", "q", and "gain_db" where the type has one.
eq::Filter filterFrom(const Inputs &in);
std::vector<eq::Filter> filtersFrom(const Inputs &in, const char *key);

} // namespace gainstage::calc
