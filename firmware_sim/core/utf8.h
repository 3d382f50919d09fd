// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace gainstage::firmware {

/// Whether the bytes are UTF-8 as RFC 3629 has it: shortest forms, no surrogates, up to U+10FFFF.
bool isUtf8(std::span<const std::uint8_t> bytes);

} // namespace gainstage::firmware
