// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/catalog/udev_rules.h"
#include "devices/discovery/diagnosis.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/sysmacros.h>

using namespace gainstage;
using namespace Qt::StringLiterals;
using Kind = Finding::Kind;

namespace {

const QString kRules = u"/etc/udev/rules.d/70-gainstage.rules"_s;

/// A computer in a folder: udev runs, our rules are installed, and no amp is plugged in.
class FakeComputer {
public:
    FakeComputer()
    {
        write(u"/run/udev/control"_s);
        write(kRules, QByteArray::fromStdString(catalog::udevRules()));
    }
    void write(const QString &path, const QByteArray &content = {})
    {
        QDir().mkpath(QFileInfo(root() + path).path());
        QFile file(root() + path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("a file of the test cannot be written");
    }
    void link(const QString &target, const QString &path)
    {
        QDir().mkpath(QFileInfo(root() + path).path());
        if (!QFile::link(target, root() + path))
            qFatal("a link of the test cannot be made");
    }
    void remove(const QString &path) { QFile::remove(root() + path); }
    /// A running program that has a file open.
    void run(int pid, const QByteArray &name, const QString &file)
    {
        const QString folder = u"/proc/%1/"_s.arg(pid);
        write(folder + u"comm"_s, name + '\n');
        link(file, folder + u"fd/3"_s);
    }
    /// A Topping with one interface at place 1-2, without device file.
    void plugTopping(const QByteArray &product = "DX5 II")
    {
        for (const auto &[name, content] : {std::pair{u"idVendor"_s, QByteArray("152a")},
                                            {u"idProduct"_s, "8750"},
                                            {u"product"_s, product},
                                            {u"manufacturer"_s, "Topping"},
                                            {u"busnum"_s, "1"},
                                            {u"devnum"_s, "7"}})
            write(u"/sys/bus/usb/devices/1-2/"_s + name, content + '\n');
        write(u"/sys/bus/usb/devices/1-2:1.0/bInterfaceClass"_s, "03\n");
    }
    QString root() const { return m_folder.path(); }
    std::vector<Finding> findings(const std::vector<Port> &amps = {}) const { return diagnose(amps, root()); }

private:
    QTemporaryDir m_folder;
};

Port amp(Wire wire = Wire::Hid)
{
    Port port;
    port.wire = wire;
    port.path = wire == Wire::Hid ? u"/dev/hidraw3"_s : u"/dev/ttyACM0"_s;
    port.product = u"DX5 II"_s;
    return port;
}

std::vector<Kind> kinds(const std::vector<Finding> &findings)
{
    std::vector<Kind> kinds;
    for (const Finding &finding : findings)
        kinds.push_back(finding.kind);
    return kinds;
}

using Kinds = std::vector<Kind>;

} // namespace

class DiagnosisTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aComputerInOrderHasNoFindings();
    void rulesThatAreMissingOrOfAnotherVersionAreFound();
    void rulesOfTheSystemAreAsGoodAsOwnOnes();
    void rulesThatAreSwitchedOffAreFound();
    void closedAmpsAreFoundAndOpenedByTheRules();
    void whoHoldsAnAmpIsNamed();
    void aLockTellsOfProgramsWhoseFilesMayNotBeSeen();
    void modemManagerIsKeptAwayByTheRules();
    void anAmpWithoutDriverIsFound();
    void anAmpThatAProgramDrivesByItselfIsHeld();
    void onlySupportedAmpsAreMissed();
    void aContainerIsToldHowToBeStarted();
    void simulatedAmpsAreLeftOut();
};

void DiagnosisTest::aComputerInOrderHasNoFindings()
{
    FakeComputer computer;
    computer.write(u"/dev/hidraw3"_s);
    computer.plugTopping();
    computer.write(u"/sys/bus/usb/devices/1-2:1.0/0003:152A:8750.0001/hidraw/hidraw3/dev"_s, "244:3\n");
    QCOMPARE(kinds(computer.findings({amp()})), Kinds{});
}

void DiagnosisTest::rulesThatAreMissingOrOfAnotherVersionAreFound()
{
    FakeComputer computer;
    computer.write(kRules, "# other words\n" + QByteArray::fromStdString(catalog::udevRulesOnly(catalog::udevRules())));
    QCOMPARE(kinds(computer.findings()), Kinds{});
    computer.write(kRules, "SUBSYSTEM==\"hidraw\", ATTRS{manufacturer}==\"Gainstage\", TAG+=\"uaccess\"\n");
    QCOMPARE(kinds(computer.findings()), Kinds{Kind::RulesOutdated});
    QCOMPARE(computer.findings().front().where, kRules);
    computer.remove(kRules);
    QCOMPARE(kinds(computer.findings()), Kinds{Kind::RulesMissing});
    QCOMPARE(computer.findings().front().commands.first(), u"gainstagectl doctor --rules | sudo tee /etc/udev/rules.d/70-gainstage.rules"_s);
}

void DiagnosisTest::rulesOfTheSystemAreAsGoodAsOwnOnes()
{
    FakeComputer computer;
    computer.remove(kRules);
    computer.write(u"/usr/lib/udev/rules.d/70-gainstage.rules"_s, QByteArray::fromStdString(catalog::udevRules()));
    QCOMPARE(kinds(computer.findings()), Kinds{});
    computer.write(kRules, "# nothing\n"); // the own one is read in its place
    QCOMPARE(kinds(computer.findings()), Kinds{Kind::RulesOutdated});
}

void DiagnosisTest::rulesThatAreSwitchedOffAreFound()
{
    FakeComputer computer;
    computer.remove(kRules);
    computer.link(u"/dev/null"_s, kRules);
    QCOMPARE(kinds(computer.findings()), Kinds{Kind::RulesOutdated});
    QCOMPARE(computer.findings().front().commands.first(), u"sudo rm /etc/udev/rules.d/70-gainstage.rules"_s);
}

