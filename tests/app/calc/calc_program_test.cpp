// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/calc/calc.h"
#include "app/calc/cases.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace gainstage;
using namespace gainstage::calc;
using namespace Qt::StringLiterals;

namespace {

struct Ended {
    ExitCode code;
    QStringList lines;
    QString err;
    QJsonObject line(int index) const { return QJsonDocument::fromJson(lines.value(index).toUtf8()).object(); }
};

Ended runWith(const QStringList &arguments)
{
    QString out, err;
    QTextStream outStream(&out), errStream(&err);
    const ExitCode code = run(outStream, errStream, arguments);
    return {code, out.split(u'\n', Qt::SkipEmptyParts), err};
}

Ended runOn(const QByteArray &json)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"cases.json"_s));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(json) == json.size();
    file.close();
    return written ? runWith({file.fileName()}) : Ended{ExitCode::NotFound, {}, {}};
}

} // namespace

class CalcProgramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachCaseIsALine()
    {
        const Ended ended = runOn(R"({"cases": [
            {"id": "a", "op": "thdn_pct", "in": {"pct": 0.01}},
            {"id": "b", "op": "thdn_pct", "in": {"pct": 0.01}, "out": {"thdn_db": -80}}]})");
        QCOMPARE(ended.code, ExitCode::Done);
        QCOMPARE(ended.lines.size(), 2);
        QCOMPARE(ended.line(0)[u"id"_s], u"a"_s);
        QCOMPARE(ended.line(0)[u"out"_s][u"thdn_db"_s].toDouble(), -80.0);
        QVERIFY(!ended.line(0).contains(u"ok"_s));
        QCOMPARE(ended.line(1)[u"ok"_s], QJsonValue(true));
        QVERIFY(ended.err.isEmpty());
    }

    void whatDiffersIsNamed()
    {
        const Ended ended = runOn(R"([{"id": "loud", "op": "thdn_pct", "in": {"pct": 0.01}, "out": {"thdn_db": -80.1}}])");
        QCOMPARE(ended.code, ExitCode::Differs);
        QCOMPARE(ended.line(0)[u"ok"_s], QJsonValue(false));
        QVERIFY(ended.err.contains(u"loud: thdn_db is -80, not -80.1"_s));
    }

    void outputsMayNeitherBeMissingNorTooMany()
    {
        QCOMPARE(runOn(R"([{"op": "thdn_pct", "in": {"pct": 1}, "out": {}}])").code, ExitCode::Differs);
        QCOMPARE(runOn(R"([{"op": "thdn_pct", "in": {"pct": 1}, "out": {"thdn_db": -40, "more": 1}}])").code, ExitCode::Differs);
    }

    void refusedInputsAreAResult_data()
    {
        QTest::addColumn<QByteArray>("in");
        QTest::addColumn<QString>("named");
        QTest::newRow("zero") << QByteArray(R"({"sens_db_mw": 97, "z_ohm": 0})") << u"impedance"_s;
        QTest::newRow("negative") << QByteArray(R"({"sens_db_mw": 97, "z_ohm": -32})") << u"impedance"_s;
        QTest::newRow("not a number") << QByteArray(R"({"sens_db_mw": "NaN", "z_ohm": 32})") << u"sensitivity"_s;
        QTest::newRow("missing") << QByteArray(R"({"sens_db_mw": 97})") << u"“z_ohm” is missing"_s;
        QTest::newRow("a text") << QByteArray(R"({"sens_db_mw": 97, "z_ohm": "32"})") << u"“z_ohm” is not a number"_s;
    }
    void refusedInputsAreAResult()
    {
        QFETCH(QByteArray, in);
        QFETCH(QString, named);
        const Ended ended = runOn(R"([{"id": "x", "op": "sens_mw_to_v", "in": )" + in + "}]");
        QCOMPARE(ended.code, ExitCode::Done);
        QCOMPARE(ended.line(0)[u"out"_s], u"invalid"_s);
        QVERIFY2(ended.line(0)[u"error"_s].toString().contains(named), qPrintable(ended.lines.value(0)));
        QVERIFY(ended.err.contains(u"gainstage-calc: x: "_s));
        const Ended expected = runOn(R"([{"op": "sens_mw_to_v", "out": "invalid", "in": )" + in + "}]");
        QCOMPARE(expected.code, ExitCode::Done);
        QVERIFY(expected.err.isEmpty());
    }

    void whatMustBeRefusedAndIsNotIsNamed()
    {
        const Ended ended = runOn(R"([{"op": "thdn_pct", "in": {"pct": 1}, "out": "invalid"}])");
        QCOMPARE(ended.code, ExitCode::Differs);
        QVERIFY(ended.err.contains(u"#1: it is not refused"_s));
    }

    void aResultBeyondAllNumbersIsRefused()
    {
        const Ended ended = runOn(R"([{"op": "drive_required", "in": {"spl_db": 1e6, "sens_db_v": 100, "z_ohm": 32}}])");
        QCOMPARE(ended.line(0)[u"out"_s], u"invalid"_s);
    }

    void anUnknownFormulaIsAMistakeEvenWhereARefusalIsExpected()
    {
        const Ended ended = runOn(R"([{"op": "alchemy", "in": {}, "out": "invalid"}, {"op": "thdn_pct", "in": {"pct": 1}}])");
        QCOMPARE(ended.code, ExitCode::InvalidFile);
        QCOMPARE(ended.lines.size(), 2);
        QVERIFY(ended.err.contains(u"alchemy"_s));
    }

    void aBrokenCaseIsNamedAndTheOthersAreComputed()
    {
        const Ended ended = runOn(R"([{"id": "no inputs", "op": "thdn_pct"}, 3, {"id": 7, "op": "thdn_pct", "in": {"pct": 1}}])");
        QCOMPARE(ended.code, ExitCode::InvalidFile);
        QCOMPARE(ended.lines.size(), 3);
        QVERIFY(ended.err.contains(u"no inputs: “pct” is missing"_s));
        QVERIFY(ended.err.contains(u"#2: "_s));
        QCOMPARE(ended.line(2)[u"id"_s], u"7"_s);
        QCOMPARE(ended.line(2)[u"out"_s][u"thdn_db"_s].toDouble(), -40.0);
    }

    void filesThatMakeNoSense()
    {
        for (const char *json : {"", "{", "{}", R"({"cases": 3})", R"([{"in": {}}])", "[3]"}) {
            const Ended ended = runOn(json);
            QVERIFY2(ended.code == ExitCode::InvalidFile, json);
            QVERIFY(!ended.err.isEmpty());
        }
        QCOMPARE(runWith({u"/nowhere/at/all.json"_s}).code, ExitCode::NotFound);
    }

    void usage()
    {
        QCOMPARE(runWith({}).code, ExitCode::Usage);
        QCOMPARE(runWith({u"a"_s, u"b"_s}).code, ExitCode::Usage);
        QCOMPARE(runWith({u"--what"_s}).code, ExitCode::Usage);
        QCOMPARE(runWith({u"--help"_s}).code, ExitCode::Done);
        QCOMPARE(runWith({u"--version"_s}).code, ExitCode::Done);
    }
};

QTEST_GUILESS_MAIN(CalcProgramTest)
#include "calc_program_test.moc"
