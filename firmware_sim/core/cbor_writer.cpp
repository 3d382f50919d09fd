// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/cbor_writer.h"

#include <algorithm>
#include <array>

namespace gainstage::firmware {

namespace {

enum Major : std::uint8_t { Unsigned = 0, Negative = 1, ByteString = 2, TextString = 3, Array = 4, Map = 5 };
constexpr std::uint8_t kFalse = 0xf4, kTrue = 0xf5;

std::span<const std::uint8_t> asBytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

} // namespace

std::size_t cborHeadSize(std::uint64_t argument)
{
    if (argument < 24)
        return 1;
    if (argument <= 0xff)
        return 2;
    if (argument <= 0xffff)
        return 3;
    return argument <= 0xffffffff ? 5 : 9;
}

void CborWriter::head(std::uint8_t major, std::uint64_t argument)
{
    const std::size_t size = cborHeadSize(argument);
    const auto kind = static_cast<std::uint8_t>(major << 5);
    std::array<std::uint8_t, 9> bytes{};
    if (size == 1) {
        bytes[0] = static_cast<std::uint8_t>(kind | argument);
    } else {
        const std::uint8_t width = size == 2 ? 24 : size == 3 ? 25 : size == 5 ? 26 : 27;
        bytes[0] = static_cast<std::uint8_t>(kind | width);
        for (std::size_t i = 1; i < size; ++i)
            bytes[i] = static_cast<std::uint8_t>(argument >> (8 * (size - 1 - i)));
    }
    raw(std::span(bytes).first(size));
}

CborWriter &CborWriter::raw(std::span<const std::uint8_t> value)
{
    if (m_overflowed || value.size() > room()) {
        m_overflowed = true;
        return *this;
    }
    std::copy(value.begin(), value.end(), m_out.begin() + static_cast<std::ptrdiff_t>(m_size));
    m_size += value.size();
    return *this;
}

CborWriter &CborWriter::map(std::size_t pairs)
{
    head(Map, pairs);
    return *this;
}

CborWriter &CborWriter::array(std::size_t items)
{
    head(Array, items);
    return *this;
}

CborWriter &CborWriter::number(std::int64_t value)
{
    if (value < 0)
        head(Negative, static_cast<std::uint64_t>(-1 - value));
    else
        head(Unsigned, static_cast<std::uint64_t>(value));
    return *this;
}

CborWriter &CborWriter::unsignedNumber(std::uint64_t value)
{
    head(Unsigned, value);
    return *this;
}

CborWriter &CborWriter::textHead(std::size_t length)
{
    head(TextString, length);
    return *this;
}

CborWriter &CborWriter::text(std::string_view value)
{
    return textHead(value.size()).content(value);
}

CborWriter &CborWriter::content(std::string_view part)
{
    return raw(asBytes(part));
}

CborWriter &CborWriter::bytes(std::span<const std::uint8_t> value)
{
    head(ByteString, value.size());
    return raw(value);
}

CborWriter &CborWriter::boolean(bool value)
{
    const std::uint8_t byte = value ? kTrue : kFalse;
    return raw({&byte, 1});
}

} // namespace gainstage::firmware
