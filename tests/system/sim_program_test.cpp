// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"
#include "tests/support/simulator_program.h"

#include <QFile>
#include <QJsonArray>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

Bytes gap(const char *name)
{
    static const auto all = goldenBytes(u"gap.txt"_s);
    return all.at(name);
}

std::uint16_t crc16(const QByteArray &bytes)
{
    std::uint16_t value = 0;
    for (const char byte : bytes) {
        value = static_cast<std::uint16_t>(value ^ (static_cast<std::uint8_t>(byte) << 8));
        for (int i = 0; i < 8; ++i)
            value = static_cast<std::uint16_t>((value & 0x8000) != 0 ? (value << 1) ^ 0x1021 : value << 1);
    }
    return value;
}

QByteArray bigEndian(qsizetype value)
{
    return QByteArray(1, static_cast<char>(value >> 8)) + QByteArray(1, static_cast<char>(value));
}

/// A packet in one line of console framing.
QByteArray frame(const Bytes &packet)
{
    const QByteArray content(reinterpret_cast<const char *>(packet.data()), static_cast<qsizetype>(packet.size()));
    const QByteArray whole = bigEndian(content.size() + 2) + content + bigEndian(crc16(content));
    return "\x06\x09" + whole.toBase64() + '\n';
}

/// The serial line as a client has it.
class Port {
public:
    explicit Port(const QString &path) : m_file(::open(QFile::encodeName(path).constData(), O_RDWR | O_NOCTTY | O_CLOEXEC)) {}
    ~Port() { close(); }
    Port(const Port &) = delete;
    Port &operator=(const Port &) = delete;

