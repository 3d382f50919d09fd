// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/firmware/image_writer.h"
#include "devices/firmware/transfer_rate.h"
#include "devices/firmware/update.h"
#include "tests/support/fake_updatable.h"
#include "tests/support/memory_journal.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace gainstage::firmware_update;
using namespace std::chrono_literals;
using firmware_file::Consent;

namespace {

const firmware_file::SecretKey kMaker({1}), kStranger({2});

Bytes imageOf(firmware_file::ImageVersion version, std::uint8_t filling = 0x5a, const firmware_file::SecretKey &key = kMaker)
{
    firmware_file::ImagePlan plan;
    plan.payload = Bytes(6000, filling);
    plan.version = version;
    plan.securityCounter = 1;
    plan.vendor = firmware_file::vendorUuid("amp.example.org");
    plan.classId = firmware_file::classUuid(plan.vendor, "fake-a");
    return *firmware_file::signImage(*firmware_file::writeSignedPart(plan), key);
}

SlotImage slotOf(int slot, const Bytes &file)
{
    const auto image = firmware_file::parseImage(file);
    return {slot, image->part.version.text(), image->hash, slot == 0, slot == 0, false, false, true};
}

const Bytes kOld = imageOf({1, 1, 0, 0}), kNow = imageOf({1, 2, 0, 0}), kNew = imageOf({1, 3, 0, 0}), kTwin = imageOf({1, 2, 0, 0}, 0x77);

firmware_file::Sha256 hashOf(const Bytes &file)
{
    return firmware_file::parseImage(file)->hash;
}

/// An amp that runs 1.2.0, and what an update of it says.
struct Bench {
    Bench()
    {
        device.running = slotOf(0, kNow);
        device.identity = FirmwareIdentity{firmware_file::vendorUuid("amp.example.org"),
                                           firmware_file::classUuid(firmware_file::vendorUuid("amp.example.org"), "fake-a"),
                                           1,
                                           {kMaker.publicKey()},
                                           std::nullopt};
    }

    FakeUpdatable device;
    MemoryJournal journal;
    std::vector<Progress> progress;
    std::stop_source cancel;
    std::function<void(const Progress &)> onProgress;
    std::optional<FakeLine> line;

    Outcome run(Order order)
    {
        if (!line)
            line.emplace(device);
        const Listener listener = [this](const Progress &told) {
            progress.push_back(told);
            if (onProgress)
                onProgress(told);
        };
        return firmware_update::run(*line, order, journal, listener, cancel.get_token());
    }
    Outcome install(const Bytes &file, Consent consent = Consent::None) { return run({Kind::Install, file, consent, std::nullopt}); }
    Outcome goBack(Consent consent = Consent::None) { return run({Kind::GoBack, {}, consent, std::nullopt}); }
    Outcome resume(const Record &record, const Bytes &file = kNew) { return run({record.kind, file, Consent::None, record}); }
    /// What the journal of an update from kNow to kNew says at a stage.
    static Record record(Stage stage)
    {
        return {Kind::Install, stage, firmware_file::sha256(kNew), hashOf(kNew), hashOf(kNow), "1.2.0", "1.3.0", false};
    }
    std::vector<Stage> stages() const
    {
        std::vector<Stage> list;
        for (const Progress &told : progress)
            if (list.empty() || list.back() != told.stage)
                list.push_back(told.stage);
        return list;
    }
    void putOnTrial()
    {
        device.other = slotOf(1, kNow);
        device.other->confirmed = true;
        device.running = slotOf(0, kNew);
        device.running.confirmed = false;
    }
    bool runs(const Bytes &file) const { return device.running.hash == hashOf(file); }
    bool runsForGood(const Bytes &file) const { return runs(file) && device.running.confirmed; }
};

QByteArray asArray(const Bytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QByteArray endOf(const Outcome &outcome)
{
    return QByteArray(nameOf(outcome.ending)) + '/' + nameOf(outcome.stage) + (outcome.canRetry ? "/retry" : "") + (outcome.why ? "/why" : "");
}

} // namespace

class FirmwareUpdateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreThereAndBack()
    {
        for (int stage = 0; stage <= static_cast<int>(Stage::Failed); ++stage)
            QCOMPARE(stageFromName(nameOf(static_cast<Stage>(stage))), std::optional(static_cast<Stage>(stage)));
        QVERIFY(!stageFromName("verify "));
        QVERIFY(canCancel(Stage::CheckUploaded) && !canCancel(Stage::MarkTest));
    }

