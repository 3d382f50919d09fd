// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/firmware/image.h"
#include "devices/firmware/update.h"
#include "tests/support/memory_journal.h"
#include "tests/support/simulated_line.h"
#include "tests/support/simulator_image.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace gainstage::firmware_update;
using namespace std::chrono_literals;
using firmware_file::Consent;

namespace {

constexpr std::size_t kSmall = 20000;

/// A simulated amp, the way to it and the journal of its update, which outlives programs.
struct Bench {
    explicit Bench(sim::Model which = sim::Model::Desktop, sim::LinkKind link = sim::LinkKind::Serial)
        : model(which), simulated(optionsOf(which, link)), line(simulated, link)
    {
        opened = line.open().has_value();
        factory = opened && line.amp()->firmware() != nullptr ? runningNow() : SlotImage{};
    }

    sim::Model model;
    sim::SimulatedAmp simulated;
    SimulatedLine line;
    MemoryJournal journal;
    std::stop_source cancel;
    std::function<void(const Progress &)> onProgress;
    SlotImage factory;
    bool opened = false;

    Bytes image(firmware::Version version, std::size_t size = kSmall, std::string_view text = {}) const
    {
        return simulatorImage(model, version, size, text);
    }
    Outcome run(const Order &order) { return firmware_update::run(line, order, journal, onProgress, cancel.get_token()); }
    Outcome install(const Bytes &file, Consent consent = Consent::None) { return run({Kind::Install, file, consent, std::nullopt}); }
    Outcome goBack(Consent consent = Consent::None) { return run({Kind::GoBack, {}, consent, std::nullopt}); }
    /// Another life of the program, that finds the journal.
    Outcome goOn(const Bytes &file)
    {
        onProgress = {};
        journal.fails = {};
        line.programEnds = false;
        line.close();
        if (!line.open())
            return {};
        return run({journal.last()->kind, file, Consent::None, journal.last()});
    }
    /// From this stage on the program is not there any more: it writes nothing, and each wait ends it.
    void endAt(Stage stage)
    {
        onProgress = [this, stage](const Progress &told) { line.programEnds = told.stage >= stage; };
        journal.fails = [stage](Stage now) { return now > stage; };
    }
    SlotImage runningNow()
    {
        const auto images = line.amp()->firmware()->images();
        return images && runningImage(*images) != nullptr ? *runningImage(*images) : SlotImage{};
    }
    bool runsForGood(const Bytes &file)
    {
        const SlotImage running = runningNow();
        return running.confirmed && running.hash == firmware_file::parseImage(file)->hash;
    }
    QJsonObject control(const char *text) { return QJsonDocument::fromJson(QByteArray::fromStdString(simulated.control(text))).object(); }

private:
    static sim::Options optionsOf(sim::Model which, sim::LinkKind link)
    {
        sim::Options options;
        options.model = which;
        options.links = {link};
        return options;
    }
};

QByteArray endOf(const Outcome &outcome)
{
    return QByteArray(nameOf(outcome.ending)) + '/' + nameOf(outcome.stage) + (outcome.canRetry ? "/retry" : "") + (outcome.why ? "/why" : "");
}

void addModels()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("link");
    QTest::newRow("desktop, serial") << static_cast<int>(sim::Model::Desktop) << static_cast<int>(sim::LinkKind::Serial);
    QTest::newRow("desktop, HID") << static_cast<int>(sim::Model::Desktop) << static_cast<int>(sim::LinkKind::Hid);
    QTest::newRow("dongle, HID") << static_cast<int>(sim::Model::Dongle) << static_cast<int>(sim::LinkKind::Hid);
}

} // namespace

#define FETCH_BENCH()                                                                                                                                \
    QFETCH(int, model);                                                                                                                              \
    QFETCH(int, link);                                                                                                                               \
    Bench bench(static_cast<sim::Model>(model), static_cast<sim::LinkKind>(link));                                                                   \
    QVERIFY(bench.opened)

