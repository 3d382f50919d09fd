// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace gainstage::firmware {

/// Writes CBOR (RFC 8949) with definite lengths and shortest integers into memory that is handed in. What does not fit is left out and remembered.
class CborWriter {
public:
    explicit CborWriter(std::span<std::uint8_t> out) : m_out(out) {}

    /// `pairs` keys with their values follow.
    CborWriter &map(std::size_t pairs);
    CborWriter &array(std::size_t items);
    CborWriter &number(std::int64_t value);
    CborWriter &unsignedNumber(std::uint64_t value);
    CborWriter &text(std::string_view value);
    CborWriter &bytes(std::span<const std::uint8_t> value);
    CborWriter &boolean(bool value);

    /// Bare pieces, for a string whose content comes in parts: the head, then `length` bytes.
    CborWriter &textHead(std::size_t length);
    CborWriter &raw(std::span<const std::uint8_t> value);
    CborWriter &content(std::string_view part);

    bool overflowed() const { return m_overflowed; }
    std::size_t room() const { return m_out.size() - m_size; }
    std::span<const std::uint8_t> written() const { return m_out.first(m_size); }

private:
    void head(std::uint8_t major, std::uint64_t argument);

    std::span<std::uint8_t> m_out;
    std::size_t m_size = 0;
    bool m_overflowed = false;
};

/// Bytes that the head of a string, array or map of this length takes.
std::size_t cborHeadSize(std::uint64_t argument);

} // namespace gainstage::firmware
