// SPDX-License-Identifier: Apache-2.0
#include "protocol/jdslabs/splitter.h"

#include <utility>

namespace gainstage::jdslabs {

void Splitter::take(BytesView data)
{
    for (const std::uint8_t byte : data) {
        if (byte == 0)
            m_messages.push_back(std::exchange(m_underWay, {}));
        else if (m_underWay.bytes.size() < kLongestMessage)
            m_underWay.bytes.push_back(byte);
        else
            m_underWay.tooLong = true;
    }
}

std::optional<Result<Bytes>> Splitter::next()
{
    if (m_messages.empty())
        return std::nullopt;
    Message message = std::move(m_messages.front());
    m_messages.pop_front();
    if (message.tooLong)
        return failure(Errc::BadFrame, SENTENCE("error", "A message is longer than %1 bytes."), {std::to_string(kLongestMessage)});
    return std::move(message.bytes);
}

void Splitter::reset()
{
    m_underWay = {};
    m_messages.clear();
}

} // namespace gainstage::jdslabs
