// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/core/firmware.h"
#include "firmware_sim/core/model.h"
#include "tests/support/bare_framing.h"
#include "tests/support/fake_hardware.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <memory>

namespace gainstage::test {

inline QByteArray asArray(const Bytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// A packet of the amp, taken apart with Qt's CBOR.
struct Packet {
    QByteArray bytes;

    int operation() const { return bytes[0] & 7; }
    int version() const { return (bytes[0] >> 3) & 3; }
    int group() const { return static_cast<std::uint8_t>(bytes[4]) * 256 + static_cast<std::uint8_t>(bytes[5]); }
    int sequence() const { return static_cast<std::uint8_t>(bytes[6]); }
    int command() const { return static_cast<std::uint8_t>(bytes[7]); }
    bool isEvent() const { return group() == 64 && command() == 11; }
    QCborMap map() const { return QCborValue::fromCbor(bytes.mid(8)).toMap(); }
    QCborValue operator[](const char *key) const { return map()[QLatin1String(key)]; }
    qint64 number(const char *key) const { return (*this)[key].toInteger(INT64_MIN); }
    qint64 setting(int id) const { return (*this)["values"].toMap()[id].toInteger(INT64_MIN); }
    /// Generic error, or 0.
    qint64 rc() const { return (*this)["rc"].toInteger(0); }
    /// Error of the amp group as {rc, id}; id -1 where there is none.
    std::pair<qint64, qint64> refusal() const
    {
        const QCborMap error = (*this)["err"].toMap();
        return {error[QLatin1String("rc")].toInteger(0), error[QLatin1String("id")].toInteger(-1)};
    }
};

/// A firmware on a board without hardware, with clients on its links.
class FirmwareBench {
public:
    using Framings = std::vector<firmware::Framing>;
    static Framings twoSerialLines() { return {firmware::Framing::Console, firmware::Framing::Console}; }

    explicit FirmwareBench(const firmware::ModelDefinition &model = firmware::desktopModel(), Framings framings = twoSerialLines())
        : m_model(model), m_framings(std::move(framings))
    {}

    FakeHardware hardware;
    firmware::Firmware &amp() { return *m_firmware; }

    /// Power on, or off and on. Waits until the sound is there.
    void powerOn(std::string_view serialNumber = "T0001")
    {
        for (auto &bytes : hardware.sent)
            bytes.clear();
        m_firmware = std::make_unique<firmware::Firmware>(hardware, m_model, serialNumber, m_framings);
        m_firmware->start();
    }
    void powerOnAndSettle()
    {
        powerOn();
        advance(500);
    }
    /// Lets time pass, doing what is due exactly when it is.
    void advance(std::uint32_t milliseconds)
    {
        const std::uint32_t end = hardware.now + milliseconds;
        for (std::uint32_t due = m_firmware->nextDue(); due <= end - hardware.now; due = m_firmware->nextDue()) {
            hardware.now += due;
            m_firmware->poll();
        }
        hardware.now = end;
    }

    void send(const QByteArray &packet, std::uint8_t link = 0)
    {
        const bool console = m_framings[link] == firmware::Framing::Console;
        const QByteArray bytes = console ? toConsole(packet) : toHid(packet, m_counters[link]);
        const qsizetype piece = console ? bytes.size() : 64;
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            sendRaw(bytes.mid(at, piece), link);
    }
    void sendRaw(const QByteArray &bytes, std::uint8_t link = 0)
    {
        m_firmware->receive(link, {reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
    }
    /// All packets that came out of a link since the last call.
    std::vector<Packet> received(std::uint8_t link = 0)
    {
        auto &sent = hardware.sent[link];
        QByteArray bytes(reinterpret_cast<const char *>(sent.data()), static_cast<qsizetype>(sent.size()));
        sent.clear();
        std::vector<Packet> packets;
        for (const QByteArray &packet : m_framings[link] == firmware::Framing::Console ? fromConsole(bytes) : fromHid(bytes))
            packets.push_back({packet});
        return packets;
    }
    /// The events among them; answers are dropped.
    std::vector<Packet> events(std::uint8_t link = 0)
    {
        std::vector<Packet> packets = received(link);
        std::erase_if(packets, [](const Packet &packet) { return !packet.isEvent(); });
        return packets;
    }

    static QByteArray packetOf(int operation, int group, int command, const QByteArray &payload, int sequence = 1, int version = 1)
    {
        QByteArray bytes;
        bytes.append(static_cast<char>(operation | (version << 3))).append('\0');
        appendNumber(bytes, static_cast<std::uint32_t>(payload.size()));
        appendNumber(bytes, static_cast<std::uint32_t>(group));
        return bytes.append(static_cast<char>(sequence)).append(static_cast<char>(command)) + payload;
    }
    /// Sends a request and gives the one packet that is its answer; no bytes if it is not exactly one. Events that came before are lost.
    Packet ask(int operation, int group, int command, const QCborMap &map, std::uint8_t link = 0)
    {
        received(link);
        const int sequence = m_sequence = m_sequence % 255 + 1;
        send(packetOf(operation, group, command, map.toCborValue().toCbor(), sequence), link);
        std::vector<Packet> packets = received(link);
        std::erase_if(packets, [](const Packet &packet) { return packet.isEvent(); });
        const bool right =
            packets.size() == 1 && packets[0].sequence() == sequence && packets[0].command() == command && packets[0].operation() == operation + 1;
        return right ? packets[0] : Packet{};
    }
    Packet read(int command, const QCborMap &map = {}, std::uint8_t link = 0) { return ask(0, 64, command, map, link); }
    Packet write(int command, const QCborMap &map, std::uint8_t link = 0) { return ask(2, 64, command, map, link); }
    Packet set(const QCborMap &values, std::uint8_t link = 0) { return write(2, {{QLatin1String("values"), values}}, link); }
    void hello(std::uint8_t link = 0) { read(0, {}, link); }

    /// State, equalizer and presets: all that can be changed.
    QByteArray everything() { return read(2).bytes.mid(8) + read(3).bytes.mid(8) + read(5).bytes.mid(8) + slots(); }
    /// The same without the revision and what power-on decides anew.
    QByteArray kept()
    {
        QCborMap equalizer = read(3).map();
        equalizer.remove(QLatin1String("rev"));
        return read(2)["values"].toCbor() + equalizer.toCborValue().toCbor() + slots();
    }

private:
    QByteArray slots()
    {
        QByteArray all;
        for (const QCborValue slot : read(5)["slots"].toArray()) {
            all += slot.toCbor();
            all += read(5, {{QLatin1String("slot"), slot[QLatin1String("slot")]}}).bytes.mid(8);
        }
        return all;
    }

    const firmware::ModelDefinition &m_model;
    Framings m_framings;
    std::array<std::uint8_t, 4> m_counters{};
    int m_sequence = 0;
    std::unique_ptr<firmware::Firmware> m_firmware;
};

} // namespace gainstage::test
