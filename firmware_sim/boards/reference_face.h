// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/simulated_amp.h"
#include "firmware_sim/families/foreign_amp.h"

#include <optional>
#include <string_view>

namespace gainstage::sim {

/// "desktop" and "dongle"; nothing for another name.
std::optional<Model> referenceModel(std::string_view name);

/// How a reference amp shows itself on USB. The numbers are those that pid.codes leaves to everybody for tests (1209:0001 and 1209:0002).
/// `hid` gives it the report descriptor of protocol/README.md, 2.2.
UsbFace referenceFace(Model model, const std::string &serialNumber, bool hid);

} // namespace gainstage::sim
