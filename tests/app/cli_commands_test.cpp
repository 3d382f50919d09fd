// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_bench.h"
#include "tests/app/output_schema.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace gainstage;
using namespace gainstage::cli;
using namespace gainstage::test;
using Bench = CliBench;
using namespace Qt::StringLiterals;

class CliCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deviceListShowsSelectorsAndAccess();
    void deviceShowSaysWhatCanBeSet();
    void getShowsEverythingOrWhatIsNamed();
    void setTakesRoleNamesChoicesAndShownUnits();
    void setIsAllOrNothing();
    void dryRunShowsTheStepsAndWritesNothing();
    void storeIsASeparateAct();
    void aRefusedWriteEndsWithEightAndSaysWhatTheAmpHolds();
    void watchPrintsTheStateThenEachEventAndEndsWhenTheAmpGoes();
    void presetsAreSavedShownComparedAndApplied();
    void presetSaveKeepsTheTextsOfWhatItReplaces();
    void presetsAreRenamedDeletedAndBroughtBack();
    void presetsAreExportedAndImported();
    void whatAPresetCannotCarryIsListed();
    void badPresetFilesAreNamed();
    void historyUndoesAndRedoes();
    void aHistoryThatCannotBeWrittenIsAWarning();
    void everyFailureHasItsExitCode_data();
    void everyFailureHasItsExitCode();
    void everyJsonErrorKeepsTheSchema();
    void aLimitThatPassedIsATimeOut();
    void helpAndVersion();
    void everyJsonLineKeepsTheSchema();

private:
    QString m_failures; ///< as JSON
};

void CliCommands::deviceListShowsSelectorsAndAccess()
{
    Bench bench;
    Port locked = fakePort(u"/dev/other"_s);
    locked.access = Port::Access::Permission;
    locked.serialNumber = u"F0002"_s;
    bench.ports.setList({fakePort(), locked});
    QCOMPARE(bench.run("device list"), ExitCode::Done);
    QCOMPARE(bench.lines(), (QStringList{u"serial:/dev/fake   Fake One  F0001"_s, u"serial:/dev/other  Fake One  F0002  no permission"_s}));
    QCOMPARE(bench.result("device list")[1][u"access"_s], u"permission"_s);
    bench.ports.setList({});
    QCOMPARE(bench.run("device list"), ExitCode::Done);
    QCOMPARE(bench.result("device list"), QJsonValue(QJsonArray()));
}

void CliCommands::deviceShowSaysWhatCanBeSet()
{
    Bench bench;
    QCOMPARE(bench.run("device show"), ExitCode::Done);
    QVERIFY(bench.out.contains(u"low, mid, high"_s));
    QVERIFY(bench.out.contains(u"\u221299.0\u202fdB to 0.0\u202fdB"_s));
    QCOMPARE(bench.result("device show")[u"settings"_s][2][u"min"_s], -99);
}

void CliCommands::getShowsEverythingOrWhatIsNamed()
{
    Bench bench;
    QCOMPARE(bench.run("get"), ExitCode::Done);
    QVERIFY(bench.lines().contains(u"volume     \u221240.0\u202fdB"_s));
    QVERIFY(bench.lines().contains(u"output     Headphone 6.35 mm (se)"_s));
    QCOMPARE(bench.run("get Volume gain"), ExitCode::Done);
    QCOMPARE(bench.lines(), (QStringList{u"volume  \u221240.0\u202fdB"_s, u"gain    Low"_s}));
    QCOMPARE(bench.result("get volume"), (QJsonObject{{u"values"_s, QJsonObject{{u"volume"_s, -40}}}}));
    const QJsonValue everything = bench.result("get");
    QCOMPARE(everything[u"values"_s][u"gain"_s], u"low"_s);
    QCOMPARE(everything[u"jacks"_s][0][u"impedance_ohm"_s], 297);
    QCOMPARE(bench.object()[u"amp"_s][u"serial_number"_s], u"F0001"_s);
}

void CliCommands::setTakesRoleNamesChoicesAndShownUnits()
{
    Bench bench;
    QCOMPARE(bench.run("set gain=high volume=-52.5 output=Balanced mute=off"), ExitCode::Done);
    QCOMPARE(bench.held(kGain), Value{2});
    QCOMPARE(bench.held(kOutput), Value{1});
    QCOMPARE(bench.held(kVolume), Value{-5250});
    QCOMPARE(bench.lines(),
             (QStringList{u"gain    Low                     →  High"_s, u"output  Headphone 6.35 mm (se)  →  Headphone XLR-4 (balanced)"_s,
                          u"volume  \u221240.0\u202fdB                →  \u221252.5\u202fdB"_s}));
    QCOMPARE(bench.result("set filter=slow"),
             (QJsonObject{
                 {u"before"_s, QJsonObject{{u"filter"_s, u"sharp"_s}}}, {u"after"_s, QJsonObject{{u"filter"_s, u"slow"_s}}}, {u"stored"_s, false}}));
    QCOMPARE(bench.result("set filter=slow")[u"after"_s], QJsonValue(QJsonObject()));
}

