// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/output_schema.h"
#include "tests/app/program_bench.h"
#include "tests/support/pty_pair.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <csignal>

#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t kNobody = 65534;
constexpr int kTries = 10; // to hit a command in its middle

struct Ended {
    int exitCode;
    QString out, err;
    QJsonObject object() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

Ended run(const Home &home, const QStringList &arguments, const std::function<void()> &before = {})
{
    Program program(u"gainstagectl"_s, arguments, home.environment(), before);
    const int exitCode = program.exitCode();
    return {exitCode, program.out(), program.err()};
}

Ended run(const Home &home, const char *words)
{
    return run(home, QString::fromUtf8(words).split(u' '));
}

/// Begins a long ramp upwards and, when the amp is seen to be in the middle of it, makes `event` happen. Tried again where the ramp was over before.
Ended interrupted(const Home &home, SimulatedAmp &amp, const std::function<bool(Program &)> &event)
{
    for (int i = 0; i < kTries; ++i) {
        const Ended down = run(home, {u"--device"_s, u"S1"_s, u"set"_s, u"volume=-99"_s});
        if (down.exitCode != 0)
            return down;
        Program program(u"gainstagectl"_s, {u"--json"_s, u"--device"_s, u"S1"_s, u"set"_s, u"volume=0"_s}, home.environment());
        while (program.isRunning() && amp.settings()[u"volume"_s].toInt() < -9000) {}
        if (!event(program))
            continue;
        const int exitCode = program.exitCode();
        if (exitCode != 0)
            return {exitCode, program.out(), program.err()};
    }
    return {-1, QString(), u"never in the middle"_s};
}

} // namespace

class CommandProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutAnAmpItSaysHowToConnectOne();
    void theOnlyAmpIsFoundAndTwoMustBeTold();
    void everySelectorReachesTheAmp();
    void everyCommandAnswersByTheSchema();
    void whatIsSetIsWhatTheAmpHolds();
    void aPresetBringsEverythingBack();
    void undoAndRedoWorkAcrossProcesses();
    void theKnobIsSeenByWatchAndCtrlCEndsIt();
    void watchEndsWhenTheAmpGoes();
    void anAmpInUseIsBusy();
    void noPermissionIsSaid();
    void whatTheModelLacksIsNotSupported();
    void theKnobInTheMiddleOfARampStopsIt();
    void unpluggedInTheMiddleIsGone();
    void ctrlCInTheMiddleLeavesNoLouderThanBefore();
    void silenceIsATimeOutWithinTheLimit();
    void badFilesAreTen();
    void usageIsTwo();
    void logLinesAndGarbageBetweenFramesDoNoHarm();
};

void CommandProgram::withoutAnAmpItSaysHowToConnectOne()
{
    const Home home;
    const Ended none = run(home, "get");
    QCOMPARE(none.exitCode, 3);
    QVERIFY(none.err.startsWith(u"gainstagectl: "_s));
    QCOMPARE(run(home, "--device serial:/dev/nothing get").exitCode, 3);
    QCOMPARE(run(home, "preset list").exitCode, 0); // needs none
}

void CommandProgram::theOnlyAmpIsFoundAndTwoMustBeTold()
{
    const Home home;
    const SimulatedAmp first(home, u"S1"_s);
    QCOMPARE(run(home, "get").exitCode, 0);
    const SimulatedAmp second(home, u"S2"_s, u"dongle"_s);
    const Ended two = run(home, "--json get");
    QCOMPARE(two.exitCode, 4);
    QVERIFY(two.object()[u"error"_s][u"message"_s].toString().contains(second.selector()));
    QCOMPARE(run(home, "--json device list").object()[u"result"_s].toArray().size(), 2);
}

void CommandProgram::everySelectorReachesTheAmp()
{
    const Home home;
    const SimulatedAmp amp(home, u"S1"_s), other(home, u"S2"_s, u"dongle"_s);
    QVERIFY(QFile::link(amp.port(), home.path(u"link"_s)));
    for (const QString &selector : {amp.selector(), u"s1"_s, u"reference desktop"_s, QString(u"serial:"_s + home.path(u"link"_s))}) {
        const Ended shown = run(home, {u"--json"_s, u"--device"_s, selector, u"get"_s, u"volume"_s});
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.object()[u"amp"_s][u"serial_number"_s], u"S1"_s);
    }
}

