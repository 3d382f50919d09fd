// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "tests/app/cli_bench.h"
#include "tests/app/output_schema.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;

namespace {

/// An amp that is recognised and not supported.
Port knownPort()
{
    Port port = fakePort(u"/dev/hidraw7"_s);
    port.wire = Wire::Hid;
    port.vendorId = 0x152a;
    port.productId = 0x8750;
    port.product = u"E50 II"_s;
    port.serialNumber = u"SECRET77"_s;
    port.descriptor = fromHex("05 01 09 00 a1 01 c0");
    port.reports = {false, {{0, 16}}, {{0, 16}}};
    return port;
}

/// All but what is recognised is its own.
class AnyFakeFamily final : public Family {
public:
    explicit AnyFakeFamily(FakeDevice &device) : m_inner(device) {}
    QString name() const override { return m_inner.name(); }
    bool matches(const Port &port) const override { return port.vendorId == 0; }
    bool mayTry(Wire wire) const override { return m_inner.mayTry(wire); }
    Result<std::unique_ptr<Amp>> open(std::unique_ptr<Transport> transport, const Port &port, DescriptionCache *cache) const override
    {
        return m_inner.open(std::move(transport), port, cache);
    }

private:
    FakeFamily m_inner;
};

struct Bench : CliBench {
    AnyFakeFamily any{device};
    Bench() { families = {&any}; }
    QJsonObject captured() const
    {
        QFile file(home.filePath(u"amp.json"_s));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
};

Description withExperimentalFilter()
{
    Description amp = fakeDescription();
    for (Setting &setting : amp.settings)
        setting.flags.experimental = setting.id == kFilter;
    return amp;
}

} // namespace

class CliMakersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsOnlyRecognisedIsListedApart()
    {
        Bench bench;
        bench.ports.setList({fakePort(), knownPort()});
        QCOMPARE(bench.run("device list"), ExitCode::Done);
        QVERIFY(bench.lines()[1].contains(u"Topping E50 II"_s) && bench.lines()[1].contains(u"not supported"_s));
        QCOMPARE(bench.result("device list").toArray().size(), 1);
        QCOMPARE(bench.object()[u"unsupported"_s][0][u"model"_s], u"E50 II"_s);
        QCOMPARE(bench.run({u"--device"_s, u"hid:/dev/hidraw7"_s, u"get"_s}), ExitCode::Unsupported);
        QVERIFY(bench.err.contains(u"capture"_s));
        QCOMPARE(bench.ports.lastOpened(), QString());
        QCOMPARE(schemaComplaint(bench.json), QString());
    }

    void aCaptureSaysWhatTheAmpIsWithoutItsSerialNumber()
    {
        Bench bench;
        bench.ports.setList({knownPort()});
        const QString path = bench.home.filePath(u"amp.json"_s);
        QCOMPARE(bench.run({u"capture"_s, path, u"--seconds"_s, u"1"_s}), ExitCode::Done);
        const QJsonObject captured = bench.captured();
        QCOMPARE(captured[u"schema"_s], u"gainstage-capture/1"_s);
        QCOMPARE(captured[u"vendor_id"_s], u"152a"_s);
        QCOMPARE(captured[u"report_descriptor"_s], u"05 01 09 00 a1 01 c0"_s);
        QCOMPARE(captured[u"output_reports"_s], QJsonValue(QJsonObject{{u"0"_s, 16}}));
        QCOMPARE(captured[u"has_serial_number"_s], true);
        QVERIFY(!QJsonDocument(captured).toJson().contains("SECRET77"));
        QCOMPARE(bench.run({u"capture"_s, path}), ExitCode::General);
        QCOMPARE(bench.run({u"--json"_s, u"capture"_s, path, u"--replace"_s, u"--seconds"_s, u"0"_s}), ExitCode::Done);
        QCOMPARE(bench.object()[u"result"_s][u"reports"_s], 0);
        QCOMPARE(schemaComplaint(bench.json), QString());
    }

    void aCaptureNeedsOneAmp()
    {
        Bench bench;
        const QString path = bench.home.filePath(u"amp.json"_s);
        bench.ports.setList({});
        QCOMPARE(bench.run({u"capture"_s, path}), ExitCode::NoDevice);
        bench.ports.setList({fakePort(), knownPort()});
        QCOMPARE(bench.run({u"capture"_s, path}), ExitCode::Ambiguous);
        QVERIFY(bench.captured().isEmpty());
    }

    void anAmpThatDoesWhatEveryAmpMustDoPasses()
    {
        Bench bench;
        bench.device.measure({{DbfsLevel{-20}, DbfsLevel{-21}}, 0, Celsius{40}, {Volts{15}, Volts{15}}});
        const QJsonValue result = bench.result("conformance");
        QCOMPARE(result[u"passed"_s], true);
        QCOMPARE(result[u"checks"_s].toArray().size(), 9);
        QCOMPARE(bench.device.writes(), 0);
        QCOMPARE(schemaComplaint(bench.json), QString());
    }

    void anAmpThatHoldsWhatItCannotHoldFails()
    {
        Bench bench;
        State state = fakeState();
        state.values[kVolume] = {50};
        bench.device.setState(state);
        QCOMPARE(bench.run("conformance"), ExitCode::Refused);
        QVERIFY(bench.out.contains(u"FAILED"_s) && bench.out.contains(u"volume"_s));
        QCOMPARE(bench.run("--json conformance"), ExitCode::Refused);
        QCOMPARE(bench.object()[u"result"_s][u"passed"_s], false);
        QCOMPARE(schemaComplaint(bench.json), QString());
    }

    void experimentalSettingsAreThereOnlyWhenAskedFor()
    {
        Bench bench;
        bench.device.setDescription(withExperimentalFilter());
        QVERIFY(bench.run("set filter=slow") != ExitCode::Done);
        QCOMPARE(bench.held(kFilter), Value{0});
        QVERIFY(bench.result("get")[u"values"_s][u"filter"_s].isUndefined());
        QCOMPARE(bench.run("--experimental set filter=slow"), ExitCode::Done);
        QCOMPARE(bench.held(kFilter), Value{1});
        QCOMPARE(bench.run("--experimental device show"), ExitCode::Done);
        QVERIFY(bench.out.contains(u"experimental"_s));
        QCOMPARE(bench.run("get"), ExitCode::Done);
        QVERIFY(!bench.out.contains(u"filter"_s));
    }
};

QTEST_GUILESS_MAIN(CliMakersTest)
#include "cli_makers_test.moc"