    bool isOpen() const { return m_file >= 0; }
    int number() const { return m_file; }
    void close()
    {
        if (m_file >= 0)
            ::close(std::exchange(m_file, -1));
    }
    bool write(const QByteArray &bytes) const { return ::write(m_file, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size(); }
    /// A line with its line feed; empty at a hang-up.
    QByteArray readLine() const
    {
        QByteArray line;
        char byte = 0;
        while (!line.endsWith('\n') && isReadable(kPatience) && ::read(m_file, &byte, 1) == 1)
            line += byte;
        return line.endsWith('\n') ? line : QByteArray();
    }
    bool isReadable(int milliseconds) const
    {
        pollfd waited{m_file, POLLIN, 0};
        return ::poll(&waited, 1, milliseconds) == 1;
    }
    bool hangsUp() const
    {
        pollfd waited{m_file, 0, 0};
        return ::poll(&waited, 1, kPatience) == 1 && (waited.revents & POLLHUP) != 0;
    }
    bool echoes() const { return write(frame(kEcho)) && readLine() == frame(kEchoed); }

private:
    static inline const Bytes kEcho = fromHex("0a 00 00 06 00 00 00 00 a1 61 64 62 68 69");
    static inline const Bytes kEchoed = fromHex("0b 00 00 06 00 00 00 00 a1 61 72 62 68 69");
    int m_file;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

/// Whether somebody holds the lock of an announcement.
bool isLocked(const QString &path)
{
    const Port file(path);
    return file.isOpen() && flock(file.number(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

QByteArray askSocket(QLocalSocket &socket, const QByteArray &line)
{
    socket.write(line + '\n');
    while (!socket.canReadLine() && socket.waitForReadyRead(kPatience)) {}
    return socket.readLine();
}

} // namespace

class SimProgramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theReadyLineTellsWhereEverythingIs()
    {
        const Stage stage;
        Simulator amp(stage, {u"--model"_s, u"dongle"_s, u"--serial-number"_s, u"T-1"_s, u"--control"_s, u"amp.sock"_s, u"--link"_s, u"amp"_s});
        QVERIFY(amp.port().startsWith(u"/dev/pts/"_s));
        QCOMPARE(amp.ready(u"link"_s), u"amp"_s);
        QCOMPARE(amp.ready(u"control"_s), u"amp.sock"_s);
        QCOMPARE(amp.ready(u"model"_s), u"Reference Dongle"_s);
        QCOMPARE(amp.ready(u"serialNumber"_s), u"T-1"_s);
        QCOMPARE(QJsonDocument::fromJson(amp.line())[u"pid"_s].toInteger(), amp.pid());
        QCOMPARE(QFile::symLinkTarget(stage.path(u"amp"_s)), amp.port());
    }

    void whatIsNotThereIsNotInTheReadyLine()
    {
        const Stage stage;
        Simulator amp(stage, {});
        const QJsonObject line = QJsonDocument::fromJson(amp.line()).object();
        QCOMPARE(line.keys(), (QStringList{u"board"_s, u"model"_s, u"pid"_s, u"port"_s, u"serialNumber"_s}));
        QCOMPARE(line[u"model"_s], QJsonValue(u"Reference Desktop"_s));
        QCOMPARE(line[u"board"_s], QJsonValue(u"pty"_s));
    }

    void theAmpAnswersOverTheSerialLine()
    {
        const Stage stage;
        Simulator amp(stage);
        const Port port(stage.path(u"amp"_s));
        QVERIFY(port.echoes());
        QVERIFY(port.write("noise\x06\x09!!\n"));
        QVERIFY(port.echoes());
    }

    void clientsComeAndGo()
    {
        const Stage stage;
        Simulator amp(stage);
        for (int i = 0; i < 5; ++i) {
            const Port port(amp.port());
            QVERIFY(port.echoes());
            ioctl(port.number(), TIOCEXCL); // as a client that is killed leaves it
        }
        QVERIFY(Port(amp.port()).echoes());
    }

    void whoLeavesIsForgotten()
    {
        const Stage stage;
        Simulator amp(stage);
        {
            const Port port(amp.port());
            QVERIFY(port.write(frame(gap("hello-read-request"))));
            QVERIFY(!port.readLine().isEmpty());
            stage.ctl({u"knob"_s, u"detents=1"_s});
            QVERIFY(port.isReadable(kPatience)); // an event; it is left unread
        }
        stage.ctl({u"knob"_s, u"detents=1"_s});
        const Port port(amp.port());
        QVERIFY(port.echoes()); // nothing stood before it
    }

    void whoLooksInDoesNotCutOffTheOther()
    {
        const Stage stage;
        Simulator amp(stage);
        const Port port(amp.port());
        QVERIFY(port.write(frame(gap("hello-read-request"))));
        QVERIFY(!port.readLine().isEmpty());
        Port(amp.port()).close();
        stage.ctl({u"knob"_s, u"detents=1"_s});
        QVERIFY(port.isReadable(kPatience)); // an event: the subscription holds
    }

    void aLogLineStandsBetweenFrames()
    {
        const Stage stage;
        Simulator amp(stage);
        const Port port(amp.port());
        QVERIFY(port.echoes());
        QCOMPARE(stage.ctl({u"log"_s, u"text=relay: idle"_s})[u"ok"_s], QJsonValue(true));
        QVERIFY(port.readLine().contains("relay: idle"));
        QVERIFY(port.echoes());
    }

    void theControlChannelMovesTheAmpAndTellsTheTruth()
    {
        const Stage stage;
        Simulator amp(stage);
        QCOMPARE(stage.ctl({u"knob"_s, u"detents=-2"_s})[u"ok"_s], QJsonValue(true));
        QCOMPARE(stage.ctl({u"state"_s})[u"settings"_s][u"volume"_s], QJsonValue(-4200));
        QCOMPARE(stage.ctl({u"faults"_s, u"spec=flip=0.5,seed=2"_s})[u"ok"_s], QJsonValue(true));
        QCOMPARE(stage.ctl({u"state"_s})[u"links"_s][0][u"faults"_s], QJsonValue(u"flip=0.5,seed=2"_s));
    }

    void ctlEndsWithOneWhenTheAmpRefusesAndTwoWhenItIsMisused()
    {
        const Stage stage;
        Simulator amp(stage);
        const QString socket = stage.path(u"amp.sock"_s);
        QCOMPARE(stage.run({u"ctl"_s, socket, u"state"_s}).code, 0);
        QCOMPARE(stage.run({u"ctl"_s, u"--help"_s}).code, 0);
        const Ended refused = stage.run({u"ctl"_s, socket, u"jack"_s, u"output=9"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.out.contains("“output” must be a number"));
        const Ended nobody = stage.run({u"ctl"_s, stage.path(u"nobody"_s), u"state"_s});
        QCOMPARE(nobody.code, 1);
        QVERIFY(nobody.err.contains("nobody cannot be reached: No such file"));
        QCOMPARE(stage.run({u"ctl"_s, socket}).code, 2);
        const Ended misused = stage.run({u"ctl"_s, socket, u"jack"_s, u"output"_s});
        QCOMPARE(misused.code, 2);
        QVERIFY(misused.err.contains("“output” is not key=value"));
    }

    void severalControlClientsAndBadOnesAreServed()
    {
        const Stage stage;
        Simulator amp(stage);
        QLocalSocket one, two, bad;
        for (QLocalSocket *const socket : {&one, &two, &bad}) {
            socket->connectToServer(stage.path(u"amp.sock"_s));
            QVERIFY(socket->waitForConnected(kPatience));
        }
        QVERIFY(askSocket(bad, "\xff\x00{").contains("\"ok\":false"));
        QVERIFY(askSocket(one, R"({"do":"mark"})").contains("\"ok\":true"));
        QVERIFY(askSocket(two, R"({"do":"trajectory"})").contains("\"points\""));
        bad.write(QByteArray(100000, 'x'));
        QSignalSpy disconnected(&bad, &QLocalSocket::disconnected);
        QVERIFY(bad.state() == QLocalSocket::UnconnectedState || disconnected.wait(kPatience));
        QVERIFY(bad.readAll().contains("at most 65536 bytes"));
        QVERIFY(askSocket(one, R"({"do":"state"})").contains("\"ok\":true"));
    }

    void anOldSocketIsReplacedAndOneInUseIsNot()
    {
        const Stage stage;
        const QString socket = stage.path(u"amp.sock"_s);
        {
            Simulator killed(stage);
            QCOMPARE(killed.end(SIGKILL), -1);
        }
        QVERIFY(QFile::exists(socket));
        Simulator amp(stage);
        QVERIFY(!amp.line().isEmpty());
        const Ended second = stage.run({u"--control"_s, socket});
        QCOMPARE(second.code, 1);
        QVERIFY2(second.err.contains("used by another program"), second.err.constData());
        put(stage.path(u"notes.txt"_s), "mine");
        const Ended third = stage.run({u"--control"_s, stage.path(u"notes.txt"_s)});
        QCOMPARE(third.code, 1);
        QCOMPARE(contentOf(stage.path(u"notes.txt"_s)), "mine"_ba);
    }

    void aRunningAmpIsAnnouncedAndHoldsTheLock()
    {
        const Stage stage;
        Simulator amp(stage);
        const QString path = stage.announcements() + u"/sim-%1.json"_s.arg(amp.pid());
        const QJsonObject content = QJsonDocument::fromJson(contentOf(path)).object();
        QCOMPARE(content[u"gainstage-sim"_s], QJsonValue(1));
        QCOMPARE(content[u"port"_s], QJsonValue(amp.port()));
        QCOMPARE(content[u"maker"_s], QJsonValue(u"Gainstage"_s));
        QCOMPARE(content[u"model"_s], QJsonValue(u"Reference Desktop"_s));
        QCOMPARE(content[u"serialNumber"_s], QJsonValue(u"SIM00001"_s));
        QCOMPARE(content[u"wire"_s], QJsonValue(u"serial"_s));
        QVERIFY(!content.contains(u"vendorId"_s));
        QCOMPARE(content[u"control"_s], QJsonValue(stage.path(u"amp.sock"_s)));
        QVERIFY(isLocked(path));
        QCOMPARE(QFile::permissions(stage.announcements()) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther), QFile::Permissions());
        amp.end(SIGKILL);
        QVERIFY(QFile::exists(path));
        QVERIFY(!isLocked(path));
        Simulator next(stage);
        QVERIFY(!QFile::exists(path)); // tidied up after the one that was killed
    }

    void nothingIsLeftBehind_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void nothingIsLeftBehind()
    {
        QFETCH(const int, signal);
        const Stage stage;
        Simulator amp(stage);
        const Port port(amp.port());
        QVERIFY(port.echoes());
        QCOMPARE(amp.end(signal), 0);
        QVERIFY(port.hangsUp());
        QVERIFY(stage.announced().isEmpty());
        QVERIFY(!QFile::exists(stage.path(u"amp.sock"_s)));
        QVERIFY(!QFileInfo(stage.path(u"amp"_s)).isSymLink());
        QCOMPARE(amp.process().readAllStandardError(), QByteArray());
        QCOMPARE(amp.process().readAllStandardOutput(), QByteArray());
    }

    void itSaysGoodbyeOnAnyWayOut_data()
    {
        QTest::addColumn<QString>("off");
        QTest::addColumn<QString>("on");
        QTest::newRow("power") << u"power on=false"_s << u"power on=true"_s;
        QTest::newRow("cable") << u"link plugged=false"_s << u"link plugged=true"_s;
    }
    void itSaysGoodbyeOnAnyWayOut()
    {
        QFETCH(const QString, off);
        QFETCH(const QString, on);
        const Stage stage;
        Simulator amp(stage);
        const Port port(amp.port());
        QVERIFY(port.echoes());
        QCOMPARE(stage.ctl(off.split(u' '))[u"ok"_s], QJsonValue(true));
        QVERIFY(port.hangsUp());
        QVERIFY(stage.announced().isEmpty());
        QVERIFY(!QFileInfo(stage.path(u"amp"_s)).isSymLink());
        QCOMPARE(stage.ctl(on.split(u' '))[u"ok"_s], QJsonValue(true));
        QCOMPARE(stage.announced(), QStringList{u"sim-%1.json"_s.arg(amp.pid())});
        const QString announced = stage.announcements() + u'/' + stage.announced().constFirst();
        QVERIFY(isLocked(announced));
        QCOMPARE(QJsonDocument::fromJson(contentOf(announced))[u"port"_s].toString(), QFile::symLinkTarget(stage.path(u"amp"_s)));
        QVERIFY(Port(stage.path(u"amp"_s)).echoes());
    }

    void aFailingSupplySwitchesOffByItself()
    {
        const Stage stage;
        Simulator amp(stage);
        const Port port(amp.port());
        QVERIFY(port.echoes());
        QCOMPARE(stage.ctl({u"supply"_s, u"failing=50"_s})[u"ok"_s], QJsonValue(true));
        QVERIFY(port.hangsUp());
        QCOMPARE(stage.ctl({u"state"_s})[u"power"_s], QJsonValue(false));
    }

    void theFlashFileKeepsWhatWasStored()
    {
        const Stage stage;
        const QStringList words{u"--flash"_s, u"flash"_s, u"--control"_s, u"amp.sock"_s};
        {
            Simulator amp(stage, words);
            stage.ctl({u"knob"_s, u"detents=-4"_s});
            const Port port(amp.port());
            QVERIFY(port.write(frame(gap("store-write-request"))));
            QVERIFY(!port.readLine().isEmpty());
            QCOMPARE(stage.run({u"--flash"_s, u"flash"_s}).code, 1); // in use
            QCOMPARE(amp.end(SIGKILL), -1);
        }
        Simulator amp(stage, words);
        QCOMPARE(stage.ctl({u"state"_s})[u"settings"_s][u"volume"_s], QJsonValue(-4400));
    }

    void killedWhileStoringItHoldsTheOldOrTheNew()
    {
        const Stage stage;
        const QStringList words{u"--flash"_s, u"flash"_s, u"--control"_s, u"amp.sock"_s};
        for (int i = 0; i < 10; ++i) {
            Simulator amp(stage, words);
            QVERIFY(!amp.line().isEmpty());
            const int volume = stage.ctl({u"state"_s})[u"settings"_s][u"volume"_s].toInt();
            QVERIFY2(volume == -4000 - 100 * i || volume == -4000 - 100 * (i - 1), qPrintable(QString::number(volume)));
            stage.ctl({u"knob"_s, u"detents=%1"_s.arg((-4000 - 100 * (i + 1) - volume) / 100)});
            const Port port(amp.port());
            QVERIFY(port.write(frame(gap("store-write-request"))));
            if (i % 2 == 0)
                QVERIFY(!port.readLine().isEmpty());
            amp.end(SIGKILL);
        }
    }

    void aForeignFlashFileIsRefusedAndLeftAlone()
    {
        const Stage stage;
        put(stage.path(u"letter"_s), "dear amp");
        const Ended ended = stage.run({u"--flash"_s, u"letter"_s});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains("letter is no flash file of a simulated amp"), ended.err.constData());
        QCOMPARE(contentOf(stage.path(u"letter"_s)), "dear amp"_ba);
        QVERIFY(stage.announced().isEmpty());
    }

    void aLinkDoesNotReplaceAFile()
    {
        const Stage stage;
        put(stage.path(u"letter"_s), "dear amp");
        const Ended ended = stage.run({u"--link"_s, u"letter"_s});
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.err.contains("letter"));
        QCOMPARE(contentOf(stage.path(u"letter"_s)), "dear amp"_ba);
        QVERIFY(stage.announced().isEmpty());
        QVERIFY(QFile::link(stage.path(u"letter"_s), stage.path(u"favourite"_s)));
        QCOMPARE(stage.run({u"--link"_s, u"favourite"_s}).code, 1);
        QCOMPARE(QFile::symLinkTarget(stage.path(u"favourite"_s)), stage.path(u"letter"_s));
    }

    void aLinkThatWasLeftIsReplaced()
    {
        const Stage stage;
        QVERIFY(QFile::link(u"/dev/pts/9999"_s, stage.path(u"amp"_s)));
        Simulator amp(stage);
        QCOMPARE(QFile::symLinkTarget(stage.path(u"amp"_s)), amp.port());
    }

    void aFolderThatOthersCanWriteToIsNotUsed()
    {
        const Stage stage;
        QVERIFY(QDir().mkpath(stage.announcements()));
        QVERIFY(QFile::setPermissions(stage.announcements(), QFile::Permissions(0x7777)));
        const Ended ended = stage.run({});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains("only this user can write to"), ended.err.constData());
    }