void CommandProgram::everyCommandAnswersByTheSchema()
{
    const Home home;
    const SimulatedAmp amp(home, u"S1"_s);
    QString lines;
    for (const char *words : {"device list",
                              "device show",
                              "device identify --seconds 1",
                              "get",
                              "get volume gain",
                              "set gain=mid volume=-42.5 output=balanced",
                              "set volume=-30 --dry-run",
                              "set filter=slow --store",
                              "preset save A --headphone H --cable C --note N",
                              "preset list",
                              "preset show A",
                              "set volume=-50 gain=low",
                              "preset diff A",
                              "preset apply A",
                              "preset rename A B",
                              "preset delete B",
                              "preset delete --undo",
                              "history list",
                              "history undo",
                              "history redo",
                              "set volume=1",
                              "set nothing=1",
                              "preset show nothing",
                              "--device nobody get"}) {
        const Ended ended = run(home, QString(u"--json "_s + QString::fromUtf8(words)).split(u' '));
        QVERIFY2(!ended.out.isEmpty(), words);
        QVERIFY2((ended.exitCode == 0) == ended.object().contains(u"result"_s), words);
        QVERIFY2(ended.exitCode == ended.object()[u"exit_code"_s].toInt(), words);
        QCOMPARE(ended.err, QString());
        lines += ended.out;
    }
    QCOMPARE(schemaComplaint(lines), QString());
}

void CommandProgram::whatIsSetIsWhatTheAmpHolds()
{
    const Home home;
    SimulatedAmp amp(home, u"S1"_s);
    QCOMPARE(run(home, "set gain=high volume=-32.5 output=balanced balance=-1.5 mute=on").exitCode, 0);
    const QJsonObject held = amp.settings();
    QCOMPARE(held[u"gain"_s], 2);
    QCOMPARE(held[u"volume"_s], -3250);
    QCOMPARE(held[u"output"_s], 1);
    QCOMPARE(held[u"balance"_s], -150);
    QCOMPARE(held[u"mute"_s].toInt(held[u"mute"_s].toBool()), 1);
    QCOMPARE(run(home, "set volume=-10 gain=turbo").exitCode, 2);
    QCOMPARE(run(home, "set volume=-20 --dry-run").exitCode, 0);
    QCOMPARE(amp.settings(), held);
}

void CommandProgram::aPresetBringsEverythingBack()
{
    const Home home;
    const SimulatedAmp amp(home, u"S1"_s);
    QCOMPARE(run(home, "set gain=mid output=balanced filter=slow volume=-32.5 crossfeed=low balance=1").exitCode, 0);
    const QJsonObject saved = run(home, "--json get").object()[u"result"_s].toObject();
    QCOMPARE(run(home, "preset save Evening --headphone HD650").exitCode, 0);
    QCOMPARE(run(home, "set gain=low output=se filter=sharp volume=-60 crossfeed=off balance=0").exitCode, 0);
    QCOMPARE(run(home, "--json preset diff Evening").object()[u"result"_s][u"differences"_s].toArray().size(), 6);
    QCOMPARE(run(home, "preset apply Evening").exitCode, 0);
    QCOMPARE(run(home, "--json get").object()[u"result"_s].toObject(), saved);
    QCOMPARE(run(home, "--json preset diff Evening").object()[u"result"_s][u"differences"_s].toArray().size(), 0);
}

void CommandProgram::undoAndRedoWorkAcrossProcesses()
{
    const Home home;
    SimulatedAmp amp(home, u"S1"_s);
    const QJsonObject first = amp.settings();
    QCOMPARE(run(home, "set gain=mid volume=-50").exitCode, 0);
    QCOMPARE(run(home, "set filter=nos").exitCode, 0);
    const QJsonObject last = amp.settings();
    QCOMPARE(run(home, "history undo").exitCode, 0);
    QCOMPARE(run(home, "history undo").exitCode, 0);
    QCOMPARE(amp.settings(), first);
    QCOMPARE(run(home, "history undo").exitCode, 1);
    QCOMPARE(run(home, "history redo").exitCode, 0);
    QCOMPARE(run(home, "history redo").exitCode, 0);
    QCOMPARE(amp.settings(), last);
    QCOMPARE(run(home, "--json history list").object()[u"result"_s].toArray().size(), 6);
}