    void aNewerFirmwareIsInstalled()
    {
        Bench bench;
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "installed/done");
        QCOMPARE(outcome.runs, std::string("1.3.0"));
        QVERIFY(outcome.remarks.empty());
        QVERIFY(bench.runsForGood(kNew));
        const std::vector<Stage> all{Stage::Verify, Stage::Query,      Stage::Upload,        Stage::CheckUploaded, Stage::MarkTest,
                                     Stage::Reset,  Stage::WaitReturn, Stage::VerifyRunning, Stage::Confirm,       Stage::Done};
        QCOMPARE(bench.stages(), all);
        const std::vector<Stage> written(all.begin() + 2, all.end() - 1); // the first two only ask
        QCOMPARE(bench.journal.stages(), written);
        QCOMPARE(bench.journal.records.back(), Bench::record(Stage::Confirm));
        QCOMPARE(bench.device.onlyNewer, std::vector{true});
        for (const Progress &told : bench.progress)
            QCOMPARE(told.canCancel, told.stage < Stage::MarkTest);
    }

    void othersAreKeptFromWritingMeanwhile()
    {
        Bench bench;
        std::chrono::milliseconds held{0};
        bench.onProgress = [&](const Progress &told) {
            if (told.stage == Stage::Upload)
                held = bench.device.lockedFor;
        };
        bench.device.alwaysFails["test"] = Errc::Refused;
        bench.install(kNew);
        QVERIFY(held >= 1min && held <= 10min);
        QCOMPARE(bench.device.lockedFor, 0ms);
    }

    // The file.

    void aFileThatIsNotForThisAmpIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("stranger's key") << asArray(imageOf({1, 3, 0, 0}, 1, kStranger));
        QTest::newRow("no image") << QByteArray("nothing");
        Bytes damaged = kNew;
        damaged[100] ^= 1;
        QTest::newRow("damaged") << asArray(damaged);
        QTest::newRow("empty") << QByteArray();
    }
    void aFileThatIsNotForThisAmpIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(QByteArray, file);
        Bench bench;
        const Outcome outcome = bench.install(Bytes(file.begin(), file.end()));
        QCOMPARE(endOf(outcome), "not-changed/verify/why");
        QCOMPARE(outcome.why->sentence, outcome.inspection.refusal()->remark->sentence);
        QVERIFY(!bench.device.wasChanged() && bench.journal.records.empty());
        QCOMPARE(bench.stages().back(), Stage::Failed);
    }

    void whatTheAmpDoesNotTellIsNeverTakenForPassed_data()
    {
        QTest::addColumn<QByteArray>("silent");
        for (const char *call : {"identity", "largest", "images"})
            QTest::newRow(call) << QByteArray(call);
    }
    void whatTheAmpDoesNotTellIsNeverTakenForPassed()
    {
        QFETCH(QByteArray, silent);
        Bench bench;
        bench.device.alwaysFails[silent.toStdString()] = Errc::Unsupported;
        QCOMPARE(endOf(bench.install(kNew)), "not-changed/verify/why");
        QVERIFY(!bench.device.wasChanged());
    }

    void lookingHandsRealErrorsOn()
    {
        Bench bench;
        bench.device.alwaysFails["identity"] = Errc::Timeout;
        FakeLine line(bench.device);
        QCOMPARE(look(*line.amp()->firmware()).error().code, Errc::Timeout);
        QCOMPARE(endOf(bench.install(kNew)), "not-changed/verify/retry/why");
    }

    void factsAreTheAmpsOwn()
    {
        Bench bench;
        bench.device.running.version = "1.2.0.7";
        FakeLine line(bench.device);
        const auto view = look(*line.amp()->firmware());
        QVERIFY(view.has_value());
        QCOMPARE(view->facts.version->fullText(), std::string("1.2.0+7"));
        QCOMPARE(*view->facts.imageHash, hashOf(kNow));
        QCOMPARE(*view->facts.securityCounter, 1U);
        QCOMPARE(*view->facts.slotSize, std::size_t{1} << 20U);
    }

    void whatIsNotNewerNeedsExactlyItsConsent_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("needed");
        QTest::newRow("older") << asArray(kOld) << static_cast<int>(Consent::Downgrade);
        QTest::newRow("same number") << asArray(kTwin) << static_cast<int>(Consent::SameVersion);
    }
    void whatIsNotNewerNeedsExactlyItsConsent()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, needed);
        const Bytes image(file.begin(), file.end());
        for (const Consent given : {Consent::None, Consent::Reinstall, Consent::SameVersion, Consent::Downgrade}) {
            Bench bench;
            const Outcome outcome = bench.install(image, given);
            if (static_cast<int>(given) == needed) {
                QCOMPARE(endOf(outcome), "installed/done");
                QVERIFY(bench.runsForGood(image) && bench.journal.records.front().consent);
                QCOMPARE(bench.device.onlyNewer, std::vector{false});
            } else {
                QCOMPARE(endOf(outcome), "not-changed/query/why");
                QCOMPARE(outcome.why->code, Errc::Conflict);
                QVERIFY(!bench.device.wasChanged());
            }
        }
    }

    void theImageThatRunsIsNotInstalledAgain()
    {
        Bench bench;
        const Outcome plain = bench.install(kNow);
        QCOMPARE(endOf(plain), "already-installed/done");
        QVERIFY(plain.remarks.empty());
        QCOMPARE(plain.runs, std::string("1.2.0"));
        const Outcome agreed = bench.install(kNow, Consent::Reinstall);
        QCOMPARE(endOf(agreed), "already-installed/done");
        QCOMPARE(agreed.remarks.size(), 1U);
        QVERIFY(!bench.device.wasChanged() && bench.journal.records.empty());
    }

    // The amp's state.

    void anAmpThatIsNotReadyIsLeftAlone_data()
    {
        QTest::addColumn<std::function<void(Bench &)>>("obstacle");
        const auto row = [](const char *name, std::function<void(Bench &)> obstacle) { QTest::newRow(name) << obstacle; };
        row("another update waits", [](Bench &bench) {
            bench.device.other = slotOf(1, kOld);
            bench.device.other->pending = true;
        });
        row("another image is on trial", [](Bench &bench) {
            bench.device.running.confirmed = false;
            bench.device.other = slotOf(1, kOld);
        });
        row("a protection", [](Bench &bench) { bench.device.state.protection.thermal = true; });
        row("another client's lock", [](Bench &bench) { bench.device.alwaysFails["hold"] = Errc::Locked; });
        row("silence", [](Bench &bench) { bench.device.alwaysFails["read"] = Errc::Timeout; });
    }
    void anAmpThatIsNotReadyIsLeftAlone()
    {
        QFETCH(std::function<void(Bench &)>, obstacle);
        Bench bench;
        obstacle(bench);
        QCOMPARE(endOf(bench.install(kNew)), "not-changed/query/retry/why");
        QVERIFY(!bench.device.wasChanged() && bench.journal.records.empty());
    }

    void anAmpWithoutALockIsUpdatedAllTheSame()
    {
        Bench bench;
        bench.device.alwaysFails["hold"] = Errc::Unsupported;
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
    }

    void theLockThatABrokenUpdateLeftBehindIsNoObstacleToGoingOn()
    {
        Bench bench;
        bench.device.alwaysFails["hold"] = Errc::Locked;
        const Outcome outcome = bench.resume(Bench::record(Stage::Upload));
        QCOMPARE(endOf(outcome), "installed/done");
        QVERIFY(outcome.remarks.empty());
    }

    void anAmpWhoseFirmwareCannotBeUpdatedSaysSo()
    {
        Bench bench;
        bench.device.isUpdatable = false;
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "not-changed/verify/why");
        QCOMPARE(outcome.why->code, Errc::Unsupported);
    }

    // The journal.

    void withoutAJournalNothingIsSent()
    {
        Bench bench;
        bench.journal.fails = [](Stage) { return true; };
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(outcome.ending, Ending::NotChanged);
        QCOMPARE(outcome.why->code, Errc::FileIo);
        QVERIFY(!bench.device.wasChanged());
        QCOMPARE(bench.device.lockedFor, 0ms);
    }

    void beforeTheMarkAFailingJournalEndsTheUpdate()
    {
        Bench bench;
        bench.journal.fails = [](Stage stage) { return stage == Stage::MarkTest; };
        QCOMPARE(bench.install(kNew).ending, Ending::NotChanged);
        QCOMPARE(bench.device.count("test"), 0);
    }

    void afterTheMarkAFailingJournalIsARemark()
    {
        Bench bench;
        bench.journal.fails = [](Stage stage) { return stage > Stage::MarkTest; };
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "installed/done");
        QCOMPARE(outcome.remarks.size(), 1U);
        QCOMPARE(bench.journal.records.back().stage, Stage::MarkTest);
    }

    // The transfer.

    void aLostWireIsFoundAgainAndTheTransferGoesOn()
    {
        Bench bench;
        bench.device.uploadBreaks = {{2000, Errc::Disconnected}, {4000, Errc::Timeout}};
        bench.device.comesBackAfter = 20s;
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
        QCOMPARE(bench.device.uploadedFrom, (std::vector<std::size_t>{0, 2000, 4000}));
        QCOMPARE(bench.journal.stages().front(), Stage::Upload);
    }

    void anAmpThatStaysAwayCanBeGoneOnWithLater()
    {
        Bench bench;
        bench.device.uploadBreaks = {{2000, Errc::Disconnected}};
        bench.device.comesBackAfter = 10min;
        const Instant begun = bench.device.clock.now();
        QCOMPARE(endOf(bench.install(kNew)), "not-changed/upload/retry/why");
        QVERIFY(bench.device.clock.now() - begun < 70s);
        QCOMPARE(bench.journal.last()->stage, Stage::Upload);
        bench.device.clock.advance(10min);
        bench.line->close();
        QVERIFY(bench.line->open().has_value());
        QCOMPARE(endOf(bench.resume(*bench.journal.last())), "installed/done");
        QCOMPARE(bench.device.uploadedFrom, (std::vector<std::size_t>{0, 2000}));
    }

    void attemptsThatLeadNowhereEnd()
    {
        Bench bench;
        bench.device.alwaysFails["upload"] = Errc::Timeout;
        QCOMPARE(endOf(bench.install(kNew)), "not-changed/upload/retry/why");
        QCOMPARE(bench.device.count("upload"), 4);
    }

    void aTransferThatTheAmpFindsDamagedIsMadeAgain()
    {
        Bench bench;
        bench.device.uploadBreaks = {{6000, Errc::NotVerified}};
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
        QCOMPARE(bench.device.uploadedFrom, (std::vector<std::size_t>{0, 0}));
    }

    void aRefusedTransferEnds()
    {
        Bench bench;
        bench.device.alwaysFails["upload"] = Errc::Refused;
        QCOMPARE(endOf(bench.install(kNew)), "not-changed/upload/why");
        QCOMPARE(bench.device.count("upload"), 1);
        QCOMPARE(bench.device.lockedFor, 0ms);
    }

    void cancellingStopsTheTransfer()
    {
        Bench bench;
        bench.onProgress = [&](const Progress &told) {
            if (told.taken >= 2000)
                bench.cancel.request_stop();
        };
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "not-changed/upload/retry/why");
        QCOMPARE(outcome.why->code, Errc::Cancelled);
        QCOMPARE(bench.device.lockedFor, 0ms);
        QVERIFY(bench.runsForGood(kNow));
    }

    void cancellingStopsTheWaitForALostAmp()
    {
        Bench bench;
        bench.device.uploadBreaks = {{2000, Errc::Disconnected}};
        bench.device.comesBackAfter = 10min;
        bench.line.emplace(bench.device);
        bench.line->onPause = [&] { bench.cancel.request_stop(); };
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "not-changed/upload/retry/why");
        QCOMPARE(outcome.why->code, Errc::Cancelled);
    }

    void cancellingIsNotHeededAfterTheMark()
    {
        for (const Stage stage : {Stage::MarkTest, Stage::Reset, Stage::WaitReturn, Stage::VerifyRunning, Stage::Confirm}) {
            Bench bench;
            bench.onProgress = [&](const Progress &told) {
                if (told.stage == stage)
                    bench.cancel.request_stop();
            };
            QCOMPARE(endOf(bench.install(kNew)), "installed/done");
        }
    }

    void progressIsToldInMeasureAndTellsSpeedAndTime()
    {
        Bench bench;
        firmware_file::ImagePlan plan;
        plan.payload = Bytes(300000, 1);
        plan.version = {1, 4, 0, 0};
        plan.securityCounter = 1;
        plan.vendor = *bench.device.identity->vendor;
        plan.classId = *bench.device.identity->classId;
        const Bytes file = *firmware_file::signImage(*firmware_file::writeSignedPart(plan), kMaker);
        QCOMPARE(endOf(bench.install(file)), "installed/done"); // in pieces of 1000 bytes per 20 ms
        std::vector<Progress> told;
        std::ranges::copy_if(bench.progress, std::back_inserter(told), [](const Progress &one) { return one.size > 0; });
        QVERIFY(told.size() >= 55 && told.size() <= 65);
        const Progress &middle = told[told.size() / 2];
        QCOMPARE(middle.size, file.size());
        QVERIFY(qAbs(middle.bytesPerSecond - 50000) < 100);
        const double expected = static_cast<double>(middle.size - middle.taken) / 50.0; // ms
        QVERIFY(middle.remaining && qAbs(static_cast<double>(middle.remaining->count()) - expected) < 20);
        QVERIFY(!told.front().remaining && told.front().bytesPerSecond == 0);
        QCOMPARE(told.back().taken, file.size());
        QCOMPARE(*told.back().remaining, 0ms);
    }

    void theRateForgetsWhatIsLongAgo()
    {
        TransferRate rate;
        Instant now{};
        QVERIFY(!rate.timeFor(1));
        for (int i = 0; i <= 100; ++i, now += 100ms)
            rate.add(now, static_cast<std::size_t>(i) * 100);
        QCOMPARE(rate.bytesPerSecond(), 1000.0);
        for (int i = 1; i <= 30; ++i, now += 100ms)
            rate.add(now, 10000 + static_cast<std::size_t>(i) * 1000);
        QCOMPARE(rate.bytesPerSecond(), 10000.0);
        QCOMPARE(*rate.timeFor(5000), 500ms);
        rate.add(now, 0); // the amp begins anew
        QCOMPARE(rate.bytesPerSecond(), 0.0);
    }

    void whatLiesInTheSlotAlreadyIsNotSentAgain()
    {
        Bench bench;
        bench.device.other = slotOf(1, kNew);
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
        QCOMPARE(bench.device.count("upload"), 0);
    }

    void whatCannotStartIsSentAgain()
    {
        Bench bench;
        bench.device.other = slotOf(1, kNew);
        bench.device.other->bootable = false;
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
        QCOMPARE(bench.device.count("upload"), 1);
    }

    void anAmpThatHoldsSomethingElseInTheEndIsNotAskedToRunIt()
    {
        Bench bench;
        bench.onProgress = [&](const Progress &told) {
            if (told.stage == Stage::CheckUploaded)
                bench.device.other = slotOf(1, kOld);
        };
        QCOMPARE(endOf(bench.install(kNew)), "not-changed/upload/retry/why");
        QCOMPARE(bench.device.count("upload"), 2);
        QCOMPARE(bench.device.count("test"), 0);
    }

    // Mark and restart.

    void aLostAnswerToTheMarkIsLookedUp_data()
    {
        QTest::addColumn<bool>("heard");
        QTest::addColumn<int>("asked");
        QTest::newRow("heard") << true << 1;
        QTest::newRow("not heard") << false << 2;
    }
    void aLostAnswerToTheMarkIsLookedUp()
    {
        QFETCH(bool, heard);
        QFETCH(int, asked);
        Bench bench;
        bench.device.mishaps["test"] = {{Errc::NotVerified, heard}};
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
        QCOMPARE(bench.device.count("test"), asked);
    }

    void aMarkThatTheAmpRefusesChangesNothing()
    {
        Bench bench;
        bench.device.alwaysFails["test"] = Errc::Refused;
        QCOMPARE(endOf(bench.install(kNew)), "not-changed/mark-test/why");
        QCOMPARE(bench.device.count("test"), 1);
        QCOMPARE(bench.device.count("restart"), 0);
    }

    void anOldCopyThatTheAmpRefusesIsSentAnew()
    {
        Bench bench;
        bench.device.other = slotOf(1, kNew);
        bench.device.mishaps["test"] = {{Errc::Refused, false}};
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
        QCOMPARE(bench.device.count("upload"), 1);
    }

    void aLostAnswerToTheRestartIsLookedUp()
    {
        for (const bool heard : {true, false}) {
            Bench bench;
            bench.device.mishaps["restart"] = {{Errc::NotVerified, heard}};
            QCOMPARE(endOf(bench.install(kNew)), "installed/done");
            QCOMPARE(bench.device.count("restart"), heard ? 1 : 2);
        }
    }

    void anAmpThatDoesNotRestartIsLeftWithItsMark()
    {
        Bench bench;
        bench.device.nextStart = FakeUpdatable::Start::NeverHappens;
        QCOMPARE(endOf(bench.install(kNew)), "unfinished/reset/retry/why");
        QCOMPARE(bench.device.count("restart"), 3);
        QVERIFY(bench.runs(kNow) && bench.device.other->pending);
        bench.device.nextStart = FakeUpdatable::Start::Works;
        QCOMPARE(endOf(bench.resume(*bench.journal.last())), "installed/done");
    }

    void aRefusedRestartIsTold()
    {
        Bench bench;
        bench.device.alwaysFails["restart"] = Errc::Refused;
        QCOMPARE(endOf(bench.install(kNew)), "unfinished/reset/retry/why");
        QCOMPARE(bench.device.count("restart"), 1);
    }

    void anAmpThatDoesNotComeBackIsUnfinished()
    {
        Bench bench;
        bench.device.nextStart = FakeUpdatable::Start::StaysAway;
        const Instant begun = bench.device.clock.now();
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "unfinished/wait-return/retry/why");
        QVERIFY(outcome.runs.empty());
        const Duration waited = bench.device.clock.now() - begun;
        QVERIFY(waited >= 120s && waited < 135s);
        QCOMPARE(bench.journal.last()->stage, Stage::WaitReturn);
    }

    void largerSlotsMayTakeLonger()
    {
        Bench bench;
        bench.device.largest = 4U << 20U;
        bench.device.startTakes = 400s;
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
    }

    // The new firmware.

    void whatFailsItsSelfTestIsRolledBack()
    {
        Bench bench;
        bench.device.nextStart = FakeUpdatable::Start::FailsSelfTest;
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "rolled-back/rolled-back/why");
        QCOMPARE(outcome.why->facts, (std::vector<std::string>{"1.3.0", "1.2.0"}));
        QVERIFY(bench.runsForGood(kNow));
        QCOMPARE(outcome.runs, std::string("1.2.0"));
    }

    void whatTheBootLoaderDoesNotTakeIsRolledBackWithAnotherSentence()
    {
        Bench refused, failed;
        refused.device.nextStart = FakeUpdatable::Start::TakesNothing;
        failed.device.nextStart = FakeUpdatable::Start::FailsSelfTest;
        const Outcome one = refused.install(kNew), other = failed.install(kNew);
        QCOMPARE(endOf(one), "rolled-back/rolled-back/why");
        QVERIFY(QByteArray(one.why->sentence) != other.why->sentence);
    }

    void whatDoesNotDoItsWorkIsGivenUp()
    {
        for (const Errc code : {Errc::Refused, Errc::Timeout}) {
            Bench bench;
            bench.device.alwaysFails["prove"] = code;
            const Outcome outcome = bench.install(kNew);
            QCOMPARE(endOf(outcome), "rolled-back/rolled-back/why");
            QCOMPARE(outcome.why->code, code);
            QCOMPARE(bench.device.count("prove"), 3);
            QCOMPARE(bench.device.count("confirm"), 0);
            QVERIFY(bench.runsForGood(kNow));
        }
    }

    void anAmpThatNeedsAMomentIsGivenIt()
    {
        Bench bench;
        bench.device.mishaps["prove"] = {{Errc::Refused, false}, {Errc::Timeout, false}};
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
    }

    void whatDoesNotDoItsWorkAndCannotBeRestartedIsUnfinished()
    {
        Bench bench;
        bench.device.alwaysFails["prove"] = Errc::Refused;
        bench.onProgress = [&](const Progress &told) {
            if (told.stage == Stage::VerifyRunning)
                bench.device.nextStart = FakeUpdatable::Start::StaysAway;
        };
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "unfinished/wait-return/retry/why");
        QCOMPARE(outcome.remarks.back().code, Errc::Refused); // what prove() said
    }

    void anotherVersionThanWasWantedIsGivenUp()
    {
        Bench bench;
        bench.device.versionTold = "1.9.0";
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "rolled-back/rolled-back/why");
        QCOMPARE(outcome.why->facts, (std::vector<std::string>{"1.3.0", "1.9.0"}));
        bench.device.versionTold = "build of a Tuesday"; // cannot be compared
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
    }

    void aVersionThatCameOverWrongIsReadAgain()
    {
        Bench bench;
        bench.onProgress = [&](const Progress &told) {
            if (told.stage == Stage::WaitReturn)
                bench.device.versionTold = "1.9.0";
            if (told.stage == Stage::VerifyRunning)
                bench.device.versionTold.clear();
        };
        QCOMPARE(endOf(bench.install(kNew)), "installed/done");
    }

    void neitherOldNorNewIsToldAsSuch()
    {
        Bench bench;
        bench.onProgress = [&](const Progress &told) {
            if (told.stage != Stage::VerifyRunning)
                return;
            bench.device.running = slotOf(0, kOld);
            bench.device.other.reset();
        };
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "unfinished/verify-running/retry/why");
        QCOMPARE(outcome.why->code, Errc::Conflict);
    }

    void aLostAnswerToTheConfirmationIsLookedUp()
    {
        for (const bool heard : {true, false}) {
            Bench bench;
            bench.device.mishaps["confirm"] = {{Errc::NotVerified, heard}};
            QCOMPARE(endOf(bench.install(kNew)), "installed/done");
            QCOMPARE(bench.device.count("confirm"), heard ? 1 : 2);
        }
    }

    void aRefusedConfirmationLeavesItOpen()
    {
        Bench bench;
        bench.device.alwaysFails["confirm"] = Errc::Refused;
        QCOMPARE(endOf(bench.install(kNew)), "unfinished/confirm/retry/why");
        QVERIFY(bench.runs(kNew) && !bench.device.running.confirmed);
    }

    void answersThatContradictEachOtherAreNotBelieved()
    {
        Bench bench;
        int asked = 0;
        bench.device.beforeImages = [&] { bench.device.running.confirmed = ++asked % 2 == 0; };
        QCOMPARE(endOf(bench.install(kNew)), "not-changed/query/retry/why");
        QVERIFY(!bench.device.wasChanged());
    }

    // The end of the program.

    void theEndOfTheProgramEndsTheUpdateAtOnce_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("look") << QByteArray("identity") << QByteArray("not-changed/verify/retry/why");
        QTest::newRow("state") << QByteArray("read") << QByteArray("not-changed/query/retry/why");
        QTest::newRow("lock") << QByteArray("hold") << QByteArray("not-changed/query/retry/why");
        QTest::newRow("upload") << QByteArray("upload") << QByteArray("not-changed/upload/retry/why");
        QTest::newRow("mark") << QByteArray("test") << QByteArray("unfinished/mark-test/retry/why");
        QTest::newRow("restart") << QByteArray("restart") << QByteArray("unfinished/reset/retry/why");
        QTest::newRow("proof") << QByteArray("prove") << QByteArray("unfinished/verify-running/retry/why");
        QTest::newRow("confirmation") << QByteArray("confirm") << QByteArray("unfinished/confirm/retry/why");
    }
    void theEndOfTheProgramEndsTheUpdateAtOnce()
    {
        QFETCH(QByteArray, call);
        QFETCH(QByteArray, end);
        Bench bench;
        bench.device.alwaysFails[call.toStdString()] = Errc::Cancelled;
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), end);
        QCOMPARE(outcome.why->code, Errc::Cancelled);
        QCOMPARE(bench.device.count(call.toStdString()), 1);
        bench.device.alwaysFails.clear();
        if (const auto record = bench.journal.last())
            QCOMPARE(endOf(bench.resume(*record)), "installed/done");
    }

    void theEndOfTheProgramEndsWaiting()
    {
        Bench bench;
        bench.line.emplace(bench.device);
        bench.line->onPause = [&] { bench.line->programEnds = true; };
        const Outcome outcome = bench.install(kNew);
        QCOMPARE(endOf(outcome), "unfinished/wait-return/retry/why");
        QCOMPARE(outcome.why->code, Errc::Cancelled);
    }

    // Going on.

    void everyStageIsGoneOnWith()
    {
        for (int stage = static_cast<int>(Stage::Upload); stage <= static_cast<int>(Stage::Confirm); ++stage) {
            Bench bench;
            const auto last = static_cast<Stage>(stage);
            bench.journal.fails = [&](Stage now) { return now > last; }; // the program is gone: nothing is written any more
            bench.line.emplace(bench.device);
            bench.onProgress = [&](const Progress &told) { bench.line->programEnds = told.stage > last; };
            if (last < Stage::MarkTest)
                QCOMPARE(bench.install(kNew).ending, Ending::NotChanged);
            else
                bench.install(kNew);
            bench.journal.fails = {};
            bench.onProgress = {};
            bench.line.reset();
            bench.device.clock.advance(1min);
            const Outcome outcome = bench.resume(*bench.journal.last());
            QCOMPARE(endOf(outcome), "installed/done");
            QVERIFY(bench.runsForGood(kNew));
        }
    }

    void whatRunsForGoodIsDone()
    {
        Bench bench;
        bench.device.running = slotOf(0, kNew);
        bench.device.other = slotOf(1, kNow);
        QCOMPARE(endOf(bench.resume(Bench::record(Stage::Confirm))), "installed/done");
        QVERIFY(!bench.device.wasChanged());
        QCOMPARE(endOf(bench.install(kNew)), "already-installed/done");
    }

    void whatIsOnTrialIsProvenAndConfirmed()
    {
        for (const bool remembered : {true, false}) {
            Bench bench;
            bench.putOnTrial();
            QCOMPARE(endOf(remembered ? bench.resume(Bench::record(Stage::WaitReturn)) : bench.install(kNew)), "installed/done");
            QVERIFY(bench.runsForGood(kNew));
            QCOMPARE(bench.device.count("upload") + bench.device.count("restart"), 0);
            QCOMPARE(bench.journal.last()->from, std::string("1.2.0"));
        }
    }

    void whatIsOnTrialIsConfirmedThoughItTrustsOtherKeys()
    {
        Bench bench;
        bench.putOnTrial();
        bench.device.identity->keys = {kStranger.publicKey()};
        QCOMPARE(endOf(bench.resume(Bench::record(Stage::WaitReturn))), "installed/done");
        Bench back;
        back.device.identity->keys = {kStranger.publicKey()};
        back.device.other = slotOf(1, kNew);
        QCOMPARE(endOf(back.resume(Bench::record(Stage::MarkTest))), "not-changed/query/why");
        QVERIFY(!back.device.wasChanged());
    }

    void whatWaitsForTheStartIsStarted()
    {
        Bench bench;
        bench.device.other = slotOf(1, kNew);
        bench.device.other->pending = true;
        QCOMPARE(endOf(bench.resume(Bench::record(Stage::MarkTest))), "installed/done");
        QCOMPARE(bench.device.count("upload") + bench.device.count("test"), 0);
    }

    void anUpdateThatTheAmpGaveUpIsTold()
    {
        for (const Stage stage : {Stage::Reset, Stage::WaitReturn, Stage::VerifyRunning, Stage::Confirm}) {
            Bench bench;
            bench.device.other = slotOf(1, kNew);
            QCOMPARE(endOf(bench.resume(Bench::record(stage))), "rolled-back/rolled-back/why");
            QVERIFY(!bench.device.wasChanged());
        }
    }

    void theRecordOfAnotherImageDoesNotCount()
    {
        Bench bench;
        Record record = Bench::record(Stage::VerifyRunning);
        record.image = hashOf(kOld);
        record.consent = true;
        QCOMPARE(endOf(bench.resume(record)), "installed/done");
        QCOMPARE(bench.device.onlyNewer, std::vector{true});
    }

    void consentIsRememberedByTheRecord()
    {
        Bench bench;
        Record record = Bench::record(Stage::Upload);
        record.image = hashOf(kOld);
        record.to = "1.1.0";
        QCOMPARE(endOf(bench.resume(record, kOld)), "not-changed/query/why");
        record.consent = true;
        QCOMPARE(endOf(bench.resume(record, kOld)), "installed/done");
        QCOMPARE(bench.device.onlyNewer, std::vector{false});
    }

    void silenceAfterTheMarkIsUnfinished()
    {
        Bench bench;
        bench.device.alwaysFails["images"] = Errc::Timeout;
        QCOMPARE(endOf(bench.resume(Bench::record(Stage::Reset))), "unfinished/verify/retry/why");
        QCOMPARE(endOf(bench.resume(Bench::record(Stage::Upload))), "not-changed/verify/retry/why");
    }

    // Going back.

    void aTrialIsEndedByGoingBack()
    {
        Bench bench;
        bench.putOnTrial();
        const Outcome outcome = bench.goBack();
        QCOMPARE(endOf(outcome), "went-back/done");
        QVERIFY(bench.runsForGood(kNow));
        QCOMPARE(bench.device.count("test"), 0);
        QCOMPARE(bench.journal.stages().front(), Stage::Reset);
        QCOMPARE(outcome.runs, std::string("1.2.0"));
    }

    void anOlderFirmwareNeedsConsent()
    {
        Bench bench;
        bench.device.other = slotOf(1, kOld);
        for (const Consent wrong : {Consent::None, Consent::SameVersion, Consent::Reinstall}) {
            const Outcome refused = bench.goBack(wrong);
            QCOMPARE(endOf(refused), "not-changed/query/why");
            QCOMPARE(refused.why->code, Errc::Conflict);
        }
        QVERIFY(!bench.device.wasChanged());
        QCOMPARE(endOf(bench.goBack(Consent::Downgrade)), "went-back/done");
        QVERIFY(bench.runsForGood(kOld));
        QCOMPARE(bench.journal.stages(), (std::vector{Stage::MarkTest, Stage::Reset, Stage::WaitReturn, Stage::VerifyRunning, Stage::Confirm}));
    }

    void aNewerOneDoesNot()
    {
        Bench bench;
        bench.device.other = slotOf(1, kNew);
        QCOMPARE(endOf(bench.goBack()), "went-back/done");
        QVERIFY(bench.runsForGood(kNew));
    }

    void withoutAnotherImageThereIsNoWayBack()
    {
        Bench bench;
        const Outcome outcome = bench.goBack(Consent::Downgrade);
        QCOMPARE(endOf(outcome), "not-changed/query/why");
        QCOMPARE(outcome.why->code, Errc::NotFound);
    }

    void goingBackIsGoneOnWith_data()
    {
        QTest::addColumn<std::function<void(Bench &)>>("state");
        QTest::addColumn<QByteArray>("end");
        const auto row = [](const char *name, const char *end, std::function<void(Bench &)> state) {
            QTest::newRow(name) << state << QByteArray(end);
        };
        row("still on trial", "went-back/done", [](Bench &bench) { bench.putOnTrial(); });
        row("back", "went-back/done", [](Bench &bench) { bench.device.other = slotOf(1, kNew); });
        row("back on trial", "went-back/done", [](Bench &bench) {
            bench.device.running.confirmed = false;
            bench.device.other = slotOf(1, kNew);
            bench.device.other->confirmed = true;
        });
        row("waits for the start", "went-back/done", [](Bench &bench) {
            bench.device.running = slotOf(0, kNew);
            bench.device.other = slotOf(1, kNow);
            bench.device.other->pending = true;
        });
        row("given up", "rolled-back/rolled-back/why", [](Bench &bench) {
            bench.device.running = slotOf(0, kNew);
            bench.device.other = slotOf(1, kNow);
        });
        row("gone", "not-changed/query/why", [](Bench &bench) { bench.device.running = slotOf(0, kOld); });
    }
    void goingBackIsGoneOnWith()
    {
        QFETCH(std::function<void(Bench &)>, state);
        QFETCH(QByteArray, end);
        Bench bench;
        state(bench);
        Record record{Kind::GoBack, Stage::Reset, {}, hashOf(kNow), hashOf(kNew), "1.3.0", "1.2.0", true};
        const Outcome outcome = bench.resume(record, {});
        QCOMPARE(endOf(outcome), end);
        if (outcome.ending == Ending::WentBack)
            QVERIFY(bench.runsForGood(kNow));
    }

    void theAmpIsOpenInTheEnd()
    {
        Bench bench;
        bench.device.uploadBreaks.assign(5, {1000, Errc::Disconnected});
        QCOMPARE(bench.install(kNew).ending, Ending::NotChanged);
        QVERIFY(bench.line->amp() != nullptr);
        Bench closed;
        closed.line.emplace(closed.device);
        closed.line->close();
        QCOMPARE(endOf(closed.install(kNew)), "not-changed/verify/retry/why");
        QVERIFY(closed.line->amp() != nullptr);
    }
};

QTEST_APPLESS_MAIN(FirmwareUpdateTest)
#include "firmware_update_test.moc"
