// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/output_schema.h"
#include "tests/app/program_bench.h"
#include "tests/support/simulator_image.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

#include <grp.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t kNobody = 65534;
constexpr int kMostTries = 60; // while the amp restarts; each is over when the amp has not answered
constexpr std::size_t kPayload = 24000;
const QString kNew = u"9.8.7"_s;

struct Ended {
    int exitCode;
    QString out, err;
    /// The last line.
    QJsonObject object() const { return QJsonDocument::fromJson(out.trimmed().split(u'\n').last().toUtf8()).object(); }
    QJsonObject result() const { return object()[u"result"_s].toObject(); }
    QByteArray text() const { return (QString::number(exitCode) + u' ' + out + err).toUtf8(); }
};

/// A user with an amp and a file for it.
class Desk {
public:
    explicit Desk(std::string_view payload = {})
    {
        const Bytes image = simulatorImage(sim::Model::Desktop, {9, 8, 7, 0}, kPayload, payload);
        QFile content(file());
        if (content.open(QIODevice::WriteOnly))
            content.write(reinterpret_cast<const char *>(image.data()), static_cast<qint64>(image.size()));
    }

    Home home;
    test::SimulatedAmp amp{home, u"S1"_s};

    QString file() const { return home.path(u"new.img"_s); }
    QStringList kept() const { return QDir(home.path(u"data/updates"_s)).entryList(QDir::Files | QDir::Hidden); }
    QStringList installing() const { return {u"--json"_s, u"firmware"_s, u"install"_s, u"--yes"_s, file()}; }

    std::unique_ptr<Program> start(const QStringList &arguments, const std::function<void()> &before = {}) const
    {
        return std::make_unique<Program>(u"gainstagectl"_s, arguments, home.environment(), before);
    }
    static Ended end(Program &program)
    {
        const int exitCode = program.exitCode();
        return {exitCode, program.out(), program.err()};
    }
    Ended run(const QStringList &arguments, const std::function<void()> &before = {}) const { return end(*start(arguments, before)); }
    /// What the amp says as soon as it answers.
    QJsonObject show() const
    {
        Ended shown = run({u"--json"_s, u"firmware"_s, u"show"_s});
        for (int i = 0; shown.exitCode != 0 && i < kMostTries; ++i)
            shown = run({u"--json"_s, u"firmware"_s, u"show"_s});
        return shown.result();
    }
    int flashOperations() { return amp.tell(R"({"do":"flash"})")[u"operations"_s].toInt(); }
};

QString runningIn(const QJsonObject &shown)
{
    return shown[u"running"_s][u"version"_s].toString();
}

bool runsForGood(const QJsonObject &shown)
{
    return runningIn(shown) == kNew && shown[u"running"_s][u"confirmed"_s].toBool();
}

/// Reads what an update tells until it is at a stage and the amp has so many bytes. Whether it came to that.
bool waitFor(Program &program, const QString &stage, int taken = 0)
{
    while (true) {
        const QJsonObject event = QJsonDocument::fromJson(program.line().toUtf8()).object();
        if (event.isEmpty() || !event.contains(u"event"_s))
            return false;
        if (event[u"stage"_s] == stage && event[u"taken"_s].toInt() >= taken)
            return true;
    }
}

bool sendSignal(const Program &program, int signal)
{
    return ::kill(static_cast<pid_t>(program.pid()), signal) == 0;
}

/// One place to be killed at.
struct Killed {
    QString stage;
    int taken = 0;
    std::unique_ptr<Desk> desk = std::make_unique<Desk>();
    QJsonObject shown = {};
    std::unique_ptr<Program> next = {};
    bool isBefore() const { return stage == u"verify"_s || stage == u"query"_s; }
    /// The command may be over before the signal reaches it.
    bool isLast() const { return stage == u"confirm"_s || stage == u"done"_s; }
    QByteArray name() const { return (stage + u' ' + QString::number(taken)).toUtf8(); }
};

std::vector<Killed> places()
{
    std::vector<Killed> all;
    for (const char *stage :
         {"verify", "query", "upload", "check-uploaded", "mark-test", "reset", "wait-return", "verify-running", "confirm", "done"})
        all.push_back({QString::fromLatin1(stage)});
    for (const int taken : {1, 6000, 12000, 20000})
        all.push_back({u"upload"_s, taken});
    return all;
}

QByteArray offerComplaint(const Killed &killed)
{
    const QJsonValue interrupted = killed.shown[u"interrupted"_s];
    if (runningIn(killed.shown).isEmpty())
        return "the amp does not answer";
    if (interrupted.isObject())
        return interrupted[u"to"_s] == kNew ? QByteArray() : "another update is offered";
    if (killed.isBefore())
        return runningIn(killed.shown) == kNew ? "it runs before it was sent" : QByteArray();
    return killed.isLast() && runsForGood(killed.shown) ? QByteArray() : "nothing is offered";
}

} // namespace

class UpdateKilledTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whereverItIsKilledItIsFinished()
    {
        std::vector<Killed> all = places();
        for (Killed &killed : all) {
            const auto victim = killed.desk->start(killed.desk->installing());
            QVERIFY2(waitFor(*victim, killed.stage, killed.taken), killed.name());
            QVERIFY(sendSignal(*victim, SIGKILL));
            victim->exitCode();
        }
        for (Killed &killed : all) {
            killed.shown = killed.desk->show();
            QVERIFY2(offerComplaint(killed).isEmpty(), QByteArray(killed.name() + ": " + offerComplaint(killed)));
            QStringList arguments = killed.desk->installing();
            if (killed.shown.contains(u"interrupted"_s))
                arguments.removeLast();
            killed.next = killed.desk->start(arguments);
        }
        for (Killed &killed : all) {
            const Ended ended = Desk::end(*killed.next);
            QVERIFY2(ended.exitCode == 0, QByteArray(killed.name() + ": " + ended.text()));
            QCOMPARE(schemaComplaint(ended.out), QString());
            const QJsonObject now = killed.desk->show();
            QVERIFY2(runsForGood(now) && !now.contains(u"interrupted"_s), killed.name());
            QCOMPARE(killed.desk->kept(), QStringList());
        }
    }

    void theAmpWentBackMeanwhile()
    {
        Desk desk;
        const QString before = runningIn(desk.show());
        const auto victim = desk.start(desk.installing());
        QVERIFY(waitFor(*victim, u"wait-return"_s));
        QVERIFY(sendSignal(*victim, SIGKILL));
        victim->exitCode();
        const QJsonObject trial = desk.show();
        QCOMPARE(runningIn(trial), kNew);
        QVERIFY(trial.contains(u"interrupted"_s) && !trial[u"running"_s][u"confirmed"_s].toBool());
        desk.amp.tell(R"({"do":"power","on":false})");
        desk.amp.tell(R"({"do":"power","on":true})");
        QCOMPARE(runningIn(desk.show()), before);
        const Ended ended = desk.run({u"--json"_s, u"firmware"_s, u"install"_s, u"--yes"_s});
        QVERIFY2(ended.exitCode == 8, ended.text());
        QCOMPARE(ended.result()[u"ending"_s], u"rolled-back"_s);
        QVERIFY(!desk.show().contains(u"interrupted"_s));
        QCOMPARE(desk.kept(), QStringList());
    }

    void ctrlCStopsTheUploadAndNothingLater()
    {
        Desk desk;
        const auto cancelled = desk.start(desk.installing());
        QVERIFY(waitFor(*cancelled, u"upload"_s, 3000));
        QVERIFY(sendSignal(*cancelled, SIGINT));
        const Ended ended = Desk::end(*cancelled);
        QVERIFY2(ended.exitCode == 130, ended.text());
        QCOMPARE(ended.result()[u"ending"_s], u"not-changed"_s);
        const auto finished = desk.start({u"--json"_s, u"firmware"_s, u"install"_s, u"--yes"_s});
        QVERIFY(waitFor(*finished, u"reset"_s));
        QVERIFY(sendSignal(*finished, SIGINT));
        const Ended installed = Desk::end(*finished);
        QVERIFY2(installed.exitCode == 0, installed.text());
        QVERIFY(runsForGood(desk.show()));
    }

    void aFullDiskIsSaidBeforeTheAmpHasSeenAByte()
    {
        Desk desk;
        const Ended ended = desk.run(desk.installing(), [] {
            const rlimit limit{8000, 8000}; // less than the image has
            std::signal(SIGXFSZ, SIG_IGN);
            if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
                _exit(99);
        });
        QVERIFY2(ended.exitCode == 1, ended.text());
        QCOMPARE(ended.object()[u"error"_s][u"code"_s], u"file-io"_s);
        QVERIFY(!ended.object()[u"error"_s][u"hint"_s].toString().isEmpty());
        QCOMPARE(desk.flashOperations(), 0);
        QCOMPARE(desk.kept(), QStringList());
    }

    void aFolderThatCannotBeMadeIsSaidBeforeTheAmpHasSeenAByte()
    {
        Desk desk;
        QFile file(desk.home.path(u"data"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Ended ended = desk.run(desk.installing());
        QVERIFY2(ended.exitCode == 1, ended.text());
        QCOMPARE(ended.object()[u"error"_s][u"code"_s], u"file-io"_s);
        QCOMPARE(desk.flashOperations(), 0);
    }

    void aFolderThatIsOnlyReadIsSaidBeforeTheAmpHasSeenAByte()
    {
        Desk desk;
        const QString data = desk.home.path(u"data"_s);
        QVERIFY(QDir().mkpath(data));
        QCOMPARE(chmod(QFile::encodeName(data).constData(), 0555), 0);
        std::function<void()> before;
        if (geteuid() == 0) { // as a user to whom file permissions mean something, and to whom the line is open
            QCOMPARE(chmod(QFile::encodeName(desk.home.path(QString())).constData(), 0755), 0);
            QCOMPARE(chmod(QFile::encodeName(desk.amp.port()).constData(), 0666), 0);
            before = [] {
                if (setgroups(0, nullptr) != 0 || setgid(kNobody) != 0 || setuid(kNobody) != 0)
                    _exit(99);
            };
        }
        const Ended ended = desk.run(QStringList{u"--device"_s, desk.amp.selector()} + desk.installing(), before);
        if (ended.exitCode == -1 || ended.exitCode == 99)
            QSKIP("another user may not run the program where it lies");
        QVERIFY2(ended.exitCode == 1, ended.text());
        QCOMPARE(ended.object()[u"error"_s][u"code"_s], u"file-io"_s);
        QCOMPARE(desk.flashOperations(), 0);
    }
};

QTEST_GUILESS_MAIN(UpdateKilledTest)
#include "update_killed_test.moc"