void CliCommands::setIsAllOrNothing()
{
    Bench bench;
    QCOMPARE(bench.run("set gain=high volume=1"), ExitCode::Usage);
    QCOMPARE(bench.run("set gain=high gain=low"), ExitCode::Usage);
    QCOMPARE(bench.device.writes(), 0);
}

void CliCommands::dryRunShowsTheStepsAndWritesNothing()
{
    Bench bench;
    const QJsonArray steps = bench.result("set volume=-33 gain=mid --dry-run")[u"steps"_s].toArray();
    QVERIFY(steps.size() > 2);
    QCOMPARE(steps.last()[u"values"_s], QJsonValue(QJsonObject{{u"volume"_s, -33}}));
    QCOMPARE(bench.run("set volume=-40 --dry-run --store"), ExitCode::Done);
    QCOMPARE(bench.device.writes(), 0);
    QVERIFY(!QDir(bench.home.filePath(u"history"_s)).exists());
}

void CliCommands::storeIsASeparateAct()
{
    Bench bench;
    QCOMPARE(bench.run("set volume=-41"), ExitCode::Done);
    QVERIFY(bench.device.state().unstored);
    QCOMPARE(bench.result("set volume=-42 --store")[u"stored"_s], true);
    QVERIFY(!bench.device.state().unstored);
}

void CliCommands::aRefusedWriteEndsWithEightAndSaysWhatTheAmpHolds()
{
    Bench bench;
    bench.device.refuseWith(Error{Errc::Refused, "The amp said no.", {}, ""});
    QCOMPARE(bench.run("set volume=-50"), ExitCode::Refused);
    QCOMPARE(bench.err, u"gainstagectl: The amp said no.\n"_s);
    QCOMPARE(bench.run("--json set volume=-50"), ExitCode::Refused);
    QCOMPARE(bench.object()[u"error"_s][u"code"_s], u"refused"_s);
    QCOMPARE(bench.object()[u"exit_code"_s], 8);
    bench.device.refuseWith({});
    QCOMPARE(bench.result("history list"), QJsonValue(QJsonArray()));
}

void CliCommands::watchPrintsTheStateThenEachEventAndEndsWhenTheAmpGoes()
{
    for (const QString &json : {QString(), u"--json"_s}) {
        Bench bench;
        int told = 0;
        bench.onTime = [&] { ++told == 1 ? bench.device.turn(kVolume, {-4100}) : bench.device.unplug(); };
        QCOMPARE(bench.run(QStringList{u"watch"_s} + (json.isEmpty() ? QStringList() : QStringList{json})), ExitCode::Gone);
        if (json.isEmpty()) {
            QCOMPARE(bench.lines().size(), 2);
            QVERIFY(bench.lines()[0].contains(u"gain=low output=se volume=-40.0 mute=off"_s));
            QVERIFY(bench.lines()[1].endsWith(u"volume \u221240.0\u202fdB → \u221241.0\u202fdB (knob)"_s));
            continue;
        }
        QCOMPARE(bench.lines().size(), 3); // the last says why it ended
        const QJsonObject event = QJsonDocument::fromJson(bench.lines()[1].toUtf8()).object();
        QCOMPARE(event[u"event"_s], u"changed"_s);
        QCOMPARE(event[u"source"_s], u"knob"_s);
        QCOMPARE(event[u"after"_s], QJsonValue(QJsonObject{{u"volume"_s, -41}}));
        QCOMPARE(schemaComplaint(bench.json), QString());
    }
}