    void badOptionsAreNamed_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("model") << u"--model tube"_s << "tube"_ba;
        QTest::newRow("model, and what there is") << u"--model tube"_s << "desktop, dongle, topping-dx5-ii"_ba;
        QTest::newRow("board") << u"--board breadboard"_s << "breadboard"_ba;
        QTest::newRow("no serial line") << u"--model topping-dx5-ii --board pty"_s << "no serial line"_ba;
        QTest::newRow("no HID device") << u"--model jds-element-iv --board socket"_s << "no HID device"_ba;
        QTest::newRow("flash of an amp that has no file") << u"--model topping-dx5-ii --flash file"_s << "--flash"_ba;
        QTest::newRow("link to a gadget") << u"--board gadget --link amp"_s << "--link"_ba;
        QTest::newRow("option") << u"--modle desktop"_s << "modle"_ba;
        QTest::newRow("value missing") << u"--seed"_s << "seed"_ba;
        QTest::newRow("seed") << u"--seed many"_s << "many"_ba;
        QTest::newRow("faults") << u"--faults drop=0.1,lose=1"_s << "lose=1"_ba;
        QTest::newRow("serial number") << u"--serial-number 123456789012345678901234567890123"_s << "serial-number"_ba;
        QTest::newRow("word") << u"--model desktop dongle"_s << "dongle"_ba;
    }
    void badOptionsAreNamed()
    {
        QFETCH(const QString, words);
        QFETCH(const QByteArray, named);
        const Stage stage;
        const Ended ended = stage.run(words.split(u' '));
        QCOMPARE(ended.code, 2);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY2(ended.err.startsWith("gainstage-sim: ") && ended.err.contains(named), ended.err.constData());
    }

    void helpAndVersionAreShown()
    {
        const Stage stage;
        const Ended help = stage.run({u"--help"_s});
        QCOMPARE(help.code, 0);
        for (const char *option : {"--model", "--board", "--serial-number", "--flash", "--link", "--control", "--faults", "--seed"})
            QVERIFY2(help.out.contains(option), option);
        const Ended version = stage.run({u"--version"_s});
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith("gainstage-sim "));
    }
};

QTEST_GUILESS_MAIN(SimProgramTest)
#include "sim_program_test.moc"
