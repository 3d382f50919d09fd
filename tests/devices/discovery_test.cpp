// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/discovery/amp_finder.h"
#include "devices/discovery/announcements.h"
#include "devices/discovery/report_descriptor.h"
#include "devices/discovery/system_ports.h"
#include "tests/support/outcome.h"
#include "tests/support/pty_pair.h"
#include "tests/support/scripted_transport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

Port port(Wire wire, const QString &path, const QString &maker = {}, const QString &product = {}, const QString &serialNumber = {})
{
    Port made;
    made.wire = wire;
    made.path = path;
    made.maker = maker;
    made.product = product;
    made.serialNumber = serialNumber;
    return made;
}

class FakePorts final : public Ports {
public:
    std::vector<Port> list() const override { return ports; }
    Result<std::unique_ptr<Transport>> open(const Port &opened, std::stop_token) const override
    {
        ++opens;
        if (opened.access == Port::Access::Permission)
            return failure(Errc::Permission, "no permission");
        return std::make_unique<ScriptedTransport>();
    }
    void onChange(std::function<void()> change) override { changed = std::move(change); }

    std::vector<Port> ports;
    std::function<void()> changed;
    mutable int opens = 0;
};

/// Knows its amps by their maker and fails to open them in its own way.
class FakeFamily final : public Family {
public:
    FakeFamily(QString maker, Errc failing, bool tries) : m_maker(std::move(maker)), m_failing(failing), m_tries(tries) {}
    QString name() const override { return m_maker; }
    bool matches(const Port &candidate) const override { return candidate.maker == m_maker || candidate.simulated; }
    bool mayTry(Wire wire) const override { return m_tries && wire == Wire::Serial; }
    Result<std::unique_ptr<Amp>> open(std::unique_ptr<Transport>, const Port &, DescriptionCache *) const override
    {
        ++opens;
        return failure(m_failing, "it is not one of mine");
    }
    mutable int opens = 0;

private:
    QString m_maker;
    Errc m_failing;
    bool m_tries;
};

struct Bench {
    FakePorts ports;
    FakeFamily ours{u"Ours"_s, Errc::Timeout, true}, other{u"Other"_s, Errc::Refused, true};
    std::vector<const Family *> families{&ours, &other};
    AmpFinder finder{families, ports};
};

QStringList selectorsOf(const std::vector<Port> &ports)
{
    QStringList all;
    for (const Port &each : ports)
        all.append(each.selector());
    return all;
}

/// An announcement as gainstage-sim makes it: written under another name, locked for as long as this lives, renamed.
class Announced {
public:
    Announced(const QString &folder, int number, const QByteArray &text) : m_path(folder % u"/sim-"_s % QString::number(number) % u".json"_s)
    {
        const QString hidden = folder % u"/.new"_s;
        QFile file(hidden);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        file.close();
        m_lock = ::open(QFile::encodeName(hidden).constData(), O_RDWR | O_CLOEXEC);
        flock(m_lock, LOCK_EX | LOCK_NB);
        QFile::rename(hidden, m_path);
    }
    ~Announced()
    {
        QFile::remove(m_path);
        unlock();
    }
    void unlock() { ::close(std::exchange(m_lock, -1)); }

private:
    QString m_path;
    int m_lock;
};

QByteArray announcement(const QByteArray &path = "/dev/pts/5", const QByteArray &serialNumber = "SIM00001")
{
    return R"({"gainstage-sim":1,"port":")" + path + R"(","maker":"Gainstage","model":"Reference Desktop","serialNumber":")" + serialNumber + "\"}";
}

Bytes hex(std::string_view text)
{
    return fromHex(text);
}

} // namespace

class DiscoveryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theOnlyAmpNeedsNoName()
    {
        Bench bench;
        bench.ports.ports = {port(Wire::Serial, u"/dev/ttyS0"_s), port(Wire::Serial, u"/dev/ttyACM3"_s, u"Ours"_s)};
        const auto chosen = bench.finder.select({});
        QVERIFY(chosen);
        QCOMPARE(chosen->path, u"/dev/ttyACM3"_s);
        QCOMPARE(bench.ports.opens, 0);
    }

    void noAmpIsNotFoundAndSaysWhatToDo()
    {
        Bench bench;
        const auto outcome = bench.finder.select({});
        QVERIFY(failedWith(Errc::NotFound, outcome));
        QVERIFY(*outcome.error().hint != '\0');
    }

    void severalAmpsAreAmbiguousAndListed()
    {
        Bench bench;
        bench.ports.ports = {port(Wire::Hid, u"/dev/hidraw1"_s, u"Other"_s), port(Wire::Serial, u"/dev/ttyACM1"_s, u"Ours"_s)};
        const auto outcome = bench.finder.select({});
        QVERIFY(failedWith(Errc::Ambiguous, outcome));
        QCOMPARE(outcome.error().facts, (std::vector<std::string>{"serial:/dev/ttyACM1", "hid:/dev/hidraw1"}));
    }

    void ampsAreListedInAStableOrder()
    {
        Bench bench;
        bench.ports.ports = {port(Wire::Hid, u"/dev/hidraw1"_s, u"Ours"_s), port(Wire::Serial, u"/dev/ttyACM1"_s, u"Ours"_s),
                             port(Wire::Serial, u"/dev/ttyACM0"_s, u"Other"_s), port(Wire::Serial, u"/dev/ttyS0"_s)};
        QCOMPARE(selectorsOf(bench.finder.amps()), (QStringList{u"serial:/dev/ttyACM0"_s, u"serial:/dev/ttyACM1"_s, u"hid:/dev/hidraw1"_s}));
    }

    void anAmpIsChosenBySerialNumberOrModel()
    {
        Bench bench;
        bench.ports.ports = {port(Wire::Serial, u"/dev/ttyACM0"_s, u"Ours"_s, u"Small"_s, u"A1"_s),
                             port(Wire::Serial, u"/dev/ttyACM1"_s, u"Ours"_s, u"Large"_s, u"A2"_s),
                             port(Wire::Serial, u"/dev/ttyACM2"_s, u"Ours"_s, u"Large"_s, u"A3"_s)};
        QCOMPARE(bench.finder.select(u"a3"_s)->path, u"/dev/ttyACM2"_s);
        QCOMPARE(bench.finder.select(u"SMALL"_s)->path, u"/dev/ttyACM0"_s);
        QVERIFY(failedWith(Errc::Ambiguous, bench.finder.select(u"large"_s)));
        const auto none = bench.finder.select(u"A9"_s);
        QVERIFY(failedWith(Errc::NotFound, none));
        QCOMPARE(none.error().facts, std::vector<std::string>{"A9"});
    }

    void aPathNeedNotBeInTheList()
    {
        Bench bench;
        const auto chosen = bench.finder.select(u"hid:/dev/hidraw9"_s);
        QVERIFY(chosen);
        QCOMPARE(*chosen, port(Wire::Hid, u"/dev/hidraw9"_s));
    }

    void aSymbolicLinkLeadsToTheListedPort()
    {
        Bench bench;
        QTemporaryDir folder;
        const QString target = folder.filePath(u"pts5"_s), link = folder.filePath(u"amp"_s);
        QVERIFY(QFile(target).open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(target, link));
        bench.ports.ports = {port(Wire::Serial, target, u"Ours"_s, u"Small"_s, u"A1"_s)};
        QCOMPARE(bench.finder.select(u"serial:"_s % link)->serialNumber, u"A1"_s);
    }

    void aPathWithoutItsWireIsAnErrorOfUse()
    {
        Bench bench;
        QVERIFY(failedWith(Errc::Usage, bench.finder.select(u"/dev/ttyACM0"_s)));
        QVERIFY(failedWith(Errc::Usage, bench.finder.select(u"serial:"_s)));
    }

    void aKnownPortIsOpenedByItsFamilyAlone()
    {
        Bench bench;
        QVERIFY(failedWith(Errc::Timeout, bench.finder.open(port(Wire::Serial, u"/dev/x"_s, u"Ours"_s))));
        QCOMPARE(bench.ours.opens, 1);
        QCOMPARE(bench.other.opens, 0);
    }

    void aPathByHandIsTriedWithEachFamilyUntilOneKnowsBetter()
    {
        Bench bench;
        QVERIFY(failedWith(Errc::Refused, bench.finder.open(port(Wire::Serial, u"/dev/x"_s))));
        QVERIFY(bench.ours.opens == 1 && bench.other.opens == 1);
        QVERIFY(failedWith(Errc::Unsupported, bench.finder.open(port(Wire::Hid, u"/dev/hidraw0"_s))));
    }

    void aPortThatMayNotBeOpenedSaysSo()
    {
        Bench bench;
        Port closed = port(Wire::Serial, u"/dev/x"_s, u"Ours"_s);
        closed.access = Port::Access::Permission;
        QVERIFY(failedWith(Errc::Permission, bench.finder.open(closed)));
    }

    void changesOfThePortsArePassedOn()
    {
        Bench bench;
        int changes = 0;
        bench.finder.onChange([&] { ++changes; });
        bench.ports.changed();
        QCOMPARE(changes, 1);
    }

    void aRunningSimulatorIsAPort()
    {
        QTemporaryDir folder;
        const Announced running(folder.path(), 77, announcement());
        const auto ports = announcedPorts(folder.path());
        QCOMPARE(ports.size(), 1u);
        QCOMPARE(ports[0].selector(), u"serial:/dev/pts/5"_s);
        QCOMPARE(ports[0].product, u"Reference Desktop"_s);
        QCOMPARE(ports[0].serialNumber, u"SIM00001"_s);
        QVERIFY(ports[0].simulated);
    }

    void aSimulatedHidAmpOfAnotherMakerIsAPortWithItsNumbersAndReports()
    {
        QTemporaryDir folder;
        const Announced running(folder.path(), 77, R"({"gainstage-sim":1,"port":"/run/sim-77.socket","wire":"hid","model":"KA15","vendorId":10610,
            "productId":260,"release":257,"reportDescriptor":"0600ff0901a1018507150026ff007508953f09029102953f09038102c0"})");
        const auto ports = announcedPorts(folder.path());
        QCOMPARE(ports.size(), 1u);
        QCOMPARE(ports[0].selector(), u"hid:/run/sim-77.socket"_s);
        QCOMPARE(ports[0].vendorId, 0x2972);
        QCOMPARE(ports[0].productId, 0x0104);
        QCOMPARE(ports[0].release, 0x0101);
        QCOMPARE(ports[0].usagePage, 0xff00);
        QVERIFY(ports[0].reports.numbered);
        QCOMPARE(ports[0].reports.output, (std::map<std::uint8_t, std::size_t>{{7, 63}}));
    }

    void whatACrashedSimulatorLeftIsPassedOver()
    {
        QTemporaryDir folder;
        Announced crashed(folder.path(), 77, announcement());
        crashed.unlock();
        QVERIFY(announcedPorts(folder.path()).empty());
    }

    void anAnnouncementThatMakesNoSenseIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"gainstage-sim\":1,");
        QTest::newRow("a list") << QByteArray("[1,2]");
        QTest::newRow("later version") << announcement().replace(":1,", ":2,");
        QTest::newRow("no port") << QByteArray(R"({"gainstage-sim":1})");
        QTest::newRow("port of another type") << QByteArray(R"({"gainstage-sim":1,"port":5})");
        QTest::newRow("relative path") << announcement("pts/5");
        QTest::newRow("huge") << QByteArray(1 << 20, '[');
    }

    void anAnnouncementThatMakesNoSenseIsPassedOver()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        const Announced bad(folder.path(), 1, text);
        const Announced good(folder.path(), 2, announcement());
        QCOMPARE(announcedPorts(folder.path()).size(), 1u);
    }

    void aFolderThatIsNotThereIsEmpty()
    {
        QVERIFY(announcedPorts(u"/nowhere/at/all"_s).empty());
        QVERIFY(announcedPorts({}).empty());
    }

    void aFolderBehindALinkIsNotTrusted()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkdir(u"real"_s);
        const Announced running(folder.filePath(u"real"_s), 1, announcement());
        QVERIFY(QFile::link(folder.filePath(u"real"_s), folder.filePath(u"link"_s)));
        QVERIFY(announcedPorts(folder.filePath(u"link"_s)).empty());
    }

    void comingAndGoingIsNoticedWithoutPolling()
    {
        QTemporaryDir folder;
        const auto ports = systemPorts(folder.path());
        int changes = 0;
        ports->onChange([&] { ++changes; });
        auto running = std::make_unique<Announced>(folder.path(), 1, announcement());
        QTRY_VERIFY(changes > 0);
        const auto simulated = [&] { return std::ranges::count_if(ports->list(), &Port::simulated); };
        QCOMPARE(simulated(), 1);
        changes = 0;
        running.reset();
        QTRY_VERIFY(changes > 0);
        QCOMPARE(simulated(), 0);
    }

    void theFolderItselfMayComeLater()
    {
        QTemporaryDir folder;
        const QString runtime = folder.filePath(u"user/gainstage"_s);
        const auto ports = systemPorts(runtime);
        int changes = 0;
        ports->onChange([&] { ++changes; });
        QVERIFY(QDir().mkpath(runtime));
        QTRY_VERIFY(changes > 0);
        changes = 0;
        const Announced running(runtime, 1, announcement());
        QTRY_VERIFY(changes > 0);
        QVERIFY(std::ranges::any_of(ports->list(), &Port::simulated));
    }

    void theRuntimeFolderIsThatOfTheUser()
    {
        qputenv("XDG_RUNTIME_DIR", "/run/user/7");
        QCOMPARE(runtimeFolder(), u"/run/user/7/gainstage"_s);
        qunsetenv("XDG_RUNTIME_DIR");
        QCOMPARE(runtimeFolder(), u"/tmp/gainstage-%1"_s.arg(geteuid()));
    }

    void aSerialLineIsOpenedAndAMissingOneIsNotFound()
    {
        const PtyPair pty;
        if (!pty.isOpen())
            QSKIP("the system gives no pseudo-terminal");
        const auto ports = systemPorts({});
        QVERIFY(ports->open(port(Wire::Serial, QString::fromStdString(pty.path())), {}));
        QVERIFY(failedWith(Errc::NotFound, ports->open(port(Wire::Serial, u"/dev/ttyNothing"_s), {})));
        QVERIFY(failedWith(Errc::NotFound, ports->open(port(Wire::Hid, u"/dev/hidrawNothing"_s), {})));
    }

    void listingIsCheap()
    {
        QTemporaryDir folder;
        const Announced running(folder.path(), 1, announcement());
        const auto ports = systemPorts(folder.path());
        QBENCHMARK
        {
            QVERIFY(!ports->list().empty());
        }
    }

    void theUsageOfAHidDeviceIsThatOfItsFirstCollection_data()
    {
        QTest::addColumn<QByteArray>("descriptor");
        QTest::addColumn<QString>("usages");
        QTest::newRow("vendor page ff00, usage 1") << QByteArray("06 00 ff 09 01 a1 01 09 02 15 00 26 ff 00 75 08 95 40 81 02 09 03 91 02 c0")
                                                   << u"ff00:1"_s;
        QTest::newRow("mouse") << QByteArray("05 01 09 02 a1 01 09 01 a1 00 05 09 19 01 29 03 81 02 c0 c0") << u"1:2"_s;
        QTest::newRow("keyboard and consumer control") << QByteArray("05 01 09 06 a1 01 c0 05 0c 09 01 a1 01 c0") << u"1:6 c:1"_s;
        QTest::newRow("usage of four bytes") << QByteArray("0b 05 00 01 ff a1 01 c0") << u"ff01:5"_s;
        QTest::newRow("long item between") << QByteArray("06 00 ff fe 03 10 aa bb cc 09 01 a1 01 c0") << u"ff00:1"_s;
        QTest::newRow("cut") << QByteArray("06 00 ff 09 01 a1") << u""_s;
        QTest::newRow("cut long item") << QByteArray("fe ff") << u""_s;
        QTest::newRow("empty") << QByteArray("") << u""_s;
        QTest::newRow("no end of collections") << QByteArray("c0 c0 06 00 ff 09 01 a1 01") << u"ff00:1"_s;
    }

    void theUsageOfAHidDeviceIsThatOfItsFirstCollection()
    {
        QFETCH(QByteArray, descriptor);
        QFETCH(QString, usages);
        QStringList found;
        for (const HidUsage &usage : topLevelUsages(hex(descriptor.toStdString())))
            found.append(QString::number(usage.page, 16) % u':' % QString::number(usage.usage, 16));
        QCOMPARE(found.join(u' '), usages);
    }

    void theDescriptorTellsTheLengthOfEachReport()
    {
        // Two collections: reports 7 (64 bytes out, 32 in) and 1 (two fields of 12 bits in), with the field size kept across.
        const auto reports =
            reportsIn(hex("06 00 ff 09 01 a1 01 85 07 75 08 95 40 91 02 95 20 81 02 c0 05 0c 09 01 a1 01 85 01 75 0c 95 02 81 02 b1 02 c0"));
        QVERIFY(reports.numbered);
        QCOMPARE(reports.output, (std::map<std::uint8_t, std::size_t>{{7, 64}}));
        QCOMPARE(reports.input, (std::map<std::uint8_t, std::size_t>{{7, 32}, {1, 3}}));
    }

    void reportsWithoutNumbersAreOne()
    {
        const auto reports = reportsIn(hex("06 00 ff 09 01 a1 01 75 08 95 40 09 01 81 02 95 10 09 02 91 02 c0"));
        QVERIFY(!reports.numbered);
        QCOMPARE(reports.output, (std::map<std::uint8_t, std::size_t>{{0, 16}}));
        QCOMPARE(reports.input, (std::map<std::uint8_t, std::size_t>{{0, 64}}));
    }

    void whatIsPushedComesBack()
    {
        const auto reports = reportsIn(hex("75 08 95 04 a4 95 40 91 02 b4 81 02"));
        QCOMPARE(reports.output, (std::map<std::uint8_t, std::size_t>{{0, 64}}));
        QCOMPARE(reports.input, (std::map<std::uint8_t, std::size_t>{{0, 4}}));
        QVERIFY(reportsIn(hex("b4 b4")).output.empty());
    }

    void reportsThatMakeNoSenseAreLeftOut()
    {
        QVERIFY(reportsIn(hex("75 08 97 ff ff ff ff 91 02")).output.at(0) == 0);
        QVERIFY(reportsIn(hex("75 40 96 ff ff 91 02")).output.empty());
        QVERIFY(reportsIn(hex("75 08 95")).output.empty());
    }
};

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "discovery_test.moc"
