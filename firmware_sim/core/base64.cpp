// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/base64.h"

#include <algorithm>
#include <string_view>

namespace gainstage::firmware {

namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int sextetOf(std::uint8_t character)
{
    if (character >= 'A' && character <= 'Z')
        return character - 'A';
    if (character >= 'a' && character <= 'z')
        return character - 'a' + 26;
    if (character >= '0' && character <= '9')
        return character - '0' + 52;
    return character == '+' ? 62 : character == '/' ? 63 : -1;
}

std::size_t paddingOf(std::span<const std::uint8_t> text)
{
    if (text.empty() || text.back() != '=')
        return 0;
    return text[text.size() - 2] == '=' ? 2 : 1;
}

} // namespace

std::size_t encodeBase64(std::span<const std::uint8_t> bytes, std::span<std::uint8_t> out)
{
    std::size_t written = 0;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = (group << 8) | (i < count ? bytes[at + i] : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            out[written++] = i <= count ? static_cast<std::uint8_t>(kAlphabet[(group >> (18 - 6 * i)) & 0x3f]) : std::uint8_t{'='};
    }
    return written;
}

std::optional<std::size_t> decodeBase64(std::span<const std::uint8_t> text, std::span<std::uint8_t> out)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    const std::size_t padding = paddingOf(text);
    std::size_t written = 0;
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int sextet = i + padding < text.size() ? sextetOf(text[i]) : 0;
        if (sextet < 0)
            return std::nullopt;
        group = (group << 6) | static_cast<std::uint32_t>(sextet);
        if (i % 4 != 3)
            continue;
        for (std::size_t byte = 0; byte < 3; ++byte)
            out[written++] = static_cast<std::uint8_t>(group >> (16 - 8 * byte));
        group = 0;
    }
    return written - padding;
}

} // namespace gainstage::firmware