void DiagnosisTest::closedAmpsAreFoundAndOpenedByTheRules()
{
    FakeComputer computer;
    computer.write(u"/dev/hidraw3"_s);
    Port closed = amp();
    closed.access = Port::Access::Permission;
    QCOMPARE(kinds(computer.findings({closed})), Kinds{Kind::NoPermission});
    QCOMPARE(computer.findings({closed}).front().where, u"/dev/hidraw3"_s);
    QCOMPARE(computer.findings({closed}).front().commands.last(), u"sudo setfacl -m u:$USER:rw /dev/hidraw3"_s);
    computer.remove(kRules);
    const auto findings = computer.findings({closed});
    QCOMPARE(kinds(findings), (Kinds{Kind::RulesMissing, Kind::NoPermission}));
    QCOMPARE(findings[1].commands, findings[0].commands);
}

void DiagnosisTest::whoHoldsAnAmpIsNamed()
{
    FakeComputer computer;
    computer.write(u"/dev/hidraw3"_s);
    computer.run(4711, "player", u"/dev/hidraw3"_s);
    computer.run(4712, "editor", u"/dev/hidraw30"_s);
    const auto findings = computer.findings({amp()});
    QCOMPARE(kinds(findings), Kinds{Kind::Held});
    QVERIFY(findings.front().holders == std::vector({Holder{4711, u"player"_s}}));
    QCOMPARE(findings.front().commands, QStringList{u"kill 4711"_s});
}

void DiagnosisTest::aLockTellsOfProgramsWhoseFilesMayNotBeSeen()
{
    FakeComputer computer;
    computer.write(u"/dev/hidraw3"_s);
    struct stat status = {};
    QCOMPARE(stat(QFile::encodeName(computer.root() + u"/dev/hidraw3"_s).constData(), &status), 0);
    computer.write(u"/proc/locks"_s,
                   QByteArray("1: POSIX  ADVISORY  WRITE 12 00:05:99 0 EOF\n2: FLOCK  ADVISORY  WRITE 815 ") +
                       QString::asprintf("%02x:%02x:%llu", major(status.st_dev), minor(status.st_dev), static_cast<unsigned long long>(status.st_ino))
                           .toLatin1() +
                       " 0 EOF\n");
    const auto findings = computer.findings({amp()});
    QCOMPARE(kinds(findings), Kinds{Kind::Held});
    QVERIFY(findings.front().holders == std::vector({Holder{815, {}}}));
}

void DiagnosisTest::modemManagerIsKeptAwayByTheRules()
{
    FakeComputer computer;
    computer.write(u"/dev/ttyACM0"_s);
    computer.run(300, "ModemManager", u"/dev/ttyACM0"_s);
    QCOMPARE(kinds(computer.findings({amp(Wire::Serial)})), Kinds{Kind::ModemManager});
    QCOMPARE(computer.findings({amp(Wire::Serial)}).front().commands, QStringList{u"sudo systemctl restart ModemManager"_s});
    computer.remove(kRules);
    QCOMPARE(computer.findings({amp(Wire::Serial)}).back().commands.size(), 4);
}

void DiagnosisTest::anAmpWithoutDriverIsFound()
{
    FakeComputer computer;
    computer.plugTopping();
    const auto findings = computer.findings();
    QCOMPARE(kinds(findings), Kinds{Kind::NoDriver});
    QCOMPARE(findings.front().where, u"1-2:1.0"_s);
    QCOMPARE(findings.front().amp, u"DX5 II"_s);
    QCOMPARE(findings.front().commands, QStringList{u"sudo modprobe usbhid"_s});
}

void DiagnosisTest::anAmpThatAProgramDrivesByItselfIsHeld()
{
    FakeComputer computer;
    computer.plugTopping();
    computer.link(u"/sys/bus/usb/drivers/usbfs"_s, u"/sys/bus/usb/devices/1-2:1.0/driver"_s);
    computer.run(4711, "virtualbox", u"/dev/bus/usb/001/007"_s);
    const auto findings = computer.findings();
    QCOMPARE(kinds(findings), Kinds{Kind::Held});
    QCOMPARE(findings.front().where, u"/dev/bus/usb/001/007"_s);
}

void DiagnosisTest::onlySupportedAmpsAreMissed()
{
    FakeComputer computer;
    computer.plugTopping("DX9");
    QCOMPARE(kinds(computer.findings()), Kinds{});
}

void DiagnosisTest::aContainerIsToldHowToBeStarted()
{
    FakeComputer computer;
    computer.remove(u"/run/udev/control"_s);
    QCOMPARE(kinds(computer.findings()), Kinds{Kind::UdevStopped});
    computer.write(u"/.dockerenv"_s);
    computer.write(u"/proc/devices"_s, "Character devices:\n  4 tty\n244 hidraw\n\nBlock devices:\n  8 sd\n");
    computer.remove(kRules); // they count outside
    const auto findings = computer.findings({amp()});
    QCOMPARE(kinds(findings), (Kinds{Kind::UdevUnreachable, Kind::NoNode}));
    QVERIFY(findings.front().commands.first().contains(u"--device-cgroup-rule 'c 244:* rw'"_s));
    QCOMPARE(findings[1].where, u"/dev/hidraw3"_s);
    QCOMPARE(findings[1].commands, findings[0].commands);
}

void DiagnosisTest::simulatedAmpsAreLeftOut()
{
    FakeComputer computer;
    Port simulated = amp();
    simulated.simulated = true;
    QCOMPARE(kinds(computer.findings({simulated})), Kinds{});
}

QTEST_GUILESS_MAIN(DiagnosisTest)
#include "diagnosis_test.moc"
