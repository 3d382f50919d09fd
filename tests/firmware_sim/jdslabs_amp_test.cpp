// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "firmware_sim/boards/simulated_device.h"

#include <QJsonDocument>
#include <QTest>

using namespace gainstage;
using namespace gainstage::sim;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const char *const describe = R"({"Product":"JDS Labs Element IV","Action":"Describe"})";
const char *const update = R"({"Product":"JDS Labs Element IV","FormatOutput":true,"Action":"Update","Configuration":{"DSP":{"Headphone":{)"
                           R"("Preamp":{"Gain":-6,"Mode":"AUTO"},"Lowshelf 1":{"Gain":5.5,"Frequency":105,"Q":0.7,"Type":"LOWSHELF"}}}}})";

struct Bench {
    explicit Bench(std::string_view model = "jds-element-iv") : device(makeForeignAmp(model, "TEST0001", 1)), wire(device.connect()) {}
    void send(QByteArray text)
    {
        text.append('\0');
        QVERIFY(wire->write({reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<std::size_t>(text.size())}));
    }
    QByteArray heard(Duration within = 2s)
    {
        QByteArray all;
        const Deadline end = wire->clock().in(within);
        for (auto bytes = wire->read(end); bytes && !all.endsWith('\0'); bytes = wire->read(end)) {
            all.append(reinterpret_cast<const char *>(bytes->data()), static_cast<qsizetype>(bytes->size()));
            ++pieces;
            if (all.endsWith('\0'))
                break;
        }
        return all;
    }
    QJsonObject asked(const QByteArray &text)
    {
        send(text);
        QByteArray answer = heard();
        answer.chop(1);
        return QJsonDocument::fromJson(answer).object();
    }
    QJsonValue band(const QString &name, const QString &key) { return device.truth()[u"equalizer"_s][name][key][u"Current"_s]; }

    SimulatedDevice device;
    std::unique_ptr<Transport> wire;
    int pieces = 0;
};

} // namespace

class JdsLabsAmpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itDescribesItselfSlowlyAndInPieces()
    {
        Bench bench;
        QVERIFY(!bench.device.face().isHid());
        QCOMPARE(bench.device.face().vendorId, 0x152a);
        bench.send(describe);
        QVERIFY(bench.heard(150ms).isEmpty());
        const QByteArray answer = bench.heard();
        QVERIFY(answer.endsWith('\0'));
        QVERIFY(bench.pieces > 10);
        QVERIFY(answer.contains(R"("Input Mode":{"Current":"USB"})"));
        QVERIFY(answer.contains(R"("Highshelf 2":{"Frequency":{"Current":10000},"Gain":{"Current":0})"));
    }

    void anUpdateIsTakenAndStored()
    {
        Bench bench;
        QCOMPARE(bench.asked(update)[u"Status"_s], QJsonValue(true));
        QCOMPARE(bench.band(u"Preamp"_s, u"Gain"_s).toDouble(), -6.0);
        QCOMPARE(bench.band(u"Lowshelf 1"_s, u"Gain"_s).toDouble(), 5.5);
        QCOMPARE(bench.band(u"Lowshelf 2"_s, u"Gain"_s).toDouble(), 0.0);
        QCOMPARE(bench.device.truth()[u"stores"_s].toInt(), 1);
        QCOMPARE(bench.asked(update)[u"Status"_s], QJsonValue(true));
        QCOMPARE(bench.device.truth()[u"hasty"_s].toInt(), 1);
    }

    void whatItDoesNotHaveChangesNothing()
    {
        Bench bench;
        for (const char *wrong : {R"("Peaking 9":{"Gain":1})", R"("Peaking 1":{"Gain":13})", R"("Peaking 1":{"Gain":"1"})",
                                  R"("Peaking 1":{"Type":"LOWSHELF"})", R"("Peaking 1":{"Gain":1},"Peaking 2":{"Q":0})"}) {
            const QByteArray text =
                R"({"Product":"JDS Labs Element IV","Action":"Update","Configuration":{"DSP":{"Headphone":{)" + QByteArray(wrong) + "}}}}";
            QCOMPARE(bench.asked(text)[u"Status"_s], QJsonValue(false));
            QCOMPARE(bench.band(u"Peaking 1"_s, u"Gain"_s).toDouble(), 0.0);
        }
        QCOMPARE(bench.device.truth()[u"stores"_s].toInt(), 0);
    }

    void aQuestionWhileItThinksIsLost()
    {
        Bench bench;
        bench.send(describe);
        bench.send(update);
        QVERIFY(bench.heard().contains("Configuration"));
        QVERIFY(bench.heard().isEmpty());
        bench.send("nonsense");
        QVERIFY(bench.heard().isEmpty());
        bench.send(R"({"Product":"Another","Action":"Describe"})");
        QVERIFY(bench.heard().isEmpty());
    }

    void theOlderFirmwareHasTenBandsWithoutTypes()
    {
        Bench bench("jds-element-iv-old");
        const QJsonObject headphone = bench.asked(describe)[u"Configuration"_s][u"DSP"_s][u"Headphone"_s].toObject();
        QCOMPARE(headphone.size(), 11);
        QVERIFY(headphone.contains(u"Lowshelf"_s) && !headphone.contains(u"Lowshelf 1"_s));
        QVERIFY(!headphone[u"Highshelf"_s].toObject().contains(u"Type"_s));
    }

    void theLevelIsThatOfTheLouderOutput()
    {
        Bench bench;
        bench.asked(update);
        bench.device.mark();
        QVERIFY(std::abs(bench.device.levels().front().decibels) < 1e-9); // the other output is flat
        bench.asked(R"({"Product":"JDS Labs Element IV","Action":"Update","Configuration":{"DSP":{"Headphone":{"Preamp":{"Gain":4}}}}})");
        bench.device.mark();
        QVERIFY(std::abs(bench.device.levels().front().decibels - 9.5) < 0.05);
    }
};

QTEST_GUILESS_MAIN(JdsLabsAmpTest)
#include "jdslabs_amp_test.moc"
