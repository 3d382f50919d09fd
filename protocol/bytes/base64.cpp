// SPDX-License-Identifier: Apache-2.0
#include "protocol/bytes/base64.h"

#include <algorithm>
#include <array>

namespace gainstage {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t notInAlphabet = 0xff;

constexpr std::array<std::uint8_t, 256> valueOfCharacter = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(notInAlphabet);
    for (std::size_t value = 0; value < alphabet.size(); ++value)
        table[static_cast<std::uint8_t>(alphabet[value])] = static_cast<std::uint8_t>(value);
    return table;
}();

std::size_t paddingOf(std::string_view text)
{
    if (text.ends_with("=="))
        return 2;
    return text.ends_with('=') ? 1 : 0;
}

/// Appends the bytes of four characters, of which the last `padding` are filled in as zero.
bool appendGroup(Bytes &bytes, std::string_view group, std::size_t padding)
{
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint8_t value = i < 4 - padding ? valueOfCharacter[static_cast<std::uint8_t>(group[i])] : std::uint8_t{0};
        if (value == notInAlphabet)
            return false;
        bits = bits << 6U | value;
    }
    for (std::size_t i = 0; i < 3 - padding; ++i)
        bytes.push_back(static_cast<std::uint8_t>(bits >> (16 - 8 * i)));
    return true;
}

} // namespace

std::string toBase64(BytesView bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8U | (i < count ? bytes[at + i] : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= count ? alphabet[bits >> (18 - 6 * i) & 0x3fU] : '=';
    }
    return text;
}

std::optional<Bytes> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t at = 0; at < text.size(); at += 4) {
        const bool last = at + 4 == text.size();
        if (!appendGroup(bytes, text.substr(at, 4), last ? paddingOf(text) : 0))
            return std::nullopt;
    }
    return bytes;
}

} // namespace gainstage
