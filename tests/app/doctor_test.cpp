// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/catalog/udev_rules.h"
#include "tests/app/cli_bench.h"
#include "tests/app/output_schema.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace gainstage;
using namespace gainstage::cli;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

/// The bench's folder stands for the computer's root.
void write(const CliBench &bench, const QString &path, const QByteArray &content = {})
{
    const QString whole = bench.home.filePath(path);
    QDir().mkpath(QFileInfo(whole).path());
    QFile file(whole);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void putInOrder(const CliBench &bench)
{
    write(bench, u"run/udev/control"_s);
    write(bench, u"etc/udev/rules.d/70-gainstage.rules"_s, QByteArray::fromStdString(catalog::udevRules()));
    write(bench, u"dev/fake"_s);
}

} // namespace

class DoctorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingFoundIsWell();
    void findingsEndWithOneAndSayWhatToType();
    void everyFindingHasItsWords_data();
    void everyFindingHasItsWords();
    void rulesArePrintedAsTheyAreInstalled();
    void noAmpIsOpened();
};

void DoctorTest::nothingFoundIsWell()
{
    CliBench bench;
    putInOrder(bench);
    QCOMPARE(bench.run("doctor"), ExitCode::Done);
    QCOMPARE(bench.out, u"Nothing stands between you and your amps.\n"_s);
    QCOMPARE(bench.result("doctor")[u"findings"_s], QJsonValue(QJsonArray()));
    QCOMPARE(schemaComplaint(bench.json), QString());
}

void DoctorTest::findingsEndWithOneAndSayWhatToType()
{
    CliBench bench;
    putInOrder(bench);
    Port closed = fakePort();
    closed.access = Port::Access::Permission;
    bench.ports.setList({closed});
    QCOMPARE(bench.run("doctor"), ExitCode::General);
    QVERIFY(bench.lines().contains(u"Fake One may not be opened: no permission for /dev/fake."_s));
    QVERIFY(bench.lines().contains(u"    sudo setfacl -m u:$USER:rw /dev/fake"_s));
    QCOMPARE(bench.err, u"gainstagectl: Findings that keep amps from being used: 1.\n"_s);
    QCOMPARE(bench.run("--json doctor"), ExitCode::General);
    const QJsonValue finding = bench.object()[u"result"_s][u"findings"_s][0];
    QCOMPARE(finding[u"kind"_s], u"no-permission"_s);
    QCOMPARE(finding[u"where"_s], u"/dev/fake"_s);
    QCOMPARE(finding[u"commands"_s].toArray().size(), 2);
    QCOMPARE(bench.object()[u"exit_code"_s], 1);
    QCOMPARE(schemaComplaint(bench.json), QString());
}

void DoctorTest::everyFindingHasItsWords_data()
{
    QTest::addColumn<QStringList>("missing");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    const QString rules = u"etc/udev/rules.d/70-gainstage.rules"_s, udev = u"run/udev/control"_s, usb = u"sys/bus/usb/devices/1-2"_s;
    QTest::newRow("rules") << QStringList{rules} << QStringList{} << u"rules-missing"_s << u"The udev rules are not installed"_s;
    QTest::newRow("old rules") << QStringList{} << QStringList{rules, u"# none"_s} << u"rules-outdated"_s
                               << u"/etc/udev/rules.d/70-gainstage.rules are not"_s;
    QTest::newRow("udev") << QStringList{udev} << QStringList{} << u"udev-stopped"_s << u"systemctl start systemd-udevd"_s;
    QTest::newRow("container") << QStringList{udev} << QStringList{u".dockerenv"_s, QString()} << u"udev-unreachable"_s
                               << u"--volume /run/udev:/run/udev:ro"_s;
    QTest::newRow("driver") << QStringList{} << QStringList{usb + u"/idVendor"_s, u"152a"_s,   usb + u"/idProduct"_s,           u"8750"_s,
                                                            usb + u"/product"_s,  u"DX5 II"_s, usb + u":1.0/bInterfaceClass"_s, u"03"_s}
                            << u"no-driver"_s << u"DX5 II is plugged in (USB 1-2:1.0)"_s;
    QTest::newRow("node") << QStringList{u"dev/fake"_s} << QStringList{} << u"no-node"_s << u"its device file /dev/fake is not there"_s;
    QTest::newRow("modem") << QStringList{} << QStringList{u"proc/300/comm"_s, u"ModemManager\n"_s} << u"modem-manager"_s
                           << u"ModemManager looks for a modem in Fake One: /dev/fake is held by ModemManager (300)."_s;
    QTest::newRow("held") << QStringList{} << QStringList{u"proc/300/comm"_s, u"player\n"_s} << u"held"_s
                          << u"Fake One is in use: /dev/fake is held by player (300)."_s;
}

void DoctorTest::everyFindingHasItsWords()
{
    QFETCH(const QStringList, missing);
    QFETCH(const QStringList, files);
    QFETCH(const QString, kind);
    QFETCH(const QString, words);
    CliBench bench;
    putInOrder(bench);
    for (const QString &file : missing)
        QVERIFY(QFile::remove(bench.home.filePath(file)));
    for (qsizetype file = 0; file < files.size(); file += 2)
        write(bench, files[file], files[file + 1].toUtf8());
    if (QFile::exists(bench.home.filePath(u"proc/300/comm"_s))) {
        QVERIFY(QDir().mkpath(bench.home.filePath(u"proc/300/fd"_s)));
        QVERIFY(QFile::link(u"/dev/fake"_s, bench.home.filePath(u"proc/300/fd/3"_s)));
    }
    QCOMPARE(bench.run("doctor"), ExitCode::General);
    QVERIFY2(bench.out.contains(words), qPrintable(bench.out));
    QCOMPARE(bench.run("--json doctor"), ExitCode::General);
    QCOMPARE(bench.object()[u"result"_s][u"findings"_s].toArray().size(), 1);
    QCOMPARE(bench.object()[u"result"_s][u"findings"_s][0][u"kind"_s], kind);
    QCOMPARE(schemaComplaint(bench.json), QString());
}

void DoctorTest::rulesArePrintedAsTheyAreInstalled()
{
    CliBench bench;
    QCOMPARE(bench.run("doctor --rules"), ExitCode::Done);
    QCOMPARE(bench.out.toStdString(), catalog::udevRules());
    QCOMPARE(bench.result("doctor --rules")[u"rules"_s].toString().toStdString(), catalog::udevRules());
    QCOMPARE(schemaComplaint(bench.json), QString());
}

void DoctorTest::noAmpIsOpened()
{
    CliBench bench;
    bench.run("doctor");
    QCOMPARE(bench.ports.lastOpened(), QString());
}

QTEST_GUILESS_MAIN(DoctorTest)
#include "doctor_test.moc"
