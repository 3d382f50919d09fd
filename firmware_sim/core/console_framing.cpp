// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/console_framing.h"

#include "firmware_sim/core/base64.h"
#include "firmware_sim/core/checksum.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint8_t kFirst[] = {0x06, 0x09};
constexpr std::uint8_t kContinuation[] = {0x04, 0x14};
constexpr std::size_t kMarkerSize = 2, kCrcSize = 2, kLengthSize = 2;
constexpr std::size_t kBytesPerLine = 93;

bool isMarker(std::uint8_t first, std::uint8_t second)
{
    return (first == kFirst[0] && second == kFirst[1]) || (first == kContinuation[0] && second == kContinuation[1]);
}

} // namespace

void ConsoleReceiver::reset()
{
    m_length = 0;
    m_previous = 0;
    m_inLine = false;
    m_inPacket = false;
}

// A marker counts wherever it stands, not only after a line feed: neither base64 nor text holds these bytes, and garbage or a lost line
// feed before a frame must not cost the frame.
bool ConsoleReceiver::beginsLine(std::uint8_t byte) const
{
    return isMarker(m_previous, byte);
}

Arrival ConsoleReceiver::take(std::uint8_t byte, ReceiveBuffer &buffer)
{
    const bool begins = beginsLine(byte);
    if (begins) {
        if (m_inLine && m_length > kMarkerSize)
            m_inPacket = false; // the line before never ended
        m_inLine = true;
        m_line[0] = m_previous;
        m_line[1] = byte;
        m_length = kMarkerSize;
    }
    m_previous = byte;
    if (begins || !m_inLine)
        return Arrival::None;
    if (byte == '\n') {
        m_inLine = false;
        return endLine(buffer);
    }
    if (m_length == kMaxConsoleLine) {
        reset();
        return Arrival::None;
    }
    m_line[m_length++] = byte;
    return Arrival::None;
}

Arrival ConsoleReceiver::endLine(ReceiveBuffer &buffer)
{
    if (m_line[m_length - 1] == '\r')
        --m_length;
    const bool first = m_line[0] == kFirst[0];
    if (first) {
        m_inPacket = true;
        m_taken = 0;
        m_announced = 0;
        buffer.size = 0;
    }
    std::array<std::uint8_t, kMaxConsoleLine> content{};
    const auto size = decodeBase64(std::span(m_line).first(m_length).subspan(kMarkerSize), content);
    if (!m_inPacket || !size) {
        m_inPacket = false;
        return Arrival::None;
    }
    return takeContent(std::span(content).first(*size), buffer);
}

Arrival ConsoleReceiver::takeContent(std::span<const std::uint8_t> content, ReceiveBuffer &buffer)
{
    for (const std::uint8_t byte : content)
        append(byte, buffer);
    if (m_taken < kLengthSize)
        return Arrival::None;
    if (m_announced > buffer.limit + kCrcSize) {
        m_inPacket = buffer.size < kHeaderSize; // to be answered, the header must be there
        return m_inPacket ? Arrival::None : Arrival::TooLarge;
    }
    const std::size_t taken = m_taken - kLengthSize;
    if (taken < m_announced)
        return Arrival::None;
    m_inPacket = false;
    return taken == m_announced ? finish(buffer) : Arrival::None;
}

void ConsoleReceiver::append(std::uint8_t byte, ReceiveBuffer &buffer)
{
    if (m_taken++ < kLengthSize)
        m_announced = (m_announced << 8) | byte;
    else if (buffer.size < buffer.bytes.size())
        buffer.bytes[buffer.size++] = byte;
}

Arrival ConsoleReceiver::finish(ReceiveBuffer &buffer)
{
    if (buffer.size < kHeaderSize + kCrcSize)
        return Arrival::None;
    buffer.size -= kCrcSize;
    const auto crc = readBigEndian<std::uint16_t>(std::span(buffer.bytes).subspan(buffer.size));
    return crc == crc16(buffer.content()) && isWhole(buffer.content()) ? Arrival::Packet : Arrival::None;
}

namespace {

/// Collects the content of one line and sends it when it is full.
class LineSender {
public:
    LineSender(Hardware &hardware, std::uint8_t link) : m_hardware(hardware), m_link(link) {}
    void put(std::span<const std::uint8_t> bytes)
    {
        for (const std::uint8_t byte : bytes) {
            m_content[m_size++] = byte;
            if (m_size == kBytesPerLine)
                flush();
        }
    }
    void flush()
    {
        if (m_size == 0)
            return;
        std::array<std::uint8_t, kMaxConsoleLine> line{};
        std::copy_n(m_continues ? kContinuation : kFirst, kMarkerSize, line.begin());
        std::size_t length = kMarkerSize + encodeBase64(std::span(m_content).first(m_size), std::span(line).subspan(kMarkerSize));
        line[length++] = '\n';
        m_hardware.send(m_link, std::span(line).first(length));
        m_size = 0;
        m_continues = true;
    }

private:
    Hardware &m_hardware;
    std::uint8_t m_link;
    std::array<std::uint8_t, kBytesPerLine> m_content{};
    std::size_t m_size = 0;
    bool m_continues = false;
};

} // namespace

void sendConsole(Hardware &hardware, std::uint8_t link, std::span<const std::uint8_t> packet)
{
    std::array<std::uint8_t, 2> number{};
    LineSender line(hardware, link);
    writeBigEndian(number, static_cast<std::uint16_t>(packet.size() + kCrcSize));
    line.put(number);
    line.put(packet);
    writeBigEndian(number, crc16(packet));
    line.put(number);
    line.flush();
}

} // namespace gainstage::firmware
