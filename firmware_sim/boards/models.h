// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/amp_board.h"
#include "firmware_sim/boards/simulated_amp.h"

namespace gainstage::sim {

/// What an amp of this model is made of.
AmpBoard::Setup setupOf(Model model, const std::string &serialNumber, std::uint32_t seed, const std::vector<LinkKind> &links);

} // namespace gainstage::sim
