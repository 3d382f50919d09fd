// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace gainstage {

/// Base64 (RFC 4648, section 4) with padding.
std::string toBase64(BytesView bytes);

/// The bytes of a base64 text; nullopt for anything but whole groups of four of its alphabet with padding only at the end.
std::optional<Bytes> fromBase64(std::string_view text);

} // namespace gainstage
