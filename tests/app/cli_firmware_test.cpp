// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/cli/cli.h"

#include "tests/app/output_schema.h"
#include "tests/support/simulated_bench.h"
#include "tests/support/simulator_image.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace gainstage;
using namespace gainstage::cli;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Time is the amp's own.
class AmpTime final : public Interruption {
public:
    explicit AmpTime(sim::SimulatedAmp &amp) : m_amp(amp) {}
    std::stop_token token() const override { return m_stop.get_token(); }
    std::stop_token cancelFirst() override { return m_cancel.get_token(); }
    void limit(std::chrono::milliseconds time) override { limits.push_back(time); }
    bool timedOut() const override { return timeout; }
    const Clock &clock() const override { return m_amp.clock(); }
    Result<void> pause(Duration duration) override
    {
        if (m_stop.stop_requested())
            return failure(Errc::Cancelled, "Cancelled.");
        m_amp.advance(duration);
        return {};
    }
    void pressCtrlC()
    {
        if (!m_cancel.request_stop())
            m_stop.request_stop();
    }
    void startAgain() { m_cancel = m_stop = {}; }

    std::vector<std::chrono::milliseconds> limits;
    bool timeout = false;

private:
    sim::SimulatedAmp &m_amp;
    std::stop_source m_stop, m_cancel;
};

/// One simulated amp at a serial line, which moves to another path at each start.
class AmpPorts final : public Ports {
public:
    explicit AmpPorts(sim::SimulatedAmp &amp) : m_amp(amp) {}
    std::vector<Port> list() const override
    {
        Port port;
        port.path = u"/dev/amp%1"_s.arg(opened);
        port.maker = u"Gainstage"_s;
        port.product = u"Reference Desktop"_s;
        port.serialNumber = u"SIM00001"_s;
        port.simulated = true;
        return isThere ? std::vector{port} : std::vector<Port>();
    }
    Result<std::unique_ptr<Transport>> open(const Port &, std::stop_token stop) const override
    {
        if (onOpen)
            onOpen();
        if (stop.stop_requested())
            return failure(Errc::Cancelled, "Cancelled.");
        if (busy)
            return failure(Errc::Busy, "Somebody has it.");
        ++opened;
        return m_amp.connect();
    }
    void onChange(std::function<void()>) override {}

    std::function<void()> onOpen;
    bool isThere = true, busy = false;
    mutable int opened = 0;

private:
    sim::SimulatedAmp &m_amp;
};

/// Watches what is printed, and does something at a word.
class Printed final : public QIODevice {
public:
    explicit Printed(std::function<void(const QString &text)> onText = {}) : m_onText(std::move(onText)) { open(QIODevice::WriteOnly); }
    QString text() const { return QString::fromUtf8(m_all); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_all.append(data, size);
        if (m_onText)
            m_onText(QString::fromUtf8(data, size));
        return size;
    }

private:
    QByteArray m_all;
    std::function<void(const QString &)> m_onText;
};

struct Bench {
    sim::SimulatedAmp simulated{sim::Options{}};
    AmpPorts ports{simulated};
    ReferenceFamily family;
    std::array<const Family *, 1> families{&family};
    AmpFinder finder{families, ports};
    QTemporaryDir home;
    AmpTime time{simulated};
    Terminal terminal;
    std::function<void(const QString &)> onOut;
    QString out, err, json;

