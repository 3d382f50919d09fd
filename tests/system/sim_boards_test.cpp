// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/system_ports.h"
#include "devices/families/reference/reference_family.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "tests/support/simulator_program.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace std::chrono_literals;

namespace {

/// Nothing here is waited for so long unless something is broken.
Deadline soon(const Transport &wire)
{
    return wire.clock().in(20s);
}

std::vector<Port> announcedIn(const Stage &stage)
{
    auto all = systemPorts(stage.announcements())->list();
    std::erase_if(all, [](const Port &port) { return !port.simulated; });
    return all;
}

Result<std::unique_ptr<Transport>> open(const Stage &stage)
{
    const auto ports = announcedIn(stage);
    if (ports.size() != 1)
        return failure(Errc::NotFound, "", {});
    return systemPorts(stage.announcements())->open(ports.front(), {});
}

QStringList onControl(const QStringList &words)
{
    return QStringList{u"--control"_s, u"amp.sock"_s} + words;
}

const Bytes kVolumeOfDx5 = fromHex("22 33 20 01 01 71 02 00 00 00 39 00 00 66 77"); // −28.5 dB; the transport fills it up to sixteen bytes
const Bytes kReadAllOfDx5 = fromHex("22 33 10 01 01 71 0c 00 00 00 00 00 00 66 77");

} // namespace

class SimBoardsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHidAmpIsAnnouncedAsWhatItIs()
    {
        const Stage stage;
        Simulator amp(stage, onControl({u"--model"_s, u"topping-dx5-ii"_s, u"--serial-number"_s, u"T-1"_s}));
        QCOMPARE(amp.ready(u"board"_s), u"socket"_s);
        const auto ports = announcedIn(stage);
        QCOMPARE(ports.size(), 1u);
        const Port &port = ports.front();
        QCOMPARE(port.path, amp.port());
        QVERIFY(port.wire == Wire::Hid);
        QCOMPARE(port.product, amp.ready(u"model"_s));
        QCOMPARE(port.vendorId, 0x152a);
        QCOMPARE(port.productId, 0x8750);
        QVERIFY(!port.reports.numbered);
        QCOMPARE(port.reports.output, (std::map<std::uint8_t, std::size_t>{{0, 16}}));
        QVERIFY(!ReferenceFamily().matches(port));
        QVERIFY(!(QFile::permissions(port.path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void aHidAmpHearsAndAnswersThroughItsSocket()
    {
        const Stage stage;
        Simulator amp(stage, onControl({u"--model"_s, u"topping-dx5-ii"_s}));
        const auto wire = open(stage);
        QVERIFY(wire);
        QVERIFY((*wire)->write(kVolumeOfDx5));
        QVERIFY((*wire)->write(kReadAllOfDx5));
        const auto report = (*wire)->read(soon(**wire));
        QVERIFY(report);
        QCOMPARE(report->size(), 16u);
        QCOMPARE(stage.ctl({u"state"_s})[u"settings"_s][u"volume"_s], QJsonValue(-28.5));
    }

    void aReferenceAmpOnASocketIsOneOfOurs()
    {
        const Stage stage;
        Simulator amp(stage, {u"--model"_s, u"dongle"_s, u"--board"_s, u"socket"_s});
        const auto ports = announcedIn(stage);
        QCOMPARE(ports.size(), 1u);
        QVERIFY(ReferenceFamily().matches(ports.front()));
        auto wire = open(stage);
        QVERIFY(wire);
        const auto opened = ReferenceFamily().open(*std::move(wire), ports.front(), nullptr);
        QVERIFY(opened);
        QCOMPARE((*opened)->description().identity.model, u"Reference Dongle"_s);
        QVERIFY((*opened)->read());
    }

    void aSecondClientIsPutOutAtOnceAndTheFirstGoesOn()
    {
        const Stage stage;
        Simulator amp(stage, onControl({u"--model"_s, u"topping-dx5-ii"_s}));
        const auto first = open(stage), second = open(stage);
        QVERIFY(first && second);
        QVERIFY(failedWith(Errc::Disconnected, (*second)->read(soon(**second))));
        QVERIFY((*first)->write(kReadAllOfDx5));
        QVERIFY((*first)->read(soon(**first)));
    }

    void clientsOfASocketComeAndGo()
    {
        const Stage stage;
        Simulator amp(stage, onControl({u"--model"_s, u"topping-dx5-ii"_s}));
        for (int i = 0; i < 20; ++i) {
            const auto wire = open(stage);
            QVERIFY(wire);
            QVERIFY((*wire)->write(kReadAllOfDx5));
            QVERIFY((*wire)->read(soon(**wire)));
        }
    }

    void theSocketGoesWithTheAmp_data()
    {
        QTest::addColumn<QStringList>("model");
        QTest::newRow("another maker's") << QStringList{u"--model"_s, u"topping-dx5-ii"_s};
        QTest::newRow("reference") << QStringList{u"--board"_s, u"socket"_s};
    }
    void theSocketGoesWithTheAmp()
    {
        QFETCH(const QStringList, model);
        const Stage stage;
        Simulator amp(stage, onControl(QStringList{u"--link"_s, u"amp"_s} + model));
        QCOMPARE(QFile::symLinkTarget(stage.path(u"amp"_s)), amp.port());
        const auto wire = open(stage);
        QVERIFY(wire);
        QCOMPARE(amp.end(SIGTERM), 0);
        QVERIFY(failedWith(Errc::Disconnected, (*wire)->read(soon(**wire))));
        QVERIFY(stage.announced().isEmpty());
        QVERIFY(!QFileInfo(stage.path(u"amp"_s)).isSymLink());
        QCOMPARE(amp.process().readAllStandardError(), QByteArray());
    }

    void whatAKilledOneLeftIsTidiedUp()
    {
        const Stage stage;
        {
            Simulator killed(stage, onControl({u"--link"_s, u"amp"_s, u"--model"_s, u"topping-dx5-ii"_s}));
            killed.end(SIGKILL);
        }
        QCOMPARE(stage.announced().size(), 2); // announcement and socket
        QVERIFY(announcedIn(stage).empty());
        Simulator amp(stage, onControl({u"--link"_s, u"amp"_s, u"--model"_s, u"topping-dx5-ii"_s}));
        QCOMPARE(stage.announced().size(), 2);
        QCOMPARE(announcedIn(stage).size(), 1u);
        QCOMPARE(QFile::symLinkTarget(stage.path(u"amp"_s)), amp.port());
    }

    void theCableOfASocketCanBePulled()
    {
        const Stage stage;
        Simulator amp(stage, onControl({u"--model"_s, u"topping-dx5-ii"_s}));
        const auto before = open(stage);
        QVERIFY(before);
        QCOMPARE(stage.ctl({u"link"_s, u"plugged=false"_s})[u"ok"_s], QJsonValue(true));
        QVERIFY(failedWith(Errc::Disconnected, (*before)->read(soon(**before))));
        QVERIFY(stage.announced().isEmpty());
        QCOMPARE(stage.ctl({u"link"_s, u"plugged=true"_s})[u"ok"_s], QJsonValue(true));
        const auto after = open(stage);
        QVERIFY(after);
        QVERIFY((*after)->write(kReadAllOfDx5));
        QVERIFY((*after)->read(soon(**after)));
    }

    void aReportThatIsLostOnTheWayIsNotHeard()
    {
        const Stage stage;
        Simulator amp(stage, onControl({u"--model"_s, u"topping-dx5-ii"_s, u"--faults"_s, u"drop=1"_s}));
        const QJsonValue before = stage.ctl({u"state"_s})[u"settings"_s][u"volume"_s];
        const auto wire = open(stage);
        QVERIFY(wire);
        QVERIFY((*wire)->write(kVolumeOfDx5));
        QCOMPARE(stage.ctl({u"state"_s})[u"settings"_s][u"volume"_s], before);
        QCOMPARE(stage.ctl({u"faults"_s, u"spec="_s})[u"ok"_s], QJsonValue(true));
        QVERIFY((*wire)->write(kVolumeOfDx5));
        QVERIFY((*wire)->write(kReadAllOfDx5));
        QVERIFY((*wire)->read(soon(**wire)));
        QCOMPARE(stage.ctl({u"state"_s})[u"settings"_s][u"volume"_s], QJsonValue(-28.5));
    }

    void theControlChannelTurnsTheKnobsOfAnAmpOfAnotherMaker()
    {
        const Stage stage;
        Simulator amp(stage, onControl({u"--model"_s, u"topping-dx5-ii"_s}));
        QCOMPARE(stage.ctl({u"set"_s, u"key=volume"_s, u"value=-40"_s})[u"ok"_s], QJsonValue(true));
        QCOMPARE(stage.ctl({u"mark"_s})[u"ok"_s], QJsonValue(true));
        QCOMPARE(stage.ctl({u"set"_s, u"key=volume"_s, u"value=-20"_s})[u"ok"_s], QJsonValue(true));
        const QJsonObject state = stage.ctl({u"state"_s});
        QCOMPARE(state[u"settings"_s][u"volume"_s], QJsonValue(-20));
        QCOMPARE(state[u"onBus"_s], QJsonValue(true));
        QCOMPARE(state[u"links"_s][0][u"plugged"_s], QJsonValue(true));
        const QJsonArray points = stage.ctl({u"trajectory"_s})[u"points"_s].toArray();
        QCOMPARE(points.size(), 2);
        QCOMPARE(points[1][u"decibels"_s].toDouble() - points[0][u"decibels"_s].toDouble(), 20.0);
        QCOMPARE(points[1][u"decibels"_s], state[u"level"_s]);
    }

    void whatAnAmpOfAnotherMakerDoesNotKnowIsRefused()
    {
        const Stage stage;
        Simulator amp(stage, onControl({u"--model"_s, u"topping-dx5-ii"_s}));
        const QJsonObject refused = stage.ctl({u"jack"_s, u"output=0"_s});
        QCOMPARE(refused[u"ok"_s], QJsonValue(false));
        QVERIFY2(refused[u"error"_s].toString().contains(u"jack"_s), qPrintable(refused[u"error"_s].toString()));
        QCOMPARE(stage.ctl({u"link"_s, u"plugged=false"_s, u"link=1"_s})[u"ok"_s], QJsonValue(false));
        QCOMPARE(stage.ctl({u"state"_s, u"deep=true"_s})[u"ok"_s], QJsonValue(false));
    }

    void aSerialAmpOfAnotherMakerIsAPseudoTerminal()
    {
        const Stage stage;
        Simulator amp(stage, onControl({u"--model"_s, u"jds-element-iv"_s}));
        QCOMPARE(amp.ready(u"board"_s), u"pty"_s);
        const auto ports = announcedIn(stage);
        QCOMPARE(ports.size(), 1u);
        QVERIFY(ports.front().wire == Wire::Serial);
        QCOMPARE(ports.front().productId, 0x88fa);
        QVERIFY(!ReferenceFamily().matches(ports.front()));
        const auto wire = open(stage);
        QVERIFY(wire);
        const std::string question = R"({"Product":"JDS Labs Element IV","Action":"Describe"})";
        Bytes line(question.begin(), question.end());
        line.push_back(0);
        QVERIFY((*wire)->write(line));
        QVERIFY((*wire)->read(soon(**wire)));
    }

    void everyModelCanBePluggedIn_data()
    {
        QTest::addColumn<QString>("model");
        const Stage stage;
        const Ended help = stage.run({u"--model"_s, u"?"_s});
        const QString all = QString::fromUtf8(help.err).section(u"one of "_s, 1).section(u", not"_s, 0, 0);
        for (const QString &model : all.split(u", "_s, Qt::SkipEmptyParts))
            QTest::newRow(qPrintable(model)) << model;
    }
    void everyModelCanBePluggedIn()
    {
        QFETCH(const QString, model);
        const Stage stage;
        Simulator amp(stage, onControl({u"--model"_s, model}));
        QCOMPARE(announcedIn(stage).size(), 1u);
        QVERIFY(open(stage));
        const QJsonObject state = stage.ctl({u"state"_s});
        QCOMPARE(state[u"model"_s].toString(), amp.ready(u"model"_s));
        QVERIFY(!state[u"settings"_s].toObject().isEmpty());
        QCOMPARE(amp.end(SIGTERM), 0);
        QVERIFY(stage.announced().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SimBoardsTest)
#include "sim_boards_test.moc"
