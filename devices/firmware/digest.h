// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/bytes.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace gainstage::firmware_file {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(BytesView bytes);
/// 64 lower-case hex digits.
std::string hexText(BytesView bytes);
/// Exactly 64 hex digits, upper or lower case.
std::optional<Sha256> sha256FromHex(std::string_view text);

} // namespace gainstage::firmware_file