void CliCommands::presetsAreSavedShownComparedAndApplied()
{
    Bench bench;
    QCOMPARE(bench.run({u"preset"_s, u"save"_s, u"Late night"_s, u"--headphone"_s, u"HD 650"_s, u"--cable"_s, u"XLR-4"_s, u"--note"_s, u"quiet"_s}),
             ExitCode::Done);
    QCOMPARE(bench.result("preset list")[0][u"headphone"_s], u"HD 650"_s);
    QCOMPARE(bench.run("set volume=-60 filter=slow mute=on"), ExitCode::Done);
    QCOMPARE(bench.run({u"preset"_s, u"diff"_s, u"late NIGHT"_s}), ExitCode::Done);
    QCOMPARE(bench.lines(), (QStringList{u"filter  Slow      →  Sharp"_s, u"volume  \u221260.0\u202fdB  →  \u221240.0\u202fdB"_s}));
    QCOMPARE(bench.run({u"preset"_s, u"apply"_s, u"Late night"_s, u"--dry-run"_s}), ExitCode::Done);
    QCOMPARE(bench.held(kVolume), Value{-6000});
    QCOMPARE(bench.run({u"preset"_s, u"apply"_s, u"Late night"_s}), ExitCode::Done);
    QCOMPARE(bench.held(kVolume), Value{-4000});
    QCOMPARE(bench.held(kFilter), Value{0});
    QCOMPARE(bench.held(kMute), Value{1}); // the moment's, not the headphone's
    QCOMPARE(bench.result("history list")[1][u"origin"_s], u"preset Late night"_s);
    QCOMPARE(bench.run({u"--json"_s, u"preset"_s, u"show"_s, u"Late night"_s}), ExitCode::Done);
    QCOMPARE(bench.object()[u"result"_s][u"settings"_s][u"volume"_s][u"value"_s], -40);
}

void CliCommands::presetSaveKeepsTheTextsOfWhatItReplaces()
{
    Bench bench;
    QCOMPARE(bench.run("preset save A --headphone HD650 --cable XLR"), ExitCode::Done);
    QCOMPARE(bench.run("preset save A"), ExitCode::General);
    QVERIFY(bench.err.contains(u"“A”"_s));
    QCOMPARE(bench.run("preset save a --replace --cable Jack"), ExitCode::Done);
    const QJsonValue preset = bench.result("preset show A");
    QCOMPARE(preset[u"headphone"_s], u"HD650"_s);
    QCOMPARE(preset[u"cable"_s], u"Jack"_s);
}

void CliCommands::presetsAreRenamedDeletedAndBroughtBack()
{
    Bench bench;
    QCOMPARE(bench.run("preset save A"), ExitCode::Done);
    QCOMPARE(bench.run("preset rename A B"), ExitCode::Done);
    QCOMPARE(bench.result("preset delete B"), (QJsonObject{{u"deleted"_s, u"B"_s}}));
    QCOMPARE(bench.run("preset show B"), ExitCode::General);
    QCOMPARE(bench.run("preset delete"), ExitCode::Usage);
    QCOMPARE(bench.run("preset delete B --undo"), ExitCode::Usage);
    QCOMPARE(bench.result("preset delete --undo"), (QJsonObject{{u"restored"_s, u"B"_s}}));
    QCOMPARE(bench.run("preset delete --undo"), ExitCode::General);
    QCOMPARE(bench.result("preset list")[0][u"name"_s], u"B"_s);
}

void CliCommands::presetsAreExportedAndImported()
{
    Bench bench;
    const QString file = bench.home.filePath(u"A.json"_s);
    QCOMPARE(bench.run("preset save A --note hello"), ExitCode::Done);
    QCOMPARE(bench.run({u"preset"_s, u"export"_s, u"A"_s, file}), ExitCode::Done);
    QCOMPARE(bench.run({u"preset"_s, u"export"_s, u"A"_s, file}), ExitCode::General);
    QCOMPARE(bench.run({u"preset"_s, u"import"_s, file}), ExitCode::General);
    QCOMPARE(bench.run("preset delete A"), ExitCode::Done);
    QCOMPARE(bench.run({u"preset"_s, u"import"_s, file}), ExitCode::Done);
    QCOMPARE(bench.run({u"preset"_s, u"import"_s, file, u"--replace"_s}), ExitCode::Done);
    QCOMPARE(bench.result("preset show A")[u"note"_s], u"hello"_s);
}

void CliCommands::whatAPresetCannotCarryIsListed()
{
    Bench bench;
    QCOMPARE(bench.run("preset save A"), ExitCode::Done);
    Description other = fakeDescription();
    std::erase_if(other.settings, [](const Setting &setting) { return setting.id == kCrossfeed; });
    bench.device.setDescription(other);
    QCOMPARE(bench.run("preset apply A"), ExitCode::Done);
    QVERIFY(bench.lines()[0].startsWith(u"Not carried over: crossfeed"_s));
    QCOMPARE(bench.result("preset diff A")[u"not_carried"_s][0][u"key"_s], u"crossfeed"_s);
    QCOMPARE(bench.result("preset apply A")[u"not_carried"_s][0][u"key"_s], u"crossfeed"_s);
}