    ExitCode run(const QStringList &arguments)
    {
        Printed outFile(onOut), errFile;
        QTextStream outStream(&outFile), errStream(&errFile);
        const Paths paths{home.filePath(u"presets"_s), home.filePath(u"history"_s), home.filePath(u"cache"_s), home.filePath(u"updates"_s)};
        const auto now = [] { return QDateTime(QDate(2024, 5, 17), QTime(12, 0), Qt::UTC); };
        const ExitCode code = cli::run({finder, paths, outStream, errStream, QLocale(QLocale::English), now, time, terminal}, arguments);
        outStream.flush();
        errStream.flush();
        out = outFile.text();
        err = errFile.text();
        if (arguments.contains(u"--json"_s))
            json += out;
        return code;
    }
    ExitCode run(const QString &words) { return run(words.split(u' ')); }
    QStringList lines() const { return out.split(u'\n', Qt::SkipEmptyParts); }
    /// The last line of JSON.
    QJsonObject object() const { return QJsonDocument::fromJson(lines().value(lines().size() - 1).toUtf8()).object(); }
    QJsonValue result() const { return object()[u"result"_s]; }
    QStringList stages() const
    {
        QStringList names;
        for (const QString &line : lines()) {
            const QJsonObject event = QJsonDocument::fromJson(line.toUtf8()).object();
            if (event[u"event"_s] == u"progress"_s && !names.endsWith(event[u"stage"_s].toString()))
                names << event[u"stage"_s].toString();
        }
        return names;
    }
    QString image(const QString &name, firmware::Version version, std::string_view text = {}, std::uint32_t counter = 1,
                  std::size_t size = 20000) const
    {
        const Bytes content = simulatorImage(sim::Model::Desktop, version, size, text, counter);
        QFile file(home.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(reinterpret_cast<const char *>(content.data()), static_cast<qint64>(content.size()));
        return file.fileName();
    }
    QString running()
    {
        run(u"--json firmware show"_s);
        return result()[u"running"_s][u"version"_s].toString();
    }
    int flashOperations() { return tell(R"({"do":"flash"})")[u"operations"_s].toInt(); }
    QJsonObject tell(const char *line) { return QJsonDocument::fromJson(QByteArray::fromStdString(simulated.control(line))).object(); }
};

} // namespace

class CliFirmware : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showSaysWhatRuns();
    void checkJudgesAFileWithAndWithoutAnAmp();
    void aRefusedFileIsTen();
    void installTellsEachStepAndTheResult();
    void itIsAskedForAtATerminal();
    void whereNobodyCanBeAskedYesIsNeeded();
    void anOlderVersionIsMeantOrNot();
    void progressForPeople();
    void theAmpIsFoundAtAnotherPort();
    void ctrlCCancelsTheUploadAndInstallGoesOn();
    void ctrlCAfterwardsOnlySaysThatItGoesOn();
    void anotherCtrlCLeavesItToTheAmp();
    void theLimitEndsWhereTheAmpIsAsked();
    void whatTheAmpGivesUpIsEight();
    void settingsAreBroughtBackWhereThatIsWished();
    void revertGoesBack();
    void confirmKeepsWhatIsOnTrial();
    void forget();
    void everyLineKeepsTheSchema();

private:
    /// Ctrl-C when the upload has begun.
    static void cutInUpload(Bench &bench, const QString &file);
    static void leaveAfterReset(Bench &bench, const QString &file);
    QString m_json;
};

void CliFirmware::cutInUpload(Bench &bench, const QString &file)
{
    bench.onOut = [&](const QString &text) {
        if (text.contains(u"\"stage\":\"upload\""_s) && !text.contains(u"\"taken\":0,"_s))
            bench.time.pressCtrlC();
    };
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"install"_s, u"--yes"_s, file}), ExitCode::Cancelled);
    bench.onOut = {};
    bench.time.startAgain();
}

void CliFirmware::leaveAfterReset(Bench &bench, const QString &file)
{
    bench.onOut = [&](const QString &text) {
        if (text.contains(u"\"stage\":\"wait-return\""_s)) {
            bench.time.pressCtrlC();
            bench.time.pressCtrlC();
        }
    };
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"install"_s, u"--yes"_s, file}), ExitCode::Gone);
    QCOMPARE(bench.result()[u"ending"_s], u"unfinished"_s);
    bench.onOut = {};
    bench.time.startAgain();
    bench.simulated.advance(60s);
}

void CliFirmware::showSaysWhatRuns()
{
    Bench bench;
    QCOMPARE(bench.run(u"firmware show"_s), ExitCode::Done);
    QVERIFY2(bench.out.contains(u"other slot"_s) && bench.out.contains(u"empty"_s), qPrintable(bench.out));
    QCOMPARE(bench.run(u"--json firmware show"_s), ExitCode::Done);
    QCOMPARE(bench.result()[u"running"_s][u"confirmed"_s], true);
    QVERIFY(bench.result()[u"other"_s].isNull());
    QCOMPARE(bench.result()[u"vendor"_s], u"61dc712a-7085-5355-9616-a3273780a18d"_s);
    QCOMPARE(bench.result()[u"security_counter"_s], 1);
    QCOMPARE(bench.result()[u"largest_image"_s], 1036288);
    QVERIFY(bench.result()[u"interrupted"_s].isUndefined());
    m_json += bench.json;
}

