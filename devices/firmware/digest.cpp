// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/digest.h"

#include <sodium.h>

#include <algorithm>

namespace gainstage::firmware_file {

Sha256 sha256(BytesView bytes)
{
    Sha256 digest{};
    crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    return digest;
}

std::string hexText(BytesView bytes)
{
    std::string text = toHex(bytes);
    std::erase(text, ' ');
    return text;
}

std::optional<Sha256> sha256FromHex(std::string_view text)
{
    Sha256 digest{};
    const Bytes bytes = fromHex(text);
    // White space, which fromHex() passes over, would make the text longer than its bytes.
    if (bytes.size() != digest.size() || text.size() != 2 * digest.size())
        return std::nullopt;
    std::ranges::copy(bytes, digest.begin());
    return digest;
}

} // namespace gainstage::firmware_file