void CliCommands::badPresetFilesAreNamed()
{
    Bench bench;
    QCOMPARE(bench.run("preset save A"), ExitCode::Done);
    QFile file(bench.home.filePath(u"presets/bad.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(bench.run("preset list"), ExitCode::Done);
    QCOMPARE(bench.lines().size(), 1);
    QVERIFY(bench.err.contains(u"bad.json"_s));
    QVERIFY(!bench.result("preset list").isUndefined());
    QCOMPARE(bench.object()[u"warnings"_s][0][u"code"_s], u"invalid-file"_s);
    QCOMPARE(bench.run({u"preset"_s, u"import"_s, file.fileName()}), ExitCode::InvalidFile);
}

void CliCommands::historyUndoesAndRedoes()
{
    Bench bench;
    QCOMPARE(bench.run("history undo"), ExitCode::General);
    QCOMPARE(bench.run("set volume=-50"), ExitCode::Done);
    QCOMPARE(bench.run("set volume=-60 gain=mid"), ExitCode::Done);
    QCOMPARE(bench.result("history undo")[u"of"_s], 2);
    QCOMPARE(bench.held(kGain), Value{0});
    QCOMPARE(bench.held(kVolume), Value{-5000});
    QCOMPARE(bench.run("history undo"), ExitCode::Done);
    QCOMPARE(bench.held(kVolume), Value{-4000});
    QCOMPARE(bench.run("history undo"), ExitCode::General);
    QCOMPARE(bench.run("history redo"), ExitCode::Done);
    QCOMPARE(bench.run("history redo"), ExitCode::Done);
    QCOMPARE(bench.run("history redo"), ExitCode::General);
    QCOMPARE(bench.held(kVolume), Value{-6000});
    QCOMPARE(bench.result("history list").toArray().size(), 6);
    QCOMPARE(bench.result("history list --limit 1")[0][u"origin"_s], u"redo"_s);
    QCOMPARE(bench.run("history list"), ExitCode::Done);
    QVERIFY(bench.lines()[0].contains(u"volume  \u221240.0\u202fdB  →  \u221250.0\u202fdB"_s));
}

void CliCommands::aHistoryThatCannotBeWrittenIsAWarning()
{
    Bench bench;
    QFile file(bench.home.filePath(u"history"_s)); // where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!bench.result("set volume=-50").isUndefined());
    QCOMPARE(bench.object()[u"warnings"_s][0][u"code"_s], u"file-io"_s);
    QCOMPARE(bench.held(kVolume), Value{-5000});
    QCOMPARE(bench.run("set volume=-51"), ExitCode::Done);
    QVERIFY(!bench.err.isEmpty());
}

void CliCommands::everyFailureHasItsExitCode_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("openError"); // -1: none
    const auto row = [](const char *words, int exitCode, int error = -1) {
        QTest::addRow("%s %d", words, error) << QString::fromUtf8(words) << exitCode << error;
    };
    row("", 2);
    row("--nonsense", 2);
    row("--nonsense get", 2);
    row("nonsense", 2);
    row("preset", 2);
    row("preset nonsense", 2);
    row("get --nonsense", 2);
    row("set", 2);
    row("set volume", 2);
    row("set volume=loud", 2);
    row("set volume=1", 2);
    row("set loudness=1", 2);
    row("get loudness", 2);
    row("get --timeout soon", 2);
    row("get --timeout -5", 2);
    row("device list extra", 2);
    row("preset rename A", 2);
    row("--device /dev/fake get", 2);
    row("--device nobody get", 3);
    row("preset show nobody", 1);
    row("preset import nothing.json", 1);
    row("set hours=1", 7);
    row("set polarity=on", 7);
    row("get", 5, static_cast<int>(Errc::Permission));
    row("get", 6, static_cast<int>(Errc::Busy));
    row("get", 7, static_cast<int>(Errc::Unsupported));
    row("get", 8, static_cast<int>(Errc::Locked));
    row("get", 9, static_cast<int>(Errc::Timeout));
    row("get", 9, static_cast<int>(Errc::Disconnected));
    row("get", 130, static_cast<int>(Errc::Cancelled));
    row("preset save A", 5, static_cast<int>(Errc::Permission));
    row("history list", 3, static_cast<int>(Errc::NotFound));
    row("firmware show", 7); // the fake amp's cannot be updated
    row("firmware show", 6, static_cast<int>(Errc::Busy));
    row("firmware check", 2);
    row("firmware check nothing.img", 1);
    row("firmware install nothing.img --yes", 1);
    row("firmware install --yes", 7);
    row("firmware confirm", 7);
    row("firmware revert --yes", 7);
    row("firmware forget", 1);
    row("firmware forget", 3, static_cast<int>(Errc::NotFound));
}

void CliCommands::everyFailureHasItsExitCode()
{
    QFETCH(QString, words);
    QFETCH(int, exitCode);
    QFETCH(int, openError);
    Bench bench;
    if (openError >= 0)
        bench.ports.closeWith(Error{static_cast<Errc>(openError), "It cannot be opened.", {}, "Do something."});
    const QStringList arguments = words.split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(static_cast<int>(bench.run(arguments)), exitCode);
    QVERIFY(bench.err.startsWith(u"gainstagectl: "_s));
    QCOMPARE(bench.out, QString());
    QCOMPARE(static_cast<int>(bench.run(QStringList{u"--json"_s} + arguments)), exitCode);
    QCOMPARE(bench.object()[u"exit_code"_s], exitCode);
    QCOMPARE(bench.err, QString());
    m_failures += bench.json;
}

void CliCommands::everyJsonErrorKeepsTheSchema()
{
    QVERIFY(!m_failures.isEmpty());
    QCOMPARE(schemaComplaint(m_failures), QString());
}

void CliCommands::aLimitThatPassedIsATimeOut()
{
    Bench bench;
    bench.ports.closeWith(Error{Errc::Cancelled, "Cancelled.", {}, ""});
    bench.interruption.timeout = true;
    QCOMPARE(bench.run("--timeout 250 get"), ExitCode::Gone);
    QCOMPARE(bench.interruption.limits, (std::vector{std::chrono::milliseconds(250)}));
    QVERIFY(bench.err.contains(u"250"_s));
}

void CliCommands::helpAndVersion()
{
    Bench bench;
    QCOMPARE(bench.run("--version"), ExitCode::Done);
    QCOMPARE(bench.out, u"gainstagectl " GAINSTAGE_VERSION "\n"_s);
    QCOMPARE(bench.run("--help"), ExitCode::Done);
    for (const char *command : {"device list", "get [SETTING…]", "preset export NAME FILE", "history redo", "--timeout MS"})
        QVERIFY2(bench.out.contains(QString::fromUtf8(command)), command);
    QCOMPARE(bench.run("preset --help"), ExitCode::Done);
    QVERIFY(bench.out.contains(u"preset save NAME"_s) && !bench.out.contains(u"history"_s));
    QCOMPARE(bench.run("preset save --help"), ExitCode::Done);
    QVERIFY(bench.out.contains(u"--headphone NAME"_s) && !bench.out.contains(u"--dry-run"_s));
    QCOMPARE(bench.run("-h"), ExitCode::Done);
    QCOMPARE(bench.device.asked(), 0);
}

void CliCommands::everyJsonLineKeepsTheSchema()
{
    Bench bench;
    for (const char *words : {"device list",
                              "device show",
                              "device identify --seconds 2",
                              "get",
                              "get gain",
                              "set gain=mid volume=-45",
                              "set volume=-33 --dry-run",
                              "set mute=on --store",
                              "preset save A --headphone H",
                              "preset list",
                              "preset show A",
                              "set volume=-50",
                              "preset diff A",
                              "preset apply A --dry-run",
                              "preset apply A",
                              "preset rename A B",
                              "preset delete B",
                              "preset delete --undo",
                              "history list",
                              "history undo",
                              "history redo"})
        QVERIFY2(!bench.result(words).isUndefined(), words);
    QCOMPARE(bench.run({u"--json"_s, u"preset"_s, u"export"_s, u"B"_s, bench.home.filePath(u"x.json"_s)}), ExitCode::Done);
    QCOMPARE(bench.run({u"--json"_s, u"preset"_s, u"import"_s, u"--replace"_s, bench.home.filePath(u"x.json"_s)}), ExitCode::Done);
    QCOMPARE(schemaComplaint(bench.json), QString());
    QVERIFY(!schemaComplaint(u"{\"schema\":\"gainstagectl/1\",\"command\":\"get\",\"result\":5}\n"_s).isEmpty());
    QVERIFY(!schemaComplaint(bench.json + u"{\"schema\":\"gainstagectl/1\",\"command\":\"get\",\"result\":{\"values\":{}},\"new\":1}\n"_s).isEmpty());
}

QTEST_GUILESS_MAIN(CliCommands)
#include "cli_commands_test.moc"