void CliFirmware::checkJudgesAFileWithAndWithoutAnAmp()
{
    Bench bench;
    const QString file = bench.image(u"a.img"_s, {1, 9, 0, 0});
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"check"_s, file}), ExitCode::Done);
    QCOMPARE(bench.result()[u"verdict"_s], u"passed"_s);
    QCOMPARE(bench.result()[u"compared"_s], true);
    bench.ports.isThere = false;
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"check"_s, file}), ExitCode::Done);
    QCOMPARE(bench.result()[u"verdict"_s], u"not-checked"_s);
    QCOMPARE(bench.result()[u"compared"_s], false);
    QCOMPARE(bench.run({u"firmware"_s, u"check"_s, file}), ExitCode::Done);
    QVERIFY(bench.out.contains(u"not compared with an amp"_s) && bench.out.contains(u"not checked"_s));
    QCOMPARE(bench.run({u"--device"_s, u"SIM00001"_s, u"firmware"_s, u"check"_s, file}), ExitCode::NoDevice);
    bench.ports.isThere = bench.ports.busy = true;
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"check"_s, file}), ExitCode::Done);
    QCOMPARE(bench.object()[u"warnings"_s][0][u"code"_s], u"busy"_s);
    QCOMPARE(bench.flashOperations(), 0);
    m_json += bench.json;
}

void CliFirmware::aRefusedFileIsTen()
{
    Bench bench;
    QFile damaged(bench.image(u"a.img"_s, {1, 9, 0, 0}));
    QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(5000) && damaged.write("x") == 1);
    damaged.close();
    const QString old = bench.image(u"old.img"_s, {1, 9, 0, 0}, {}, 0);
    for (const QString &file : {damaged.fileName(), old}) {
        for (const QStringList &words : {QStringList{u"check"_s}, QStringList{u"install"_s, u"--yes"_s}}) {
            QCOMPARE(bench.run(QStringList{u"--json"_s, u"firmware"_s} + words + QStringList{file}), ExitCode::InvalidFile);
            QCOMPARE(bench.result()[u"verdict"_s], u"refused"_s);
            QCOMPARE(bench.run(QStringList{u"firmware"_s} + words + QStringList{file}), ExitCode::InvalidFile);
            QVERIFY(bench.out.contains(u"refused"_s));
        }
    }
    QCOMPARE(bench.flashOperations(), 0);
    m_json += bench.json;
}

void CliFirmware::installTellsEachStepAndTheResult()
{
    Bench bench;
    const QString before = bench.running(), file = bench.image(u"a.img"_s, {1, 9, 0, 0});
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"install"_s, file, u"--yes"_s}), ExitCode::Done);
    QCOMPARE(bench.err, QString());
    QCOMPARE(bench.stages(), (QStringList{u"verify"_s, u"query"_s, u"upload"_s, u"check-uploaded"_s, u"mark-test"_s, u"reset"_s, u"wait-return"_s,
                                          u"verify-running"_s, u"confirm"_s, u"done"_s}));
    QCOMPARE(bench.result()[u"ending"_s], u"installed"_s);
    QCOMPARE(bench.result()[u"from"_s], before);
    QCOMPARE(bench.result()[u"to"_s], u"1.9.0"_s);
    QCOMPARE(bench.result()[u"runs"_s], u"1.9.0"_s);
    QCOMPARE(bench.running(), u"1.9.0"_s);
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"install"_s, file, u"--yes"_s}), ExitCode::Done);
    QCOMPARE(bench.result()[u"ending"_s], u"already-installed"_s);
    m_json += bench.json;
}