/// Whole updates of simulated amps, through their real protocol, boot loader and flash.
class FirmwareUpdateSimulatedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAmpIsUpdated_data() { addModels(); }
    void anAmpIsUpdated()
    {
        FETCH_BENCH();
        const Bytes file = bench.image({9, 8, 7, 6});
        const Outcome outcome = bench.install(file);
        QCOMPARE(endOf(outcome), "installed/done");
        QVERIFY(outcome.remarks.empty());
        QCOMPARE(outcome.runs, std::string("9.8.7.6"));
        QVERIFY(bench.runsForGood(file));
        QCOMPARE(bench.line.amp()->description().identity.firmware, QStringLiteral("9.8.7.6"));
        QCOMPARE(endOf(bench.install(file)), "already-installed/done");
        QCOMPARE(endOf(bench.install(file, Consent::Reinstall)), "already-installed/done");
    }

    void theLargestImageFitsAndIsExchangedInTime_data() { addModels(); }
    void theLargestImageFitsAndIsExchangedInTime()
    {
        FETCH_BENCH();
        const std::size_t largest = *bench.line.amp()->firmware()->largestImage();
        const std::size_t around = bench.image({9, 0, 0, 0}, 1000).size() - 1000;
        Instant left{};
        Duration away{};
        bench.onProgress = [&](const Progress &told) {
            if (told.stage == Stage::WaitReturn)
                left = bench.simulated.clock().now();
            if (told.stage == Stage::VerifyRunning)
                away = bench.simulated.clock().now() - left;
        };
        const Bytes file = bench.image({9, 0, 0, 0}, largest - around);
        QCOMPARE(file.size(), largest);
        QCOMPARE(endOf(bench.install(file)), "installed/done");
        qInfo("%zu bytes: away for %.1f s", largest, std::chrono::duration<double>(away).count());
        QVERIFY(away < 60s);
        Bytes larger = bench.image({9, 1, 0, 0}, largest - around + 1);
        QCOMPARE(endOf(bench.install(larger)), "not-changed/verify/why");
    }

    void whatFailsItsSelfTestIsRolledBack_data() { addModels(); }
    void whatFailsItsSelfTestIsRolledBack()
    {
        FETCH_BENCH();
        const Bytes bad = bench.image({9, 0, 0, 0}, kSmall, sim::kFailingImage);
        const Outcome outcome = bench.install(bad);
        QCOMPARE(endOf(outcome), "rolled-back/rolled-back/why");
        const SlotImage running = bench.runningNow();
        QVERIFY(running.hash == bench.factory.hash && running.confirmed);
        QCOMPARE(endOf(bench.install(bench.image({9, 1, 0, 0}))), "installed/done");
    }

    void aHostThatVanishesAfterTheRestartIsNotNeededForTheWayBack_data() { addModels(); }
    void aHostThatVanishesAfterTheRestartIsNotNeededForTheWayBack()
    {
        FETCH_BENCH();
        const Bytes file = bench.image({9, 0, 0, 0});
        bench.endAt(Stage::WaitReturn);
        QCOMPARE(endOf(bench.install(file)), "unfinished/wait-return/retry/why");
        bench.simulated.advance(12min); // the trial is over after ten
        const Outcome later = bench.goOn(file);
        QCOMPARE(endOf(later), "rolled-back/rolled-back/why");
        QCOMPARE(bench.runningNow().hash, bench.factory.hash);
    }

    void anOlderFirmwareNeedsConsentAndTheWayBackDoesNot_data() { addModels(); }
    void anOlderFirmwareNeedsConsentAndTheWayBackDoesNot()
    {
        FETCH_BENCH();
        const Bytes old = bench.image({0, 1, 0, 0});
        QCOMPARE(endOf(bench.install(old)), "not-changed/query/why");
        QCOMPARE(endOf(bench.install(old, Consent::Downgrade)), "installed/done");
        QVERIFY(bench.runsForGood(old));
        const Outcome back = bench.goBack();
        QCOMPARE(endOf(back), "went-back/done");
        QCOMPARE(bench.runningNow().hash, bench.factory.hash);
        QCOMPARE(endOf(bench.goBack()), "not-changed/query/why");
        QCOMPARE(endOf(bench.goBack(Consent::Downgrade)), "went-back/done");
        QVERIFY(bench.runsForGood(old));
    }

    void aTrialIsEndedByGoingBack_data() { addModels(); }
    void aTrialIsEndedByGoingBack()
    {
        FETCH_BENCH();
        bench.endAt(Stage::WaitReturn);
        bench.install(bench.image({9, 0, 0, 0}));
        bench.simulated.advance(1min);
        bench.onProgress = {};
        bench.journal.fails = {};
        bench.line.programEnds = false;
        QVERIFY(bench.line.open().has_value());
        QVERIFY(!bench.runningNow().confirmed);
        QCOMPARE(endOf(bench.goBack()), "went-back/done");
        QVERIFY(bench.runningNow().hash == bench.factory.hash && bench.runningNow().confirmed);
    }

    void anAmpWithoutAnotherImageCannotGoBack()
    {
        Bench bench;
        QCOMPARE(endOf(bench.goBack(Consent::Downgrade)), "not-changed/query/why");
    }

    void aFileForTheOtherModelIsRefused()
    {
        Bench bench;
        const Outcome outcome = bench.install(simulatorImage(sim::Model::Dongle, {9, 0, 0, 0}, kSmall));
        QCOMPARE(endOf(outcome), "not-changed/verify/why");
        QVERIFY(bench.journal.records.empty());
    }

    void aCancelledTransferIsGoneOnWith_data() { addModels(); }
    void aCancelledTransferIsGoneOnWith()
    {
        FETCH_BENCH();
        const Bytes file = bench.image({9, 0, 0, 0});
        bench.onProgress = [&](const Progress &told) {
            if (told.taken > 5000)
                bench.cancel.request_stop();
        };
        QCOMPARE(endOf(bench.install(file)), "not-changed/upload/retry/why");
        QCOMPARE(bench.runningNow().hash, bench.factory.hash);
        bench.cancel = {};
        std::optional<std::size_t> first;
        bench.line.close();
        QVERIFY(bench.line.open().has_value());
        bench.onProgress = [&](const Progress &told) {
            if (told.size > 0 && !first)
                first = told.taken;
        };
        QCOMPARE(endOf(bench.run({Kind::Install, file, Consent::None, bench.journal.last()})), "installed/done");
        QVERIFY(first.value_or(0) > 5000);
    }

    void lostPowerDuringTheTransferCostsOnlyTime_data() { addModels(); }
    void lostPowerDuringTheTransferCostsOnlyTime()
    {
        FETCH_BENCH();
        const Bytes file = bench.image({9, 0, 0, 0});
        Instant off{};
        bench.onProgress = [&](const Progress &told) {
            if (told.taken > 5000 && off == Instant{}) {
                bench.control(R"({"do":"power","on":false})");
                off = bench.simulated.clock().now();
            }
        };
        bench.line.onWaiting = [&] {
            if (off != Instant{} && bench.simulated.clock().now() - off > 5s)
                bench.control(R"({"do":"power","on":true})");
        };
        QCOMPARE(endOf(bench.install(file)), "installed/done");
        QVERIFY(bench.runsForGood(file));
    }

    void lostPowerDuringTheExchangeIsOvercome_data() { addModels(); }
    void lostPowerDuringTheExchangeIsOvercome()
    {
        FETCH_BENCH();
        const Bytes file = bench.image({9, 0, 0, 0});
        bool cut = false, given = false;
        bench.onProgress = [&](const Progress &told) {
            if (told.stage == Stage::Reset)
                cut = bench.control(R"({"do":"power-cut","after":60})")[QStringLiteral("ok")].toBool();
        };
        bench.line.onWaiting = [&] {
            if (cut && !given && !bench.simulated.isPlugged()) {
                bench.simulated.advance(20s);
                given = bench.control(R"({"do":"power","on":true})")[QStringLiteral("ok")].toBool();
            }
        };
        QCOMPARE(endOf(bench.install(file)), "installed/done");
        QVERIFY(cut && given && bench.runsForGood(file));
    }

    void powerThatStaysAwayIsUnfinishedAndGoneOnWith()
    {
        Bench bench;
        const Bytes file = bench.image({9, 0, 0, 0});
        bench.onProgress = [&](const Progress &told) {
            if (told.stage == Stage::Reset)
                bench.control(R"({"do":"power-cut","after":60})");
        };
        QCOMPARE(endOf(bench.install(file)), "unfinished/wait-return/retry/why");
        bench.control(R"({"do":"power","on":true})");
        bench.simulated.advance(1min);
        QCOMPARE(endOf(bench.goOn(file)), "installed/done");
        QVERIFY(bench.runsForGood(file));
    }

    void aProgramThatEndsAtAnyStageIsGoneOnWith_data()
    {
        QTest::addColumn<int>("model");
        QTest::addColumn<int>("link");
        QTest::addColumn<int>("stage");
        for (const auto link : {sim::LinkKind::Serial, sim::LinkKind::Hid})
            for (int stage = static_cast<int>(Stage::Upload); stage <= static_cast<int>(Stage::Confirm); ++stage)
                QTest::addRow("%s, %s", link == sim::LinkKind::Hid ? "HID" : "serial", nameOf(static_cast<Stage>(stage)))
                    << static_cast<int>(sim::Model::Desktop) << static_cast<int>(link) << stage;
    }
    void aProgramThatEndsAtAnyStageIsGoneOnWith()
    {
        QFETCH(int, stage);
        FETCH_BENCH();
        const Bytes file = bench.image({9, 0, 0, 0});
        const auto last = static_cast<Stage>(stage);
        // Whatever the amp is told after this stage began is not known to the journal; that is the worst that an end of the program can leave.
        bench.journal.fails = [&](Stage now) { return now > last; };
        bench.onProgress = [&](const Progress &told) {
            bench.line.programEnds = told.stage >= last && told.stage >= Stage::Reset;
            if (told.stage == last && last == Stage::Upload && told.taken > 3000)
                bench.cancel.request_stop();
        };
        const Outcome cut = bench.install(file);
        QVERIFY(last < Stage::MarkTest ? cut.ending == Ending::NotChanged : cut.ending != Ending::RolledBack);
        bench.cancel = {};
        bench.simulated.advance(30s);
        QCOMPARE(endOf(bench.goOn(file)), "installed/done");
        QVERIFY(bench.runsForGood(file));
    }

    void anotherClientsLockIsRespected()
    {
        sim::Options options;
        options.links = {sim::LinkKind::Hid, sim::LinkKind::Serial};
        sim::SimulatedAmp simulated(options);
        SimulatedLine line(simulated, sim::LinkKind::Hid, 0), other(simulated, sim::LinkKind::Serial, 1);
        QVERIFY(line.open() && other.open());
        QVERIFY(other.amp()->firmware()->holdOthersBack(1min).has_value());
        MemoryJournal journal;
        const Bytes file = simulatorImage(sim::Model::Desktop, {9, 0, 0, 0}, kSmall);
        const Outcome outcome = firmware_update::run(line, {Kind::Install, file, Consent::None, std::nullopt}, journal, {}, {});
        QCOMPARE(endOf(outcome), "not-changed/query/retry/why");
        QCOMPARE(outcome.why->code, Errc::Locked);
        QVERIFY(other.amp()->firmware()->letOthersWrite().has_value());
        QCOMPARE(endOf(firmware_update::run(line, {Kind::Install, file, Consent::None, std::nullopt}, journal, {}, {})), "installed/done");
    }

    void aProtectionPutsTheUpdateOff()
    {
        Bench bench;
        bench.control(R"({"do":"protection","dc":true})");
        bench.simulated.advance(1s);
        QCOMPARE(endOf(bench.install(bench.image({9, 0, 0, 0}))), "not-changed/query/retry/why");
    }
};

QTEST_APPLESS_MAIN(FirmwareUpdateSimulatedTest)
#include "firmware_update_simulated_test.moc"
