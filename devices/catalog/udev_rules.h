// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gainstage::catalog {

/// The name of the file that udev reads them from. Below 73, whose rules carry the access out.
constexpr std::string_view kUdevRulesFile = "70-gainstage.rules";

/// Rules for udev that let whoever sits at the computer use the amps that are supported, and keep ModemManager off their serial lines. Amps that are
/// only known stay closed. app/desktop/70-gainstage.rules is this text.
std::string udevRules();

/// What is left of rules without comments and empty lines: two files with the same are the same to udev.
std::string udevRulesOnly(std::string_view text);

} // namespace gainstage::catalog