void CliFirmware::itIsAskedForAtATerminal()
{
    Bench bench;
    const QString file = bench.image(u"a.img"_s, {1, 9, 0, 0});
    bench.terminal.readLine = [] { return u"no"_s; };
    QCOMPARE(bench.run({u"firmware"_s, u"install"_s, file}), ExitCode::Cancelled);
    QVERIFY(bench.err.contains(u"1.9.0"_s) && bench.err.contains(u"[yes/no]"_s));
    QVERIFY(bench.out.contains(u"Maker's signature"_s));
    bench.terminal.readLine = [] { return failure(Errc::Cancelled, "Cancelled."); };
    QCOMPARE(bench.run({u"firmware"_s, u"install"_s, file}), ExitCode::Cancelled);
    QCOMPARE(bench.flashOperations(), 0);
    bench.terminal.readLine = [] { return u"Y"_s; };
    QCOMPARE(bench.run({u"firmware"_s, u"install"_s, file}), ExitCode::Done);
    QVERIFY(bench.out.contains(u"Firmware 1.9.0 is installed"_s));
}

void CliFirmware::whereNobodyCanBeAskedYesIsNeeded()
{
    Bench bench;
    const QString file = bench.image(u"a.img"_s, {1, 9, 0, 0});
    QCOMPARE(bench.run({u"firmware"_s, u"install"_s, file}), ExitCode::Usage);
    QVERIFY(bench.err.contains(u"--yes"_s));
    bench.terminal.readLine = [] { return u"yes"_s; };
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"install"_s, file}), ExitCode::Usage);
    QCOMPARE(bench.run(u"firmware install --yes"_s), ExitCode::General); // nothing to go on with
    QCOMPARE(bench.flashOperations(), 0);
    m_json += bench.json;
}

void CliFirmware::anOlderVersionIsMeantOrNot()
{
    Bench bench;
    const QString file = bench.image(u"a.img"_s, {0, 9, 0, 0});
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"install"_s, file, u"--yes"_s}), ExitCode::Usage);
    QVERIFY(bench.object()[u"error"_s][u"hint"_s].toString().contains(u"--downgrade"_s));
    QCOMPARE(bench.flashOperations(), 0);
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"install"_s, file, u"--yes"_s, u"--downgrade"_s}), ExitCode::Done);
    QCOMPARE(bench.running(), u"0.9.0"_s);
    m_json += bench.json;
}

void CliFirmware::progressForPeople()
{
    Bench bench;
    QCOMPARE(bench.run({u"firmware"_s, u"install"_s, u"--yes"_s, bench.image(u"a.img"_s, {1, 9, 0, 0}, {}, 1, 300000)}), ExitCode::Done);
    QVERIFY2(bench.err.contains(u"Sending: 100\u202f%"_s) && bench.err.contains(u"\u202fkB/s"_s), qPrintable(bench.err));
    QVERIFY(!bench.err.contains(u'\r') && bench.err.contains(u"Keeping the firmware\n"_s));
    QVERIFY(bench.err.split(u'\n').size() < 25);
    bench.terminal.canRedraw = true;
    QCOMPARE(bench.run({u"firmware"_s, u"install"_s, u"--yes"_s, bench.image(u"b.img"_s, {1, 9, 1, 0}, {}, 1, 300000)}), ExitCode::Done);
    QVERIFY(bench.err.contains(u"\rSending: "_s) && bench.err.contains(u"\u202fs left"_s));
    QVERIFY(bench.err.endsWith(u'\n'));
}

void CliFirmware::theAmpIsFoundAtAnotherPort()
{
    Bench bench;
    QCOMPARE(bench.run({u"--device"_s, u"serial:/dev/amp0"_s, u"firmware"_s, u"install"_s, u"--yes"_s, bench.image(u"a.img"_s, {1, 9, 0, 0})}),
             ExitCode::Done);
    QVERIFY(bench.ports.opened > 1);
    QCOMPARE(bench.running(), u"1.9.0"_s);
}