void CommandProgram::theKnobIsSeenByWatchAndCtrlCEndsIt()
{
    const Home home;
    SimulatedAmp amp(home, u"S1"_s);
    Program watch(u"gainstagectl"_s, {u"--json"_s, u"watch"_s}, home.environment());
    QString lines = watch.line() + u'\n';
    QVERIFY(lines.contains(u"\"event\":\"state\""_s));
    amp.tell(R"({"do":"knob","detents":-3})");
    const QString knob = watch.line();
    QVERIFY2(knob.contains(u"\"source\":\"knob\""_s) && knob.contains(u"\"volume\":-43"_s), qPrintable(knob));
    amp.tell(R"({"do":"jack","output":1,"plugged":true,"ohm":250})");
    const QString jack = watch.line();
    QVERIFY2(jack.contains(u"\"impedance_ohm\":250"_s), qPrintable(jack));
    ::kill(static_cast<pid_t>(watch.pid()), SIGINT);
    QCOMPARE(watch.exitCode(), 130);
    lines += knob + u'\n' + jack + u'\n' + watch.out();
    QCOMPARE(schemaComplaint(lines), QString());
}

void CommandProgram::watchEndsWhenTheAmpGoes()
{
    const Home home;
    SimulatedAmp amp(home, u"S1"_s);
    Program watch(u"gainstagectl"_s, {u"watch"_s}, home.environment());
    QVERIFY(watch.line().contains(u"gain=low output=se"_s));
    amp.tell(R"({"do":"link","plugged":false})");
    QCOMPARE(watch.exitCode(), 9);
    QCOMPARE(run(home, "get").exitCode, 3);
    amp.tell(R"({"do":"link","plugged":true})");
    QCOMPARE(run(home, "get").exitCode, 0);
}

void CommandProgram::anAmpInUseIsBusy()
{
    const Home home;
    const SimulatedAmp amp(home, u"S1"_s);
    Program watch(u"gainstagectl"_s, {u"watch"_s}, home.environment());
    QVERIFY(!watch.line().isEmpty());
    const Ended second = run(home, "--json get");
    QCOMPARE(second.exitCode, 6);
    QCOMPARE(second.object()[u"error"_s][u"code"_s], u"busy"_s);
    QVERIFY(watch.isRunning());
}

void CommandProgram::noPermissionIsSaid()
{
    const Home home;
    const SimulatedAmp amp(home, u"S1"_s);
    std::function<void()> before;
    if (geteuid() == 0)
        before = [] { // as a user to whom file permissions mean something
            if (setgroups(0, nullptr) != 0 || setgid(kNobody) != 0 || setuid(kNobody) != 0)
                _exit(99);
        };
    else
        QCOMPARE(chmod(qPrintable(amp.port()), 0), 0);
    const Ended ended = run(home, {u"--json"_s, u"--device"_s, amp.selector(), u"get"_s}, before);
    if (ended.exitCode == -1 || ended.exitCode == 99)
        QSKIP("another user may not run the program where it lies");
    QCOMPARE(ended.exitCode, 5);
    QCOMPARE(ended.object()[u"error"_s][u"code"_s], u"permission"_s);
    QVERIFY(!ended.object()[u"error"_s][u"hint"_s].toString().isEmpty());
}

void CommandProgram::whatTheModelLacksIsNotSupported()
{
    const Home home;
    const SimulatedAmp amp(home, u"S1"_s, u"dongle"_s);
    QCOMPARE(run(home, "set balance=1").exitCode, 7);
    QCOMPARE(run(home, "get balance").exitCode, 7);
    QCOMPARE(run(home, "watch --meters 100").exitCode, 7);
    QCOMPARE(run(home, "set gain=high volume=-50").exitCode, 0);
}

