// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainstage {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

/// Lower-case hex with a space between bytes: "0a 00 ff".
std::string toHex(BytesView bytes);

/// Bytes of a hex text; white space is ignored. Stops at the first character that is neither (for literals in tests and traces).
Bytes fromHex(std::string_view text);

} // namespace gainstage