void CliFirmware::ctrlCCancelsTheUploadAndInstallGoesOn()
{
    Bench bench;
    const QString before = bench.running();
    cutInUpload(bench, bench.image(u"a.img"_s, {1, 9, 0, 0}));
    QCOMPARE(bench.result()[u"ending"_s], u"not-changed"_s);
    QCOMPARE(bench.result()[u"can_retry"_s], true);
    QCOMPARE(bench.running(), before);
    QCOMPARE(bench.result()[u"interrupted"_s][u"to"_s], u"1.9.0"_s);
    QCOMPARE(bench.run(u"firmware show"_s), ExitCode::Done);
    QVERIFY(bench.out.contains(u"“gainstagectl firmware install” goes on with it."_s));
    QCOMPARE(bench.run(u"--json firmware install --yes"_s), ExitCode::Done);
    QCOMPARE(bench.running(), u"1.9.0"_s);
    m_json += bench.json;
}

void CliFirmware::ctrlCAfterwardsOnlySaysThatItGoesOn()
{
    Bench bench;
    int opened = 0;
    bench.ports.onOpen = [&] {
        if (++opened == 2) // when the amp restarts
            bench.time.pressCtrlC();
    };
    QCOMPARE(bench.run({u"firmware"_s, u"install"_s, u"--yes"_s, bench.image(u"a.img"_s, {1, 9, 0, 0})}), ExitCode::Done);
    QVERIFY(opened > 1);
    QCOMPARE(bench.err.count(u"cannot be stopped any more"_s), 1);
    QCOMPARE(bench.running(), u"1.9.0"_s);
}

void CliFirmware::anotherCtrlCLeavesItToTheAmp()
{
    Bench bench;
    leaveAfterReset(bench, bench.image(u"a.img"_s, {1, 9, 0, 0}));
    QCOMPARE(bench.running(), u"1.9.0"_s);
    QCOMPARE(bench.result()[u"running"_s][u"confirmed"_s], false);
    QCOMPARE(bench.result()[u"interrupted"_s][u"can_forget"_s], false);
    QVERIFY(bench.result()[u"trial_left_ms"_s].toInt() > 0);
    QCOMPARE(bench.run(u"--json firmware install --yes"_s), ExitCode::Done);
    QCOMPARE(bench.result()[u"ending"_s], u"installed"_s);
    m_json += bench.json;
}

void CliFirmware::theLimitEndsWhereTheAmpIsAsked()
{
    Bench bench;
    QCOMPARE(bench.run({u"--timeout"_s, u"5000"_s, u"firmware"_s, u"install"_s, u"--yes"_s, bench.image(u"a.img"_s, {1, 9, 0, 0})}), ExitCode::Done);
    QCOMPARE(bench.time.limits.front(), 5000ms);
    QCOMPARE(bench.time.limits.back(), 0ms);
    bench.time.timeout = true;
    bench.onOut = [&](const QString &text) {
        if (text.contains(u"\"stage\":\"upload\""_s))
            bench.time.pressCtrlC();
    };
    QCOMPARE(bench.run({u"--json"_s, u"--timeout"_s, u"5000"_s, u"firmware"_s, u"install"_s, u"--yes"_s, bench.image(u"b.img"_s, {1, 9, 1, 0})}),
             ExitCode::Gone);
    QCOMPARE(bench.object()[u"error"_s][u"code"_s], u"timeout"_s);
    m_json += bench.json;
}

void CliFirmware::whatTheAmpGivesUpIsEight()
{
    Bench bench;
    const QString before = bench.running();
    QCOMPARE(bench.run({u"--json"_s, u"firmware"_s, u"install"_s, u"--yes"_s, bench.image(u"a.img"_s, {1, 9, 0, 0}, sim::kFailingImage)}),
             ExitCode::Refused);
    QCOMPARE(bench.result()[u"ending"_s], u"rolled-back"_s);
    QCOMPARE(bench.running(), before);
    QVERIFY(bench.result()[u"interrupted"_s].isUndefined());
    m_json += bench.json;
}

