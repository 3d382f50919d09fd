// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>

namespace gainstage::sim {

/// A value, or an English sentence that says what is wrong with what. The simulator speaks to developers and is not translated.
template <typename T>
using Outcome = std::expected<T, std::string>;

/// What errno says, for the end of such a sentence.
std::string systemReason();

} // namespace gainstage::sim