void CommandProgram::theKnobInTheMiddleOfARampStopsIt()
{
    const Home home;
    SimulatedAmp amp(home, u"S1"_s);
    const Ended ended = interrupted(home, amp, [&](Program &) { return amp.tell(R"({"do":"knob","detents":-2})")[u"ok"_s].toBool(); });
    QVERIFY2(ended.exitCode == 8, qPrintable(QString::number(ended.exitCode) + ended.out + ended.err));
    QCOMPARE(ended.object()[u"error"_s][u"code"_s], u"conflict"_s);
    QVERIFY(amp.settings()[u"volume"_s].toInt() < 0);
    QCOMPARE(schemaComplaint(ended.out), QString());
}

void CommandProgram::unpluggedInTheMiddleIsGone()
{
    const Home home;
    SimulatedAmp amp(home, u"S1"_s);
    const Ended ended = interrupted(home, amp, [&](Program &) { return amp.tell(R"({"do":"link","plugged":false})")[u"ok"_s].toBool(); });
    QVERIFY2(ended.exitCode == 9, qPrintable(QString::number(ended.exitCode) + ended.out + ended.err));
    QVERIFY(amp.settings()[u"volume"_s].toInt() < 0);
    amp.tell(R"({"do":"link","plugged":true})");
    QCOMPARE(run(home, "set volume=-60").exitCode, 0);
}

void CommandProgram::ctrlCInTheMiddleLeavesNoLouderThanBefore()
{
    const Home home;
    SimulatedAmp amp(home, u"S1"_s);
    const Ended ended = interrupted(home, amp, [](Program &program) { return ::kill(static_cast<pid_t>(program.pid()), SIGINT) == 0; });
    QVERIFY2(ended.exitCode == 130, qPrintable(QString::number(ended.exitCode) + ended.out + ended.err));
    QVERIFY(amp.settings()[u"volume"_s].toInt() < 0);
    QCOMPARE(run(home, "get").exitCode, 0);
}

void CommandProgram::silenceIsATimeOutWithinTheLimit()
{
    const Home home;
    const PtyPair nobody;
    QVERIFY(nobody.isOpen());
    const Ended ended =
        run(home, {u"--json"_s, u"--timeout"_s, u"150"_s, u"--device"_s, u"serial:"_s + QString::fromStdString(nobody.path()), u"get"_s});
    QCOMPARE(ended.exitCode, 9);
    QCOMPARE(ended.object()[u"error"_s][u"code"_s], u"timeout"_s);
}

void CommandProgram::badFilesAreTen()
{
    const Home home;
    QFile file(home.path(u"bad.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"schema":"gainstage-preset/9","name":"x","settings":{}})");
    file.close();
    QCOMPARE(run(home, {u"preset"_s, u"import"_s, file.fileName()}).exitCode, 10);
    QCOMPARE(run(home, {u"preset"_s, u"import"_s, u"/dev/null"_s}).exitCode, 1);
    QVERIFY(!QDir(home.path(u"data"_s)).exists());
}

void CommandProgram::usageIsTwo()
{
    const Home home;
    for (const char *words : {"nothing", "get --nothing", "set", "preset save", "--device /dev/ttyACM0 get"})
        QCOMPARE(run(home, words).exitCode, 2);
    QCOMPARE(run(home, "--version").out, u"gainstagectl " GAINSTAGE_VERSION "\n"_s);
    QVERIFY(run(home, "--help").out.contains(u"preset apply NAME"_s));
}

void CommandProgram::logLinesAndGarbageBetweenFramesDoNoHarm()
{
    const Home home;
    SimulatedAmp amp(home, u"S1"_s);
    Program watch(u"gainstagectl"_s, {u"watch"_s}, home.environment());
    QVERIFY(!watch.line().isEmpty());
    amp.tell(R"({"do":"log","text":"relay 2 closed"})");
    amp.tell(R"({"do":"knob","detents":1})");
    QVERIFY(watch.line().endsWith(u"\u221239.0\u202fdB (knob)"_s));
}

QTEST_GUILESS_MAIN(CommandProgram)
#include "command_program_test.moc"
