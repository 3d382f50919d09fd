// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/image_maker.h"
#include "firmware_sim/boards/simulated_amp.h"
#include "tests/support/firmware_bench.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const firmware::ModelDefinition &definitionOf(sim::Model model)
{
    return model == sim::Model::Desktop ? firmware::desktopModel() : firmware::dongleModel();
}

sim::Options optionsOf(sim::Model model, sim::LinkKind link = sim::LinkKind::Hid, const QString &flashFile = {})
{
    sim::Options options;
    options.model = model;
    options.links = {link};
    options.flashFile = flashFile.toStdString();
    return options;
}

/// An image for a model, whose payload begins with `text`.
QByteArray imageFor(sim::Model model, firmware::Version version, std::size_t size, std::string_view text = {})
{
    const firmware::ImageRules &rules = definitionOf(model).images;
    sim::ImageContent content{.version = version, .payload = std::vector<std::uint8_t>(size, 0x5a), .vendor = rules.vendor, .device = rules.device};
    std::ranges::copy(text, content.payload.begin());
    const auto image = sim::makeImage(content);
    return {reinterpret_cast<const char *>(image.data()), static_cast<qsizetype>(image.size())};
}

/// A client that updates a simulated amp over its first link.
struct Client {
    explicit Client(const sim::Options &options) : amp(options), kind(options.links.front()) { connect(); }

    sim::SimulatedAmp amp;
    sim::LinkKind kind;
    std::unique_ptr<Transport> transport;
    QByteArray inbox;
    std::uint8_t counter = 0;

    void connect()
    {
        transport = amp.connect();
        inbox.clear();
        counter = 0;
    }
    void write(const QByteArray &bytes)
    {
        const qsizetype piece = kind == sim::LinkKind::Hid ? 64 : bytes.size();
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            const QByteArray part = bytes.mid(at, piece);
            static_cast<void>(transport->write({reinterpret_cast<const std::uint8_t *>(part.constData()), static_cast<std::size_t>(part.size())}));
        }
    }
    /// The answer; no bytes when none comes in time.
    Packet ask(int operation, int group, int command, const QCborMap &map, Duration patience = 3s)
    {
        const QByteArray packet = FirmwareBench::packetOf(operation, group, command, map.toCborValue().toCbor());
        write(kind == sim::LinkKind::Hid ? toHid(packet, counter) : toConsole(packet));
        const Deadline deadline = amp.clock().in(patience);
        while (true) {
            for (const QByteArray &whole : wholePackets()) {
                if (const Packet answer{whole}; !answer.isEvent())
                    return answer;
            }
            const auto bytes = transport->read(deadline);
            if (!bytes)
                return {};
            inbox.append(reinterpret_cast<const char *>(bytes->data()), static_cast<qsizetype>(bytes->size()));
        }
    }
    /// Takes what has come as soon as it ends with a packet.
    QList<QByteArray> wholePackets()
    {
        QByteArray rest = inbox;
        const QList<QByteArray> packets = kind == sim::LinkKind::Hid ? fromHid(rest) : fromConsole(rest);
        if (!packets.empty())
            inbox = rest;
        return packets;
    }
    bool upload(const QByteArray &file)
    {
        const QByteArray sha = QCryptographicHash::hash(file, QCryptographicHash::Sha256);
        Packet answer = ask(2, 1, 1, {{"len"_L1, file.size()}, {"off"_L1, 0}, {"sha"_L1, sha}, {"data"_L1, file.left(64)}});
        while (!answer.bytes.isEmpty() && answer.number("off") > 0 && answer.number("off") < file.size())
            answer = ask(2, 1, 1, {{"off"_L1, answer.number("off")}, {"data"_L1, file.mid(answer.number("off"), 900)}});
        return !answer.bytes.isEmpty() && answer["match"] == QCborValue(true);
    }
    QCborArray images() { return ask(0, 1, 0, {})["images"].toArray(); }
    bool want(int slot, bool confirm)
    {
        for (const QCborValue image : images()) {
            if (image["slot"_L1].toInteger() == slot)
                return ask(2, 1, 0, {{"hash"_L1, image["hash"_L1]}, {"confirm"_L1, confirm}}).map().contains("images"_L1);
        }
        return false;
    }
    QString version() { return ask(0, 64, 0, {}, 60s)["fw"].toString(); }
    void reset()
    {
        ask(2, 0, 5, {});
        amp.advance(200ms);
    }
    QJsonObject control(const char *line) { return QJsonDocument::fromJson(QByteArray::fromStdString(amp.control(line))).object(); }
    QJsonObject flash() { return control(R"({"do":"flash"})"); }
    double volts() { return control(R"({"do":"state"})")[u"outputs"_s].toArray()[0].toObject()[u"volts"_s].toDouble(); }
};

