// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/bytes.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace gainstage::test {

// Both framings of protocol/README.md, 2, in their plainest form: for tests that want to be tied to neither side's own code.

inline std::uint16_t bareCrc(const QByteArray &bytes)
{
    std::uint32_t crc = 0;
    for (const char byte : bytes) {
        crc ^= static_cast<std::uint32_t>(static_cast<std::uint8_t>(byte)) << 8;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 0x8000u) != 0 ? (crc << 1) ^ 0x1021u : crc << 1;
        crc &= 0xffffu;
    }
    return static_cast<std::uint16_t>(crc);
}

inline void appendNumber(QByteArray &bytes, std::uint32_t number)
{
    bytes.append(static_cast<char>(number >> 8)).append(static_cast<char>(number));
}

inline QByteArray toConsole(const QByteArray &packet)
{
    QByteArray content;
    appendNumber(content, static_cast<std::uint32_t>(packet.size()) + 2);
    content += packet;
    appendNumber(content, bareCrc(packet));
    QByteArray lines;
    for (qsizetype at = 0; at < content.size(); at += 93)
        lines += QByteArray(at == 0 ? "\x06\x09" : "\x04\x14") + content.mid(at, 93).toBase64() + '\n';
    return lines;
}

/// Takes all whole packets from the front of a serial line's bytes; log lines are dropped.
inline QList<QByteArray> fromConsole(QByteArray &bytes)
{
    QList<QByteArray> packets;
    QByteArray content;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n')) {
        const QByteArray line = bytes.left(end);
        bytes.remove(0, end + 1);
        if (!line.startsWith("\x06\x09") && !line.startsWith("\x04\x14"))
            continue;
        content = (line[0] == 6 ? QByteArray() : content) + QByteArray::fromBase64(line.mid(2));
        const auto announced = static_cast<std::uint8_t>(content[0]) * 256 + static_cast<std::uint8_t>(content[1]);
        if (content.size() != announced + 2)
            continue;
        const QByteArray packet = content.mid(2, announced - 2);
        QByteArray crc;
        appendNumber(crc, bareCrc(packet));
        if (content.right(2) == crc)
            packets.append(packet);
    }
    return packets;
}

/// Reports of 64 bytes, one behind the other.
inline QByteArray toHid(const QByteArray &packet, std::uint8_t &counter)
{
    QByteArray reports;
    for (qsizetype at = 0; at < packet.size(); at += 62) {
        const QByteArray part = packet.mid(at, 62);
        const bool last = at + 62 >= packet.size();
        QByteArray report;
        report.append(static_cast<char>(part.size() | (at == 0 ? 0x40 : 0) | (last ? 0x80 : 0))).append(static_cast<char>(counter++));
        report += part;
        reports += report.leftJustified(64, '\0');
    }
    return reports;
}

inline QList<QByteArray> fromHid(QByteArray &bytes)
{
    QList<QByteArray> packets;
    QByteArray packet;
    for (; bytes.size() >= 64; bytes.remove(0, 64)) {
        const int head = static_cast<std::uint8_t>(bytes[0]);
        packet = ((head & 0x40) != 0 ? QByteArray() : packet) + bytes.mid(2, head & 0x3f);
        if ((head & 0x80) != 0)
            packets.append(packet);
    }
    return packets;
}

} // namespace gainstage::test
