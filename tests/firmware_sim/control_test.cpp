// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/control_client.h"
#include "firmware_sim/boards/simulated_amp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gainstage::sim;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Options twoLinks()
{
    Options options;
    options.links = {LinkKind::Serial, LinkKind::Hid};
    return options;
}

/// A desktop amp and its control channel.
struct Channel {
    SimulatedAmp amp{twoLinks()};

    QJsonObject ask(const QByteArray &request)
    {
        const std::string answer = amp.control(request.toStdString());
        return QJsonDocument::fromJson(QByteArray::fromStdString(answer)).object();
    }
    bool does(const QByteArray &request) { return ask(request)[u"ok"_s].toBool(); }
    QString error(const QByteArray &request)
    {
        const QJsonObject answer = ask(request);
        return answer[u"ok"_s] == QJsonValue(false) ? answer[u"error"_s].toString() : u"no error"_s;
    }
    QJsonObject state() { return ask(R"({"do":"state"})"); }
    int setting(const QString &key) { return state()[u"settings"_s][key].toInt(-1); }
    QJsonObject jack(int output) { return state()[u"jacks"_s].toArray()[output].toObject(); }
};

} // namespace

class ControlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStateTellsEverything()
    {
        Channel channel;
        const QJsonObject state = channel.state();
        for (const QString &key :
             {u"settings"_s, u"equalizer"_s, u"dirty"_s, u"revision"_s, u"sources"_s, u"celsius"_s, u"supply"_s, u"protection"_s, u"clips"_s,
              u"clipping"_s, u"outputs"_s, u"jacks"_s, u"light"_s, u"brightness"_s, u"power"_s, u"links"_s, u"model"_s, u"serialNumber"_s, u"us"_s})
            QVERIFY2(state.contains(key), qPrintable(key));
        QCOMPARE(state[u"settings"_s].toObject().size(), 13);
        QCOMPARE(state[u"equalizer"_s][u"bands"_s].toArray().size(), 10);
        QCOMPARE(state[u"outputs"_s].toArray().size(), 3);
        QVERIFY(state[u"outputs"_s].toArray()[0][u"volts"_s].toDouble() > 0);
        QCOMPARE(state[u"links"_s].toArray().size(), 2);
    }

    void aHeadphoneIsPluggedInAndOut()
    {
        Channel channel;
        QVERIFY(channel.does(R"({"do":"jack","output":1,"plugged":true,"ohm":62,"sensitivity":98})"));
        QCOMPARE(channel.jack(1)[u"ohm"_s], QJsonValue(62));
        QVERIFY(channel.does(R"({"do":"jack","output":0,"plugged":false})"));
        QCOMPARE(channel.jack(0)[u"plugged"_s], QJsonValue(false));
        QVERIFY(channel.does(R"({"do":"jack"})"));
        QCOMPARE(channel.jack(0)[u"plugged"_s], QJsonValue(true));
    }

    void soundPressureFollowsFromVoltsAndSensitivity()
    {
        Channel channel;
        QVERIFY(channel.does(R"({"do":"jack","output":0,"plugged":true,"ohm":300,"sensitivity":100})"));
        const double volts = channel.state()[u"outputs"_s].toArray()[0][u"volts"_s].toDouble();
        QVERIFY(std::abs(channel.jack(0)[u"spl"_s].toDouble() - (100 + 20 * std::log10(volts))) < 1e-9);
    }

    void knobAndButtonsChangeSettings()
    {
        Channel channel;
        QVERIFY(channel.does(R"({"do":"knob","detents":-2})"));
        QCOMPARE(channel.setting(u"volume"_s), -4200);
        QVERIFY(channel.does(R"({"do":"button","setting":"mute"})"));
        QCOMPARE(channel.setting(u"mute"_s), 1);
        QVERIFY(channel.does(R"({"do":"button","setting":"output"})"));
        QCOMPARE(channel.setting(u"output"_s), 1);
        QVERIFY(channel.does(R"({"do":"button","setting":"filter"})"));
        QCOMPARE(channel.setting(u"filter"_s), 1);
    }

    void theSourceIsHeardWhereItIsConnected()
    {
        Channel channel;
        const double before = channel.state()[u"outputs"_s].toArray()[0][u"volts"_s].toDouble();
        QVERIFY(channel.does(R"({"do":"source","dbfs":-40})"));
        const double after = channel.state()[u"outputs"_s].toArray()[0][u"volts"_s].toDouble();
        QVERIFY(std::abs(before / after - 10) < 1e-6);
        QVERIFY(channel.does(R"({"do":"source","input":2,"rate":96000})"));
        const QJsonObject source = channel.state()[u"sources"_s].toArray()[2].toObject();
        QCOMPARE(source[u"locked"_s], QJsonValue(true));
        QCOMPARE(source[u"rate"_s], QJsonValue(96000));
        QVERIFY(channel.does(R"({"do":"source","locked":false})"));
        QCOMPARE(channel.state()[u"outputs"_s].toArray()[0][u"volts"_s], QJsonValue(0));
    }

    void heatSupplyAndProtectionAreMoved()
    {
        Channel channel;
        QVERIFY(channel.does(R"({"do":"heat","celsius":90})"));
        QCOMPARE(channel.state()[u"celsius"_s], QJsonValue(90));
        QCOMPARE(channel.state()[u"protection"_s], QJsonValue(1));
        QVERIFY(channel.does(R"({"do":"heat"})"));
        channel.amp.advance(1000s);
        QCOMPARE(channel.state()[u"protection"_s], QJsonValue(0));
        QVERIFY(channel.does(R"({"do":"heat","ambient":40})"));
        channel.amp.advance(10000s);
        QVERIFY(channel.state()[u"celsius"_s].toDouble() > 55);
        QVERIFY(channel.does(R"({"do":"supply","volts":12})"));
        channel.amp.advance(1s);
        QVERIFY(std::abs(channel.state()[u"supply"_s].toArray()[0].toDouble() - 11.88) < 0.01);
        QVERIFY(channel.does(R"({"do":"protection","dc":true})"));
        QCOMPARE(channel.state()[u"protection"_s], QJsonValue(2));
        QVERIFY(channel.does(R"({"do":"protection","dc":false,"over-current":true})"));
        QCOMPARE(channel.state()[u"protection"_s], QJsonValue(4));
    }

    void aFailingSupplyEndsInNoPower()
    {
        Channel channel;
        QVERIFY(channel.does(R"({"do":"supply","failing":200})"));
        QCOMPARE(channel.state()[u"power"_s], QJsonValue(true));
        channel.amp.advance(200ms);
        QCOMPARE(channel.state()[u"power"_s], QJsonValue(false));
        QVERIFY(!channel.amp.isPlugged(0) && !channel.amp.isPlugged(1));
        QVERIFY(channel.does(R"({"do":"power","on":true})"));
        QVERIFY(channel.amp.isPlugged(1));
    }

    void cablesAndFaultsBelongToALink()
    {
        Channel channel;
        QVERIFY(channel.does(R"({"do":"link","plugged":false,"link":1})"));
        QVERIFY(channel.amp.isPlugged(0) && !channel.amp.isPlugged(1));
        QVERIFY(channel.does(R"({"do":"faults","spec":"drop=0.5,seed=3","link":1})"));
        const QJsonArray links = channel.state()[u"links"_s].toArray();
        QCOMPARE(links[0][u"faults"_s], QJsonValue(u""_s));
        QCOMPARE(links[1][u"faults"_s], QJsonValue(u"drop=0.5,seed=3"_s));
        QCOMPARE(links[1][u"plugged"_s], QJsonValue(false));
        QVERIFY(channel.does(R"({"do":"faults","spec":""})"));
    }

    void aLogLineGoesOutBetweenFrames()
    {
        Channel channel;
        const auto wire = channel.amp.connect(0);
        QVERIFY(channel.does(R"({"do":"log","text":"relay: idle"})"));
        const auto read = wire->read(wire->clock().now());
        QVERIFY(read);
        QVERIFY(std::string(read->begin(), read->end()).find("relay: idle") != std::string::npos);
    }

    void theTrajectoryBeginsAtTheMark()
    {
        Channel channel;
        channel.amp.advance(1s);
        const QJsonObject mark = channel.ask(R"({"do":"mark"})");
        QVERIFY(channel.does(R"({"do":"knob","detents":1})"));
        const QJsonObject trajectory = channel.ask(R"({"do":"trajectory"})");
        const QJsonArray points = trajectory[u"points"_s].toArray();
        QCOMPARE(points.size(), 2);
        QCOMPARE(points[0][u"us"_s], mark[u"us"_s]);
        QCOMPARE(points[0][u"volts"_s].toArray().size(), 3);
        QVERIFY(points[1][u"volts"_s].toArray()[0].toDouble() > points[0][u"volts"_s].toArray()[0].toDouble());
        QCOMPARE(trajectory[u"dropped"_s], QJsonValue(0));
    }

    void aRequestThatMakesNoSenseIsAnsweredAndChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *request, const QString &reason) { QTest::newRow(request) << QByteArray(request) << reason; };
        row("", u"no JSON"_s);
        row("{", u"no JSON"_s);
        row("\xff\xfe", u"no JSON"_s);
        row("[1]", u"one JSON object"_s);
        row("{}", u"“do” must be one of: jack"_s);
        row(R"({"do":7})", u"“do” must be one of"_s);
        row(R"({"do":"fly"})", u"“do” must be one of"_s);
        row(R"({"do":"jack","outputs":1})", u"jack: “outputs” is not known here; known are: output, plugged"_s);
        row(R"({"do":"state","x":1})", u"“x” is not known here; nothing is"_s);
        row(R"({"do":"jack","output":3})", u"“output” must be a number from 0 to 2"_s);
        row(R"({"do":"jack","output":-1})", u"“output”"_s);
        row(R"({"do":"jack","output":0.5})", u"whole number"_s);
        row(R"({"do":"jack","plugged":1})", u"“plugged” must be true or false"_s);
        row(R"({"do":"jack","ohm":-1})", u"“ohm” must be a number from 0"_s);
        row(R"({"do":"jack","ohm":1e300})", u"“ohm”"_s);
        row(R"({"do":"jack","ohm":"32"})", u"“ohm”"_s);
        row(R"({"do":"knob"})", u"“detents” must be a number"_s);
        row(R"({"do":"knob","detents":1e9})", u"“detents”"_s);
        row(R"({"do":"button","setting":"volume"})", u"no button “volume”; there are: gain, output, input, mute"_s);
        row(R"({"do":"button","setting":null})", u"“setting” must be a text"_s);
        row(R"({"do":"source","dbfs":1})", u"“dbfs” must be a number from -200 to 0"_s);
        row(R"({"do":"source","rate":0})", u"“rate”"_s);
        row(R"({"do":"source","input":3})", u"“input”"_s);
        row(R"({"do":"heat","celsius":1000})", u"“celsius”"_s);
        row(R"({"do":"supply"})", u"either “volts” or “failing”"_s);
        row(R"({"do":"supply","volts":12,"failing":5})", u"either “volts” or “failing”"_s);
        row(R"({"do":"supply","volts":400})", u"“volts”"_s);
        row(R"({"do":"protection"})", u"needs “dc” or “over-current”"_s);
        row(R"({"do":"power"})", u"“on” must be true or false"_s);
        row(R"({"do":"link","plugged":true,"link":2})", u"“link” must be a number from 0 to 1"_s);
        row(R"({"do":"faults","spec":"drop=2"})", u"“drop=2” is no fault"_s);
        row(R"({"do":"faults"})", u"“spec” must be a text"_s);
        row(R"({"do":"log","text":"two\nlines"})", u"one line"_s);
    }
    void aRequestThatMakesNoSenseIsAnsweredAndChangesNothing()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const QString, reason);
        Channel channel;
        const QJsonObject before = channel.state();
        const QString error = channel.error(request);
        QVERIFY2(error.contains(reason), qPrintable(error));
        QCOMPARE(channel.state(), before);
    }

    void nestingDoesNoHarm()
    {
        Channel channel;
        QCOMPARE(channel.ask(QByteArray(20000, '['))[u"ok"_s], QJsonValue(false));
    }

    void wordsOfTheCommandLineBecomeARequest()
    {
        const auto request = requestOf(u"jack"_s, {u"output=1"_s, u"plugged=true"_s, u"ohm=-3.5e1"_s, u"text=a=b"_s, u"empty="_s});
        QVERIFY(request);
        const QJsonObject expected{{u"do"_s, u"jack"_s}, {u"output"_s, 1},      {u"plugged"_s, true},
                                   {u"ohm"_s, -35},      {u"text"_s, u"a=b"_s}, {u"empty"_s, u""_s}};
        QCOMPARE(QJsonDocument::fromJson(*request).object(), expected);
        QVERIFY(!requestOf(u"jack"_s, {u"output"_s}));
        QVERIFY(!requestOf(u"jack"_s, {u"=1"_s}));
    }
};

QTEST_GUILESS_MAIN(ControlTest)
#include "control_test.moc"