void addModels()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("link");
    QTest::newRow("desktop, serial") << static_cast<int>(sim::Model::Desktop) << static_cast<int>(sim::LinkKind::Serial);
    QTest::newRow("desktop, HID") << static_cast<int>(sim::Model::Desktop) << static_cast<int>(sim::LinkKind::Hid);
    QTest::newRow("dongle, HID") << static_cast<int>(sim::Model::Dongle) << static_cast<int>(sim::LinkKind::Hid);
}

} // namespace

class SimulatedUpdateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAmpIsUpdatedAndGoesBack_data() { addModels(); }
    void anAmpIsUpdatedAndGoesBack()
    {
        QFETCH(int, model);
        QFETCH(int, link);
        const auto which = static_cast<sim::Model>(model);
        Client client(optionsOf(which, static_cast<sim::LinkKind>(link)));
        const QString before = client.version();
        QCOMPARE(before, QString::fromUtf8(definitionOf(which).firmware.data()));
        QVERIFY(client.upload(imageFor(which, {9, 8, 7, 6}, 30000)));
        QVERIFY(client.want(1, false));
        client.reset();
        QCOMPARE(client.version(), QString()); // the boot loader works: nobody answers, what is sent is lost
        client.amp.advance(60s);
        QCOMPARE(client.flash()[u"boot"_s].toString(), u"tested"_s);
        QCOMPARE(client.version(), u"9.8.7.6"_s);
        client.reset();
        client.amp.advance(60s);
        QCOMPARE(client.version(), before);
        QCOMPARE(client.flash()[u"boot"_s].toString(), u"reverted"_s);
        QVERIFY(client.want(1, true));
        client.reset();
        client.amp.advance(60s);
        QCOMPARE(client.version(), u"9.8.7.6"_s);
        QCOMPARE(client.flash()[u"boot"_s].toString(), u"installed"_s);
    }

    void slotInfoIsThatOfTheModel()
    {
        const auto largest = [](sim::Model model) {
            Client client(optionsOf(model));
            return client.ask(0, 1, 6, {})["images"].toArray()[0]["max_image_size"_L1].toInteger();
        };
        QCOMPARE(largest(sim::Model::Desktop), 1024 * 1024 - 3 * 4096); // two sectors of trailer, one for swapping
        QCOMPARE(largest(sim::Model::Dongle), 512 * 1024 - 2 * 4096);
    }

    void flashTakesItsTime()
    {
        Client client(optionsOf(sim::Model::Dongle));
        const auto file = imageFor(sim::Model::Dongle, {2, 0, 0, 0}, 100000);
        const Instant began = client.amp.clock().now();
        QVERIFY(client.upload(file));
        const double seconds = std::chrono::duration<double>(client.amp.clock().now() - began).count();
        const double expected = static_cast<double>(file.size()) / 4096 * (0.045 + 16 * 0.0007);
        QVERIFY2(seconds > expected * 0.95 && seconds < expected * 1.15, qPrintable(QString::number(seconds)));
        QVERIFY(client.flash()[u"erases"_s].toInt() >= 25);
    }

    void theOutputIsSilentWhileTheBootLoaderWorksAndComesBackAtTheSafeVolume()
    {
        Client client(optionsOf(sim::Model::Dongle));
        client.control(R"({"do":"jack","ohm":300})");
        const double initial = client.volts();
        client.ask(2, 64, 2, {{"values"_L1, QCborMap{{4, -1000}}}});
        client.amp.advance(1s);
        QVERIFY(client.volts() > initial * 2);
        client.ask(2, 64, 4, {});
        QVERIFY(client.upload(imageFor(sim::Model::Dongle, {2, 0, 0, 0}, 30000)));
        QVERIFY(client.want(1, false));
        client.ask(2, 0, 5, {});
        client.amp.advance(110ms);
        client.amp.mark();
        client.amp.advance(500ms);
        QVERIFY(!client.flash()[u"running"_s].toBool());
        for (const sim::TrajectoryPoint &point : client.amp.trajectory())
            QCOMPARE(point.loudest(), 0.0);
        client.amp.advance(60s);
        QVERIFY(client.flash()[u"running"_s].toBool());
        QCOMPARE(client.volts(), initial);
    }

    void anImageThatFailsItsSelfTestIsTakenBackByItself()
    {
        Client client(optionsOf(sim::Model::Dongle));
        QVERIFY(client.upload(imageFor(sim::Model::Dongle, {2, 0, 0, 0}, 5000, sim::kFailingImage)));
        QVERIFY(client.want(1, false));
        client.reset();
        client.amp.advance(60s);
        QCOMPARE(client.version(), u"1.2.0"_s);
        QCOMPARE(client.flash()[u"boot"_s].toString(), u"reverted"_s);
    }

    void powerThatIsCutInAnOperationTakesTheAmpAndTheSwapGoesOnAfterwards()
    {
        for (const int after : {1, 2, 5, 12, 20, 33, 60, 90}) {
            Client client(optionsOf(sim::Model::Dongle));
            QVERIFY(client.upload(imageFor(sim::Model::Dongle, {2, 0, 0, 0}, 30000)));
            QVERIFY(client.want(1, false));
            client.control(qPrintable(u"{\"do\":\"power-cut\",\"after\":%1}"_s.arg(after)));
            client.reset();
            QVERIFY(!client.control(R"({"do":"state"})")[u"power"_s].toBool(true));
            QVERIFY(!client.amp.isPlugged());
            client.control(R"({"do":"power","on":true})");
            client.amp.advance(60s);
            client.connect();
            QCOMPARE(client.version(), u"2.0.0"_s);
        }
    }

    void powerThatIsCutInAnUploadLosesNothingButTheUpload()
    {
        Client client(optionsOf(sim::Model::Dongle));
        const auto file = imageFor(sim::Model::Dongle, {2, 0, 0, 0}, 30000);
        client.control(R"({"do":"power-cut","after":40})");
        QVERIFY(!client.upload(file));
        QVERIFY(!client.amp.isPlugged());
        client.control(R"({"do":"power","on":true})");
        client.amp.advance(1s);
        client.connect();
        QCOMPARE(client.version(), u"1.2.0"_s);
        QVERIFY(client.upload(file));
    }

    void powerThatGoesInTheMiddleOfTheBootLoaderLeavesWhatWasDoneByThen()
    {
        Client client(optionsOf(sim::Model::Dongle));
        QVERIFY(client.upload(imageFor(sim::Model::Dongle, {2, 0, 0, 0}, 30000)));
        QVERIFY(client.want(1, false));
        const int before = client.flash()[u"operations"_s].toInt();
        client.reset();
        client.amp.advance(300ms);
        client.control(R"({"do":"power","on":false})");
        const int done = client.flash()[u"operations"_s].toInt() - before;
        QVERIFY2(done > 2 && done < 120, qPrintable(QString::number(done)));
        client.control(R"({"do":"power","on":true})");
        client.amp.advance(60s);
        client.connect();
        QCOMPARE(client.version(), u"2.0.0"_s);
    }

    void aFlashFileKeepsTheSlotsAndOneWithoutThemIsRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"flash"_s);
        {
            Client client(optionsOf(sim::Model::Dongle, sim::LinkKind::Hid, path));
            client.ask(2, 64, 2, {{"values"_L1, QCborMap{{4, -4500}}}});
            client.ask(2, 64, 4, {});
            QVERIFY(client.upload(imageFor(sim::Model::Dongle, {2, 0, 0, 0}, 9000)));
            QVERIFY(client.want(1, true));
        }
        {
            Client client(optionsOf(sim::Model::Dongle, sim::LinkKind::Hid, path));
            client.amp.advance(10s);
            QCOMPARE(client.version(), u"2.0.0"_s);
        }
        QVERIFY(QFile::remove(path + ".slots"_L1));
        Client client(optionsOf(sim::Model::Dongle, sim::LinkKind::Hid, path));
        QCOMPARE(client.version(), u"1.2.0"_s);
        QCOMPARE(client.ask(0, 64, 2, {}).setting(4), -4500);
    }

    void controlRefusesWhatMakesNoSense()
    {
        Client client(optionsOf(sim::Model::Dongle));
        for (const char *line :
             {R"({"do":"power-cut"})", R"({"do":"power-cut","after":-1})", R"({"do":"power-cut","after":"now"})", R"({"do":"flash","x":1})"})
            QVERIFY2(!client.control(line)[u"ok"_s].toBool(), line);
        QVERIFY(client.control(R"({"do":"power-cut","after":1})")[u"ok"_s].toBool());
        QVERIFY(client.control(R"({"do":"power-cut","after":0})")[u"ok"_s].toBool());
        QVERIFY(client.upload(imageFor(sim::Model::Dongle, {2, 0, 0, 0}, 5000)));
    }
};

QTEST_GUILESS_MAIN(SimulatedUpdateTest)
#include "simulated_update_test.moc"
