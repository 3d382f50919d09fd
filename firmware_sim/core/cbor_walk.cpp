// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/cbor_head.h"
#include "firmware_sim/core/cbor_reader.h"

#include <array>

namespace gainstage::firmware {

namespace {

constexpr std::size_t kMaxDepth = 8;

/// Walks over one item without recursion, so that no packet can use up the stack.
class Walk {
public:
    explicit Walk(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    /// One head with its string content, or one break. False: malformed.
    bool step();
    bool done() const { return m_position > 0 && m_depth == 0 && !m_tagged; }
    std::size_t position() const { return m_position; }

private:
    struct Level {
        std::uint64_t left = 0;
        bool indefinite = false, map = false, odd = false;
    };
    std::span<const std::uint8_t> rest() const { return m_bytes.subspan(m_position); }
    bool take(const CborHead &head);
    bool open(const CborHead &head);
    bool skipString(const CborHead &head);
    bool skipChunk(std::uint8_t major);
    bool endIndefinite();
    void itemEnded();

    std::span<const std::uint8_t> m_bytes;
    std::size_t m_position = 0;
    std::array<Level, kMaxDepth> m_levels{};
    std::size_t m_depth = 0;
    bool m_tagged = false; ///< a tag stands before the item that must follow
};

bool Walk::step()
{
    const auto head = readCborHead(rest());
    if (!head)
        return false;
    if (head->isBreak())
        return !m_tagged && endIndefinite();
    m_position += head->size;
    m_tagged = head->major == 6;
    return m_tagged || take(*head);
}

bool Walk::take(const CborHead &head)
{
    if (head.major == 4 || head.major == 5)
        return open(head);
    const bool isString = head.major == 2 || head.major == 3;
    if (isString && !skipString(head))
        return false;
    if (head.major == 7 && head.info == 24 && head.argument < 32)
        return false; // RFC 8949, 3.3: these have a one-byte form only
    itemEnded();
    return true;
}

bool Walk::open(const CborHead &head)
{
    if (m_depth == kMaxDepth || head.argument > m_bytes.size())
        return false;
    const bool isMap = head.major == 5;
    if (!head.isIndefinite() && head.argument == 0) {
        itemEnded();
        return true;
    }
    m_levels[m_depth++] = {isMap ? 2 * head.argument : head.argument, head.isIndefinite(), isMap, false};
    return true;
}

bool Walk::skipString(const CborHead &head)
{
    if (!head.isIndefinite()) {
        if (head.argument > rest().size())
            return false;
        m_position += static_cast<std::size_t>(head.argument);
        return true;
    }
    while (!rest().empty() && rest()[0] != 0xff) {
        if (!skipChunk(head.major))
            return false;
    }
    ++m_position;
    return m_position <= m_bytes.size();
}

bool Walk::skipChunk(std::uint8_t major)
{
    const auto chunk = readCborHead(rest());
    if (!chunk || chunk->major != major || chunk->isIndefinite())
        return false;
    m_position += chunk->size;
    return skipString(*chunk);
}

bool Walk::endIndefinite()
{
    if (m_depth == 0)
        return false;
    const Level &level = m_levels[m_depth - 1];
    if (!level.indefinite || (level.map && level.odd))
        return false;
    ++m_position;
    --m_depth;
    itemEnded();
    return true;
}

void Walk::itemEnded()
{
    while (m_depth > 0) {
        Level &level = m_levels[m_depth - 1];
        level.odd = !level.odd;
        if (level.indefinite || --level.left > 0)
            return;
        --m_depth; // a container that is full is itself an item that ended
    }
}

} // namespace

std::size_t cborItemSize(std::span<const std::uint8_t> bytes)
{
    Walk walk(bytes);
    while (!walk.done()) {
        if (!walk.step())
            return 0;
    }
    return walk.position();
}

} // namespace gainstage::firmware