void CliFirmware::settingsAreBroughtBackWhereThatIsWished()
{
    for (const bool wished : {false, true}) {
        Bench bench;
        QCOMPARE(bench.run(u"set volume=-55 gain=mid"_s), ExitCode::Done);
        QStringList words{u"--json"_s, u"firmware"_s, u"install"_s, u"--yes"_s, bench.image(u"a.img"_s, {1, 9, 0, 0})};
        if (wished)
            words << u"--restore"_s;
        QCOMPARE(bench.run(words), ExitCode::Done);
        QCOMPARE(bench.result()[u"before"_s][u"volume"_s], -55);
        QCOMPARE(bench.result()[u"restored"_s], wished);
        m_json += bench.json;
        QCOMPARE(bench.run(u"--json get volume"_s), ExitCode::Done);
        QCOMPARE(bench.result()[u"values"_s][u"volume"_s] == QJsonValue(-55), wished);
        QCOMPARE(bench.run(u"--json history list"_s), ExitCode::Done);
        QCOMPARE(bench.result().toArray().size(), wished ? 2 : 1);
    }
    Bench bench;
    QCOMPARE(bench.run(u"set volume=-55"_s), ExitCode::Done);
    QCOMPARE(bench.run({u"firmware"_s, u"install"_s, u"--yes"_s, bench.image(u"a.img"_s, {1, 9, 0, 0})}), ExitCode::Done);
    QVERIFY2(bench.out.contains(u"“gainstagectl set volume=-55.0” brings them back."_s), qPrintable(bench.out));
}

void CliFirmware::revertGoesBack()
{
    Bench bench;
    const QString before = bench.running();
    QCOMPARE(bench.run(u"--json firmware revert --yes"_s), ExitCode::General);
    QCOMPARE(bench.run({u"firmware"_s, u"install"_s, u"--yes"_s, bench.image(u"a.img"_s, {1, 9, 0, 0})}), ExitCode::Done);
    QCOMPARE(bench.run(u"--json firmware revert --yes"_s), ExitCode::Usage);
    QCOMPARE(bench.run(u"--json firmware revert --downgrade"_s), ExitCode::Usage);
    QCOMPARE(bench.run(u"--json firmware revert --yes --downgrade"_s), ExitCode::Done);
    QCOMPARE(bench.result()[u"ending"_s], u"went-back"_s);
    QCOMPARE(bench.running(), before);
    m_json += bench.json;
}

void CliFirmware::confirmKeepsWhatIsOnTrial()
{
    Bench bench;
    QCOMPARE(bench.run(u"--json firmware confirm"_s), ExitCode::Refused);
    leaveAfterReset(bench, bench.image(u"a.img"_s, {1, 9, 0, 0}));
    QCOMPARE(bench.run(u"--json firmware confirm"_s), ExitCode::Done);
    QCOMPARE(bench.result()[u"running"_s][u"confirmed"_s], true);
    QCOMPARE(bench.running(), u"1.9.0"_s);
    QVERIFY(bench.result()[u"interrupted"_s].isUndefined());
    m_json += bench.json;
}

void CliFirmware::forget()
{
    Bench bench;
    QCOMPARE(bench.run(u"--json firmware forget"_s), ExitCode::General);
    cutInUpload(bench, bench.image(u"a.img"_s, {1, 9, 0, 0}));
    bench.ports.isThere = false; // also without the amp
    QCOMPARE(bench.run(u"--json --device nobody firmware forget"_s), ExitCode::NoDevice);
    QCOMPARE(bench.run(u"--json firmware forget"_s), ExitCode::Done);
    QCOMPARE(bench.run(u"--json firmware forget"_s), ExitCode::NoDevice);
    bench.ports.isThere = true;
    QCOMPARE(bench.run(u"--json firmware install --yes"_s), ExitCode::General);
    leaveAfterReset(bench, bench.image(u"a.img"_s, {1, 9, 0, 0}));
    QCOMPARE(bench.run(u"--json firmware forget"_s), ExitCode::Refused);
    m_json += bench.json;
}

void CliFirmware::everyLineKeepsTheSchema()
{
    QVERIFY(m_json.count(u'\n') > 50);
    QCOMPARE(schemaComplaint(m_json), QString());
    QVERIFY(!schemaComplaint(u"{\"schema\":\"gainstagectl/1\",\"command\":\"firmware install\",\"event\":\"progress\",\"stage\":\"upload\"}\n"_s)
                 .isEmpty());
    QVERIFY(!schemaComplaint(u"{\"schema\":\"gainstagectl/1\",\"command\":\"firmware forget\",\"result\":{}}\n"_s).isEmpty());
}

QTEST_GUILESS_MAIN(CliFirmware)
#include "cli_firmware_test.moc"
