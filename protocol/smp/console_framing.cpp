// SPDX-License-Identifier: Apache-2.0
#include "protocol/bytes/base64.h"
#include "protocol/smp/crc16.h"
#include "protocol/smp/framing.h"
#include "protocol/smp/packet.h"

#include <algorithm>
#include <deque>
#include <string>

namespace gainstage::smp {
namespace {

struct Marker {
    std::uint8_t first = 0;
    std::uint8_t second = 0;
};
constexpr Marker beginning{0x06, 0x09};
constexpr Marker continuation{0x04, 0x14};
constexpr std::uint8_t lineFeed = 0x0a;
constexpr char carriageReturn = '\r';

constexpr std::size_t longestText = 124; // base64 characters: a line of 127 bytes less marker and line feed
constexpr std::size_t bytesPerLine = longestText / 4 * 3;
constexpr std::size_t lengthSize = 2;
constexpr std::size_t crcSize = 2;

void appendBigEndian(Bytes &bytes, std::size_t number)
{
    bytes.push_back(static_cast<std::uint8_t>(number >> 8U));
    bytes.push_back(static_cast<std::uint8_t>(number));
}

std::size_t bigEndian(BytesView bytes)
{
    return static_cast<std::size_t>(bytes[0]) << 8U | bytes[1];
}

/// Collects lines out of a stream in which log text may stand, and packets out of lines.
/// A marker counts wherever it stands: base64 contains neither of its bytes, so a line feed lost before it harms one packet and not two.
class ConsoleFraming final : public Framing {
public:
    std::vector<Bytes> frame(BytesView packet) override;
    std::size_t fullPacket(std::size_t limit) const override;
    void take(BytesView data, Instant now) override;
    std::optional<Bytes> next() override;
    void reset() override;

private:
    void takeByte(std::uint8_t byte);
    void beginLine(bool first);
    void endLine();
    void addToPacket(const Bytes &decoded);
    void dropPacket();

    std::deque<Bytes> m_packets;
    std::optional<Bytes> m_packet;     ///< what has been decoded of the packet under way: length, packet, CRC
    std::optional<std::string> m_line; ///< the text behind a marker; none while what arrives is log text
    std::uint8_t m_previous = 0;
};

std::vector<Bytes> ConsoleFraming::frame(BytesView packet)
{
    Bytes whole;
    whole.reserve(packet.size() + lengthSize + crcSize);
    appendBigEndian(whole, packet.size() + crcSize);
    whole.insert(whole.end(), packet.begin(), packet.end());
    appendBigEndian(whole, crc16(packet));

    Bytes lines;
    for (BytesView rest = whole; !rest.empty(); rest = rest.subspan(std::min(bytesPerLine, rest.size()))) {
        const Marker marker = rest.size() == whole.size() ? beginning : continuation;
        const std::string text = toBase64(rest.first(std::min(bytesPerLine, rest.size())));
        lines.push_back(marker.first);
        lines.push_back(marker.second);
        lines.insert(lines.end(), text.begin(), text.end());
        lines.push_back(lineFeed);
    }
    return {lines};
}

std::size_t ConsoleFraming::fullPacket(std::size_t limit) const
{
    const std::size_t lines = (limit + lengthSize + crcSize) / bytesPerLine;
    return lines == 0 ? limit : lines * bytesPerLine - lengthSize - crcSize;
}

void ConsoleFraming::take(BytesView data, Instant)
{
    for (const std::uint8_t byte : data) {
        takeByte(byte);
        m_previous = byte;
    }
}

void ConsoleFraming::takeByte(std::uint8_t byte)
{
    if (m_previous == beginning.first && byte == beginning.second)
        return beginLine(true);
    if (m_previous == continuation.first && byte == continuation.second)
        return beginLine(false);
    if (!m_line)
        return;
    if (byte == lineFeed)
        return endLine();
    m_line->push_back(static_cast<char>(byte));
    if (m_line->size() > longestText + 1) // one more for a carriage return
        dropPacket();
}

/// A line that had no end yet lost its line feed: its packet cannot become whole.
void ConsoleFraming::beginLine(bool first)
{
    if (m_line)
        dropPacket();
    if (first)
        m_packet = Bytes();
    if (m_packet)
        m_line = std::string();
}

void ConsoleFraming::endLine()
{
    std::string text = *std::move(m_line);
    m_line.reset();
    if (text.ends_with(carriageReturn))
        text.pop_back();
    const auto decoded = text.size() <= longestText ? fromBase64(text) : std::nullopt;
    if (decoded)
        addToPacket(*decoded);
    else
        dropPacket();
}

void ConsoleFraming::addToPacket(const Bytes &decoded)
{
    Bytes &packet = *m_packet;
    packet.insert(packet.end(), decoded.begin(), decoded.end());
    if (packet.size() < lengthSize)
        return dropPacket();
    const std::size_t whole = lengthSize + bigEndian(packet);
    if (packet.size() < whole)
        return;
    if (packet.size() == whole && whole >= lengthSize + kHeaderSize + crcSize) {
        const BytesView content = BytesView(packet).subspan(lengthSize, whole - lengthSize - crcSize);
        if (crc16(content) == bigEndian(BytesView(packet).last(crcSize)))
            m_packets.emplace_back(content.begin(), content.end());
    }
    dropPacket();
}

void ConsoleFraming::dropPacket()
{
    m_packet.reset();
    m_line.reset();
}

std::optional<Bytes> ConsoleFraming::next()
{
    if (m_packets.empty())
        return std::nullopt;
    std::optional<Bytes> packet = std::move(m_packets.front());
    m_packets.pop_front();
    return packet;
}

void ConsoleFraming::reset()
{
    dropPacket();
    m_packets.clear();
    m_previous = 0;
}

} // namespace

std::unique_ptr<Framing> consoleFraming()
{
    return std::make_unique<ConsoleFraming>();
}

} // namespace gainstage::smp
