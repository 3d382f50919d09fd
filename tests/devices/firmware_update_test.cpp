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
};

QTEST_APPLESS_MAIN(FirmwareUpdateTest)
#include "firmware_update_test.moc"
