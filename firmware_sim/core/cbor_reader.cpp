// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/cbor_reader.h"

#include "firmware_sim/core/cbor_head.h"
#include "firmware_sim/core/cbor_writer.h"

#include <algorithm>
#include <limits>

namespace gainstage::firmware {

namespace {

enum Major : std::uint8_t { Unsigned = 0, Negative = 1, ByteString = 2, TextString = 3, Array = 4, Map = 5, Tag = 6, Other = 7 };
constexpr std::uint8_t kFalse = 20, kTrue = 21;

/// Calls `take` with each piece of a string item, one or several chunks.
template <typename Take>
void forEachChunk(std::span<const std::uint8_t> item, Take take)
{
    const auto head = readCborHead(item);
    if (!head)
        return;
    if (!head->isIndefinite()) {
        take(item.subspan(head->size, static_cast<std::size_t>(head->argument)));
        return;
    }
    auto rest = item.subspan(1);
    for (auto chunk = readCborHead(rest); chunk && !chunk->isBreak(); chunk = readCborHead(rest)) {
        const auto length = static_cast<std::size_t>(chunk->argument);
        take(rest.subspan(chunk->size, length));
        rest = rest.subspan(chunk->size + length);
    }
}

std::optional<CborHead> headOf(std::span<const std::uint8_t> item, Major major)
{
    const auto head = readCborHead(item);
    return head && head->major == major ? head : std::nullopt;
}

std::int64_t saturated(std::uint64_t value)
{
    constexpr auto highest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(value, highest));
}

} // namespace

CborString::CborString(std::span<const std::uint8_t> item) : m_item(item)
{
    forEachChunk(m_item, [this](std::span<const std::uint8_t> chunk) { m_size += chunk.size(); });
}

bool CborString::equals(std::string_view text) const
{
    if (text.size() != m_size)
        return false;
    const char *expected = text.data();
    bool same = true;
    forEachChunk(m_item, [&](std::span<const std::uint8_t> chunk) {
        same = same && std::equal(chunk.begin(), chunk.end(), expected, [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
        expected += chunk.size();
    });
    return same;
}

std::size_t CborString::copyTo(std::span<std::uint8_t> out) const
{
    std::size_t copied = 0;
    forEachChunk(m_item, [&](std::span<const std::uint8_t> chunk) {
        const std::size_t size = std::min(chunk.size(), out.size() - copied);
        std::copy_n(chunk.begin(), size, out.begin() + static_cast<std::ptrdiff_t>(copied));
        copied += size;
    });
    return copied;
}

void CborString::writeAsText(CborWriter &out) const
{
    out.textHead(m_size);
    forEachChunk(m_item, [&out](std::span<const std::uint8_t> chunk) { out.raw(chunk); });
}

CborValue::CborValue(std::span<const std::uint8_t> item) : m_item(item)
{
    for (auto tag = headOf(m_item, Tag); tag; tag = headOf(m_item, Tag))
        m_item = m_item.subspan(tag->size);
}

std::optional<std::uint64_t> CborValue::asUnsigned() const
{
    const auto head = headOf(m_item, Unsigned);
    return head ? std::optional(head->argument) : std::nullopt;
}

std::optional<std::int64_t> CborValue::asInteger() const
{
    if (const auto head = headOf(m_item, Unsigned))
        return saturated(head->argument);
    if (const auto head = headOf(m_item, Negative))
        return -1 - saturated(head->argument);
    return std::nullopt;
}

std::optional<bool> CborValue::asBoolean() const
{
    const auto head = headOf(m_item, Other);
    if (!head || (head->info != kFalse && head->info != kTrue))
        return std::nullopt;
    return head->info == kTrue;
}

std::optional<CborString> CborValue::asText() const
{
    return headOf(m_item, TextString) ? std::optional(CborString(m_item)) : std::nullopt;
}

std::optional<CborString> CborValue::asBytes() const
{
    return headOf(m_item, ByteString) ? std::optional(CborString(m_item)) : std::nullopt;
}

std::optional<CborItems> CborValue::asArray() const
{
    return headOf(m_item, Array) ? std::optional(CborItems(m_item)) : std::nullopt;
}

std::optional<CborMap> CborValue::asMap() const
{
    return headOf(m_item, Map) ? std::optional(CborMap(m_item)) : std::nullopt;
}

CborItems::CborItems(std::span<const std::uint8_t> container)
{
    const auto head = readCborHead(container);
    if (!head)
        return;
    m_rest = container.subspan(head->size);
    m_indefinite = head->isIndefinite();
    m_left = head->major == Map ? 2 * head->argument : head->argument;
}

std::optional<CborValue> CborItems::next()
{
    const std::size_t size = m_indefinite || m_left > 0 ? cborItemSize(m_rest) : 0;
    if (size == 0)
        return std::nullopt;
    const CborValue value(m_rest.first(size));
    m_rest = m_rest.subspan(size);
    --m_left;
    return value;
}

std::optional<CborValue> CborMap::find(std::string_view key) const
{
    std::optional<CborValue> found;
    auto rest = items();
    while (const auto name = rest.next()) {
        const auto value = rest.next();
        const auto text = name->asText();
        if (text && text->equals(key))
            found = value;
    }
    return found;
}

std::size_t CborMap::positionOf(std::string_view key) const
{
    std::size_t entry = 0, found = 0;
    bool exists = false;
    auto rest = items();
    for (auto name = rest.next(); name; name = rest.next(), ++entry) {
        rest.next();
        const auto text = name->asText();
        if (text && text->equals(key)) {
            found = entry;
            exists = true;
        }
    }
    return exists ? found : entry;
}

std::optional<CborMap> parseCborMap(std::span<const std::uint8_t> payload)
{
    if (payload.empty() || cborItemSize(payload) != payload.size())
        return std::nullopt;
    return CborValue(payload).asMap();
}

} // namespace gainstage::firmware
