// SPDX-License-Identifier: Apache-2.0
#include "protocol/bytes/bytes.h"

#include <optional>

namespace gainstage {
namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::optional<unsigned> digitValue(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F')
        return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

} // namespace

std::string toHex(BytesView bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 3);
    for (const std::uint8_t byte : bytes) {
        if (!text.empty())
            text += ' ';
        text += digits[byte >> 4U];
        text += digits[byte & 0x0fU];
    }
    return text;
}

Bytes fromHex(std::string_view text)
{
    Bytes bytes;
    std::optional<unsigned> high;
    for (const char c : text) {
        if (isSpace(c))
            continue;
        const auto value = digitValue(c);
        if (!value)
            break;
        if (high)
            bytes.push_back(static_cast<std::uint8_t>(*high << 4U | *value));
        high = high ? std::nullopt : value;
    }
    return bytes;
}

} // namespace gainstage
