// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gainstage::firmware {

class CborItems;
class CborMap;
class CborWriter;

/// A text or byte string as it lies in the packet, in one piece or in chunks.
class CborString {
public:
    /// `item` is a whole well-formed string item.
    explicit CborString(std::span<const std::uint8_t> item);
    std::size_t size() const { return m_size; }
    bool equals(std::string_view text) const;
    /// Copies as much as fits; returns how much.
    std::size_t copyTo(std::span<std::uint8_t> out) const;
    /// As a text string in one piece.
    void writeAsText(CborWriter &out) const;

private:
    std::span<const std::uint8_t> m_item;
    std::size_t m_size = 0;
};

/// One item of a payload that has been found well-formed. Each `as…` is empty when the item is of another type.
class CborValue {
public:
    /// A tag before the item is passed over: it stands for its content.
    explicit CborValue(std::span<const std::uint8_t> item);
    std::optional<std::uint64_t> asUnsigned() const;
    /// Any integer; one beyond 64 bits with sign becomes the nearest that fits.
    std::optional<std::int64_t> asInteger() const;
    std::optional<bool> asBoolean() const;
    std::optional<CborString> asText() const;
    std::optional<CborString> asBytes() const;
    std::optional<CborItems> asArray() const;
    std::optional<CborMap> asMap() const;

private:
    std::span<const std::uint8_t> m_item;
};

/// The items of an array, or the keys and values of a map in turn.
class CborItems {
public:
    explicit CborItems(std::span<const std::uint8_t> container);
    std::optional<CborValue> next();

private:
    std::span<const std::uint8_t> m_rest;
    std::uint64_t m_left = 0; ///< counts only where the length is definite
    bool m_indefinite = false;
};

class CborMap {
public:
    explicit CborMap(std::span<const std::uint8_t> item) : m_item(item) {}
    /// The value of the last entry with this key.
    std::optional<CborValue> find(std::string_view key) const;
    CborItems items() const { return CborItems(m_item); }
    /// Number of entries before the one that find() gives; that of all entries where there is none.
    std::size_t positionOf(std::string_view key) const;

private:
    std::span<const std::uint8_t> m_item;
};

/// Size of the well-formed item that `bytes` begin with; 0 when there is none, or when containers nest deeper than 8.
std::size_t cborItemSize(std::span<const std::uint8_t> bytes);

/// A payload that is one well-formed map and nothing else.
std::optional<CborMap> parseCborMap(std::span<const std::uint8_t> payload);

} // namespace gainstage::firmware
