// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/firmware/firmware_access.h"
#include "devices/firmware/image.h"
#include "protocol/smp/refusal.h"
#include "tests/support/losing_transport.h"
#include "tests/support/outcome.h"
#include "tests/support/simulated_bench.h"
#include "tests/support/simulator_image.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using firmware_file::Sha256;
using sim::LinkKind;
using sim::Model;

namespace {

Sha256 hashOf(const Bytes &image)
{
    return firmware_file::parseImage(image)->hash;
}

/// A simulated amp with two links, and the firmware of the family's amp on the first.
struct Bench {
    explicit Bench(Model which = Model::Desktop, LinkKind link = LinkKind::Hid) : model(which), kind(link), simulated(optionsOf(which, link))
    {
        connect();
    }

    Model model;
    LinkKind kind;
    sim::SimulatedAmp simulated;
    std::shared_ptr<Losses> losses = std::make_shared<Losses>();
    std::unique_ptr<Amp> amp;
    std::vector<std::size_t> taken;

    void connect()
    {
        amp.reset();
        Port port;
        port.wire = wireOf(kind);
        auto wire = std::make_unique<LosingTransport>(simulated.connect(0), losses);
        if (auto opened = ReferenceFamily().open(std::move(wire), port, nullptr))
            amp = *std::move(opened);
    }
    FirmwareAccess &firmware() const { return *amp->firmware(); }

    /// Uploads; `goOn` is asked after each piece.
    Result<void> upload(const Bytes &file, bool onlyNewer = false, const std::function<bool(std::size_t)> &goOn = {})
    {
        taken.clear();
        return firmware().upload(file, onlyNewer, [&](std::size_t bytes) {
            taken.push_back(bytes);
            return !goOn || goOn(bytes);
        });
    }
    /// Does `disturb` once, when half of the file is there.
    std::function<bool(std::size_t)> halfway(const Bytes &file, std::function<bool()> disturb)
    {
        return [&file, disturb = std::move(disturb), done = false](std::size_t bytes) mutable {
            if (done || bytes < file.size() / 2)
                return true;
            done = true;
            return disturb();
        };
    }
    void restart()
    {
        QVERIFY(firmware().restart());
        simulated.advance(60s);
        connect();
    }
    /// What is written next is lost, or what is answered to it; the wire is sound again from the write after that.
    void loseOne(bool Losses::*direction)
    {
        *losses = {};
        losses.get()->*direction = true;
        losses->beforeWrite = [this, direction, reports = 0]() mutable {
            if (++reports > 1)
                losses.get()->*direction = false;
        };
    }
    int flash(const char *what) const { return answerTo(R"({"do":"flash"})")[QLatin1String(what)].toInt(); }
    QJsonObject answerTo(const char *line) const
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(const_cast<sim::SimulatedAmp &>(simulated).control(line))).object();
    }

private:
    static sim::Options optionsOf(Model model, LinkKind link)
    {
        sim::Options options;
        options.model = model;
        options.links = {link, LinkKind::Hid};
        return options;
    }
};

void addWires()
{
    QTest::addColumn<Model>("model");
    QTest::addColumn<LinkKind>("link");
    QTest::newRow("desktop, serial") << Model::Desktop << LinkKind::Serial;
    QTest::newRow("desktop, HID") << Model::Desktop << LinkKind::Hid;
    QTest::newRow("dongle, HID") << Model::Dongle << LinkKind::Hid;
}

} // namespace

Q_DECLARE_METATYPE(Model)
Q_DECLARE_METATYPE(LinkKind)

class ReferenceFirmwareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAmpIsUpdatedConfirmedAndGoesBack_data() { addWires(); }
    void anAmpIsUpdatedConfirmedAndGoesBack()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, link);
        Bench bench(model, link);
        const Bytes file = simulatorImage(model, {9, 8, 7, 6}, 60000);
        const auto before = bench.firmware().images();
        QVERIFY(before && runningImage(*before) != nullptr && runningImage(*before)->confirmed);
        QVERIFY(otherImage(*before) == nullptr);
        const Sha256 old = runningImage(*before)->hash;

        QVERIFY(bench.upload(file, true));
        QVERIFY(std::ranges::is_sorted(bench.taken));
        QCOMPARE(bench.taken.back(), file.size());
        const auto uploaded = bench.firmware().images();
        QVERIFY(uploaded && otherImage(*uploaded) != nullptr);
        QCOMPARE(otherImage(*uploaded)->hash, hashOf(file));
        QCOMPARE(otherImage(*uploaded)->version, "9.8.7.6");

        const auto marked = bench.firmware().test(hashOf(file));
        QVERIFY(marked && otherImage(*marked)->pending && !otherImage(*marked)->permanent);
        bench.restart();
        const auto tried = bench.firmware().images();
        QVERIFY(tried && runningImage(*tried)->hash == hashOf(file) && !runningImage(*tried)->confirmed);
        const auto trial = bench.firmware().identity();
        QVERIFY(trial && trial->trialLeft && *trial->trialLeft < 10min && *trial->trialLeft > 8min);
        QVERIFY(bench.firmware().prove());
        const auto kept = bench.firmware().confirm();
        QVERIFY(kept && runningImage(*kept)->confirmed);
        QVERIFY(!bench.firmware().identity()->trialLeft);

        QVERIFY(bench.firmware().test(old));
        bench.restart();
        QCOMPARE(runningImage(*bench.firmware().images())->hash, old);
    }

    void theAmpTellsWhatAnImageMustBe_data() { addWires(); }
    void theAmpTellsWhatAnImageMustBe()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, link);
        Bench bench(model, link);
        const auto identity = bench.firmware().identity();
        QVERIFY(identity);
        const auto image = firmware_file::parseImage(simulatorImage(model, {1, 0, 0, 0}, 100));
        QVERIFY(identity->vendor == image->part.vendor && identity->classId == image->part.classId);
        QCOMPARE(identity->securityCounter, std::optional(1U));
        QCOMPARE(identity->keys.size(), 2u);
        QCOMPARE(identity->keys[0], firmware_file::SecretKey(sim::kSimulatorKey).publicKey());
        QCOMPARE(identity->keys[1], firmware_file::SecretKey(sim::kNextSimulatorKey).publicKey());
        QVERIFY(!identity->trialLeft);
        QCOMPARE(*bench.firmware().largestImage(), model == Model::Desktop ? 1036288u : 516096u);
    }

    void anUploadGoesOnWhereTheCableWasPulled_data() { addWires(); }
    void anUploadGoesOnWhereTheCableWasPulled()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, link);
        Bench bench(model, link);
        const Bytes file = simulatorImage(model, {9, 0, 0, 0}, 60000);
        const auto pulled = bench.upload(file, false, bench.halfway(file, [&] {
            bench.simulated.unplug(0);
            return true;
        }));
        QVERIFY(failedWith(Errc::Disconnected, pulled));
        const std::size_t reached = bench.taken.back();
        bench.simulated.advance(10s);
        bench.simulated.plug(0);
        bench.connect();
        QVERIFY(bench.upload(file));
        QVERIFY(bench.taken.front() >= reached && bench.taken.front() < file.size());
        // Each page was written once: nothing was sent for nothing.
        QCOMPARE(bench.flash("programs"), static_cast<int>((file.size() + 255) / 256));
        QCOMPARE(otherImage(*bench.firmware().images())->hash, hashOf(file));
    }

    void anAmpThatLostItsPowerStartsOver_data() { addWires(); }
    void anAmpThatLostItsPowerStartsOver()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, link);
        Bench bench(model, link);
        const Bytes file = simulatorImage(model, {9, 0, 0, 0}, 60000);
        const auto cut = bench.upload(file, false, bench.halfway(file, [&] {
            bench.answerTo(R"({"do":"power","on":false})");
            return true;
        }));
        QVERIFY(failedWith(Errc::Disconnected, cut));
        bench.answerTo(R"({"do":"power","on":true})");
        bench.simulated.advance(1s);
        bench.connect();
        QVERIFY(bench.upload(file));
        QVERIFY(bench.taken.front() < 2048);
        QCOMPARE(otherImage(*bench.firmware().images())->hash, hashOf(file));
    }

    void aCancelledUploadCanBeGoneOnWith_data() { addWires(); }
    void aCancelledUploadCanBeGoneOnWith()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, link);
        Bench bench(model, link);
        const Bytes file = simulatorImage(model, {9, 0, 0, 0}, 60000);
        QVERIFY(failedWith(Errc::Cancelled, bench.upload(file, false, bench.halfway(file, [] { return false; }))));
        const std::size_t reached = bench.taken.back();
        QVERIFY(bench.amp->read());
        QVERIFY(bench.upload(file));
        QVERIFY(bench.taken.front() >= reached && bench.taken.front() < file.size());
        QCOMPARE(otherImage(*bench.firmware().images())->hash, hashOf(file));
    }

    void anotherFileBeginsAtItsBeginning()
    {
        Bench bench;
        const Bytes first = simulatorImage(Model::Desktop, {9, 0, 0, 0}, 60000), second = simulatorImage(Model::Desktop, {9, 1, 0, 0}, 60000);
        QVERIFY(failedWith(Errc::Cancelled, bench.upload(first, false, bench.halfway(first, [] { return false; }))));
        QVERIFY(bench.upload(second));
        QVERIFY(bench.taken.front() < 2048);
        QCOMPARE(otherImage(*bench.firmware().images())->hash, hashOf(second));
    }

    void aFileThatIsThereIsNotSentAgain()
    {
        Bench bench;
        const Bytes file = simulatorImage(Model::Desktop, {9, 0, 0, 0}, 60000);
        QVERIFY(bench.upload(file));
        QVERIFY(bench.upload(file));
        QCOMPARE(bench.taken, std::vector<std::size_t>{file.size()});
    }

    void aBadLineCostsTimeOnly_data()
    {
        QTest::addColumn<LinkKind>("link");
        QTest::addColumn<QString>("faults");
        QTest::newRow("lost bytes") << LinkKind::Serial << u"drop=0.00003"_s;
        QTest::newRow("turned bits") << LinkKind::Serial << u"flip=0.00003"_s;
        QTest::newRow("bytes that come twice") << LinkKind::Serial << u"repeat=0.00003"_s;
        QTest::newRow("lost reports") << LinkKind::Hid << u"drop=0.002"_s;
        QTest::newRow("turned bits in reports") << LinkKind::Hid << u"flip=0.0005"_s;
        QTest::newRow("reports that come twice") << LinkKind::Hid << u"repeat=0.002"_s;
        QTest::newRow("reports that come late") << LinkKind::Hid << u"delay=0.01:300ms"_s;
    }
    void aBadLineCostsTimeOnly()
    {
        QFETCH(LinkKind, link);
        QFETCH(QString, faults);
        const auto timeOf = [](Bench &bench, const Bytes &file) {
            const Instant began = bench.simulated.clock().now();
            const auto outcome = bench.upload(file);
            return std::pair(outcome, bench.simulated.clock().now() - began);
        };
        Bench clean(Model::Desktop, link);
        const Duration undisturbed = timeOf(clean, simulatorImage(Model::Desktop, {9, 0, 0, 0}, 100000)).second;
        int disturbed = 0;
        for (int seed = 1; seed <= 6; ++seed) {
            Bench bench(Model::Desktop, link);
            const Bytes file = simulatorImage(Model::Desktop, {9, 0, 0, 0}, 100000);
            bench.simulated.setFaults(QString(faults + u",seed=%1"_s.arg(seed)).toStdString());
            const auto [outcome, duration] = timeOf(bench, file);
            bench.simulated.setFaults("");
            // A turned bit that no checksum of the wire shows is found by the amp, and the second time is clean.
            if (!outcome)
                QVERIFY2(failedWith(Errc::NotVerified, outcome) && link == LinkKind::Hid && bench.upload(file), outcome.error().sentence);
            disturbed += !outcome || duration > undisturbed ? 1 : 0;
            QVERIFY(duration < undisturbed + 60s);
            QCOMPARE(otherImage(*bench.firmware().images())->hash, hashOf(file));
        }
        QVERIFY(disturbed > 0);
    }

    void aWishIsFulfilledOnceThoughItsAnswerIsLost_data()
    {
        QTest::addColumn<Model>("model");
        QTest::addColumn<LinkKind>("link");
        QTest::addColumn<bool>("request");
        for (const bool request : {false, true}) {
            QTest::addRow("serial, %s", request ? "request" : "answer") << Model::Desktop << LinkKind::Serial << request;
            QTest::addRow("HID, %s", request ? "request" : "answer") << Model::Dongle << LinkKind::Hid << request;
        }
    }
    void aWishIsFulfilledOnceThoughItsAnswerIsLost()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, link);
        QFETCH(bool, request);
        Bench bench(model, link);
        const auto lost = request ? &Losses::requests : &Losses::answers;
        const Bytes file = simulatorImage(model, {9, 0, 0, 0}, 20000);
        QVERIFY(bench.upload(file));

        bench.loseOne(lost);
        const auto marked = bench.firmware().test(hashOf(file));
        QVERIFY(marked && otherImage(*marked)->pending);
        bench.loseOne(lost);
        bench.restart();
        *bench.losses = {};
        bench.connect();
        QCOMPARE(runningImage(*bench.firmware().images())->hash, hashOf(file));
        bench.loseOne(lost);
        const auto kept = bench.firmware().confirm();
        QVERIFY(kept && runningImage(*kept)->confirmed);
        bench.loseOne(lost);
        QVERIFY(bench.firmware().prove());
    }

    void aNewImageIsNotRestartedTwice()
    {
        Bench bench;
        const Bytes file = simulatorImage(Model::Desktop, {9, 0, 0, 0}, 20000);
        QVERIFY(bench.upload(file) && bench.firmware().test(hashOf(file)));
        bench.losses->answers = true; // for good: the amp comes back during the questions
        const auto restarted = bench.firmware().restart();
        *bench.losses = {};
        bench.simulated.advance(60s);
        bench.connect();
        QVERIFY(restarted);
        QCOMPARE(runningImage(*bench.firmware().images())->hash, hashOf(file));
    }

    void whatTheAmpRefusesIsSaid_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<Bytes>("file");
        QTest::addColumn<bool>("onlyNewer");
        const auto changed = [](std::size_t at, Bytes file) {
            file[at] ^= 1U;
            return file;
        };
        const Bytes good = simulatorImage(Model::Dongle, {9, 0, 0, 0}, 20000);
        QTest::newRow("older") << 27 << simulatorImage(Model::Dongle, {0, 0, 1, 0}, 20000) << true;
        QTest::newRow("lower counter") << 27 << simulatorImage(Model::Dongle, {9, 0, 0, 0}, 20000, {}, 0) << false;
        QTest::newRow("too large") << 30 << simulatorImage(Model::Dongle, {9, 0, 0, 0}, 516096) << false;
        QTest::newRow("for another model") << 5 << simulatorImage(Model::Desktop, {9, 0, 0, 0}, 20000) << false;
        QTest::newRow("damaged") << 24 << changed(5000, good) << false;
        QTest::newRow("wrong signature") << 5 << changed(good.size() - 1, good) << false;
        QTest::newRow("no firmware") << 23 << Bytes(5000, 'x') << false;
        QTest::newRow("tiny") << 21 << Bytes(10, 'x') << false;
    }
    void whatTheAmpRefusesIsSaid()
    {
        QFETCH(int, code);
        QFETCH(Bytes, file);
        QFETCH(bool, onlyNewer);
        Bench bench(Model::Dongle);
        const auto refused = bench.upload(file, onlyNewer);
        QVERIFY(failedWith(Errc::Refused, refused));
        QCOMPARE(refused.error().sentence, smp::errorOf({smp::kImageGroup, static_cast<std::uint32_t>(code), {}}).sentence);
        QVERIFY(otherImage(*bench.firmware().images()) == nullptr);
    }

    void anOlderVersionIsTakenWhereThatIsMeant()
    {
        Bench bench;
        QVERIFY(bench.upload(simulatorImage(Model::Desktop, {0, 0, 1, 0}, 20000), false));
    }

    void aSlotInUseIsNotWritten()
    {
        Bench bench;
        const Bytes file = simulatorImage(Model::Desktop, {9, 0, 0, 0}, 20000), next = simulatorImage(Model::Desktop, {9, 1, 0, 0}, 20000);
        const char *const busy = smp::errorOf({smp::kImageGroup, 9, {}}).sentence;
        QVERIFY(bench.upload(file) && bench.firmware().test(hashOf(file)));
        auto refused = bench.upload(next);
        QVERIFY(failedWith(Errc::Refused, refused) && refused.error().sentence == busy);
        bench.restart();
        refused = bench.upload(next);
        QVERIFY(failedWith(Errc::Refused, refused) && refused.error().sentence == busy);
    }

    void anImageThatIsNotThereIsNotTested()
    {
        Bench bench;
        const auto refused = bench.firmware().test(Sha256{});
        QVERIFY(failedWith(Errc::Refused, refused));
        QCOMPARE(refused.error().sentence, smp::errorOf({smp::kImageGroup, 8, {}}).sentence);
    }

    void othersAreHeldBack()
    {
        Bench bench;
        const auto other = *openLink(bench.simulated, LinkKind::Hid, 1);
        QVERIFY(other->read());
        const SettingId volume = other->description().find(Role::Volume)->id;
        const auto write = [&](std::int32_t raw) { return other->apply(*Change::of(other->description(), {{volume, {raw}}}, {})); };
        QVERIFY(bench.firmware().holdOthersBack(1min));
        QVERIFY(failedWith(Errc::Locked, write(-4000)));
        QVERIFY(bench.firmware().holdOthersBack(2min));
        bench.simulated.advance(90s);
        QVERIFY(failedWith(Errc::Locked, write(-4000)));
        QVERIFY(bench.firmware().letOthersWrite());
        QVERIFY(write(-4000));
        QVERIFY(bench.firmware().letOthersWrite());
    }

    void aLockThatRanOutIsTakenAnew()
    {
        Bench bench;
        QVERIFY(bench.firmware().holdOthersBack(5s));
        bench.simulated.advance(6s);
        QVERIFY(bench.firmware().holdOthersBack(5s));
        bench.simulated.advance(6s);
        QVERIFY(bench.firmware().letOthersWrite());
    }

    void aLockOfAnotherIsRespected()
    {
        Bench bench;
        const auto other = *openLink(bench.simulated, LinkKind::Hid, 1);
        QVERIFY(other->firmware()->holdOthersBack(1min));
        QVERIFY(failedWith(Errc::Locked, bench.firmware().holdOthersBack(1min)));
        QVERIFY(bench.firmware().letOthersWrite());
        QVERIFY(other->firmware()->letOthersWrite());
        QVERIFY(bench.firmware().holdOthersBack(1min));
        QVERIFY(failedWith(Errc::Locked, other->firmware()->holdOthersBack(1min)));
    }

    void aLockWhoseKeyWasLostIsWaitedFor()
    {
        for (const auto lost : {&Losses::requests, &Losses::answers}) {
            Bench bench;
            bench.loseOne(lost);
            QVERIFY(bench.firmware().holdOthersBack(1min));
            const auto other = *openLink(bench.simulated, LinkKind::Hid, 1);
            QVERIFY(failedWith(Errc::Locked, other->firmware()->holdOthersBack(1min)));
            bench.loseOne(lost);
            QVERIFY(bench.firmware().holdOthersBack(2min));
            bench.loseOne(lost);
            QVERIFY(bench.firmware().letOthersWrite());
            QVERIFY(other->firmware()->holdOthersBack(1min));
        }
    }

    void eventsDuringAnUploadAreTold()
    {
        Bench bench;
        QVERIFY(bench.amp->read());
        int events = 0, wakes = 0;
        bench.amp->onEvent([&](const Event &) { ++events; });
        bench.amp->onReadable([&] { ++wakes; });
        const Bytes file = simulatorImage(Model::Desktop, {9, 0, 0, 0}, 20000);
        QVERIFY(bench.upload(file, false, bench.halfway(file, [&] {
            bench.answerTo(R"({"do":"knob","detents":-1})");
            return true;
        })));
        QVERIFY(wakes > 0);
        QVERIFY(bench.amp->listen(bench.amp->clock().in(10ms)));
        QVERIFY(events > 0);
    }
};

QTEST_APPLESS_MAIN(ReferenceFirmwareTest)
#include "reference_firmware_test.moc"
