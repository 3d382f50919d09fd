// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/setting.h"

#include <string>

namespace gainstage {

// Values as facts of an Error, in UTF-8: numbers through the default locale, with their unit where it has a symbol.

/// A raw number of this range: "−32.5 dB".
std::string numberFact(const Range &range, std::int32_t raw);
/// The keys of all choices: "low, mid, high".
std::string choicesFact(const Choices &choices);
/// A choice's key, a number with its unit, "1" or "0" of a switch; a dash where the value is not known.
std::string valueFact(const Setting &setting, std::optional<Value> value);

} // namespace gainstage
