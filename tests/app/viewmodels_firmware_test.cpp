// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/viewmodels/window_model.h"
#include "tests/app/fake_firmware.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

using View = FirmwareModel::View;

/// Everything below the window, on a fake amp that can be updated.
struct House {
    House()
    {
        ports.setList({fakePort()});
        model.setLocale(QLocale(QLocale::English));
    }

    FirmwareModel &firmware() { return model.chosen()->firmware; }
    bool open()
    {
        return QTest::qWaitFor([this] { return model.chosen() && model.chosen()->page.link().kind == LinkState::Kind::Ready; });
    }
    bool watch()
    {
        firmware().setWatched(true);
        return idle();
    }
    bool idle()
    {
        return QTest::qWaitFor([this] { return firmware().view() != View::Reading && firmware().isIdle(); });
    }
    bool ended()
    {
        return QTest::qWaitFor([this] { return firmware().ended() && firmware().isIdle(); }, 20000);
    }
    bool choose(const FirmwarePlan &plan)
    {
        firmware().choose(*writeFirmware(folder.path(), u"new.img"_s, makeImage(plan)));
        return idle() && firmware().chosen();
    }
    int asked() const
    {
        const std::scoped_lock lock(slots.mutex);
        return slots.asked;
    }

    QTemporaryDir folder;
    FakeDevice device{fakeDescription(), fakeState()};
    FakeSlots slots;
    FakeUpdatableFamily family{device, slots};
    const Family *families[1] = {&family};
    FakePorts ports;
    AmpFinder finder{families, ports};
    Amps amps{finder, {folder.filePath(u"presets"_s), folder.filePath(u"history"_s), folder.filePath(u"cache"_s)}};
    PresetStore store{folder.filePath(u"presets"_s)};
    Preferences preferences{folder.filePath(u"gainstage.ini"_s)};
    Simulator simulator{folder.filePath(u"no-such-program"_s), folder.filePath(u"flash"_s)};
    WindowModel model{amps, store, preferences, simulator, folder.filePath(u"updates"_s)};
};

FirmwarePlan plan(std::uint8_t minor)
{
    FirmwarePlan plan;
    plan.version = {1, minor, 0, 0};
    return plan;
}

std::vector<QString> texts(const std::vector<FirmwareModel::Item> &items, FirmwareModel::Mark mark)
{
    std::vector<QString> found;
    for (const auto &item : items) {
        if (item.mark == mark)
            found.push_back(item.text);
    }
    return found;
}

} // namespace

class FirmwareModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theAmpIsAskedOnlyWhileSomebodyLooks();
    void anAmpWithoutSlotsIsNamedAsSuch();
    void whatRunsIsShown();
    void everyCheckHasItsVerdict();
    void whatCannotBeReadIsSaid();
    void anOlderVersionIsInstalledOnlyWithConsent();
    void theSameFirmwareIsNotInstalledAgain();
    void settingsRestWhileTheFirmwareIsUpdated();
    void anUpdateOutlivesAnotherLanguage();
    void aCancelledUpdateIsOfferedAgainAndCanBeDiscarded();
    void firmwareThatTheAmpGivesUpIsTold();
    void anImageOnTrialCanBeKept();
    void goingBackIsOfferedAndDone();
    void onlyTheNewestNewsIsHeard();
};

void FirmwareModelTest::theAmpIsAskedOnlyWhileSomebodyLooks()
{
    House house;
    QVERIFY(house.open());
    QCOMPARE(house.firmware().view(), View::Reading);
    QCOMPARE(house.asked(), 0);
    QVERIFY(house.watch());
    QCOMPARE(house.asked(), 1);
    house.device.turn(kVolume, {-5000});
    QTRY_COMPARE(house.model.chosen()->page.find(Role::Volume)->value(), Value{-5000});
    house.firmware().setWatched(false);
    house.firmware().setWatched(true);
    QCOMPARE(house.asked(), 1);
}

void FirmwareModelTest::anAmpWithoutSlotsIsNamedAsSuch()
{
    House house;
    house.slots.supported = false;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    QCOMPARE(house.firmware().view(), View::Unsupported);
}

void FirmwareModelTest::whatRunsIsShown()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    QCOMPARE(house.firmware().view(), View::Showing);
    const auto rows = house.firmware().rows();
    QCOMPARE(rows[0], (FirmwareModel::Row{u"Version"_s, u"1.4.0"_s}));
    QCOMPARE(rows[1], (FirmwareModel::Row{u"State"_s, u"confirmed"_s}));
    QCOMPARE(rows[2], (FirmwareModel::Row{u"In reserve"_s, u"empty"_s}));
    QCOMPARE(house.firmware().remark(), QString());
    QVERIFY(house.firmware().versionBefore().isEmpty());
}

void FirmwareModelTest::everyCheckHasItsVerdict()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    FirmwarePlan foreign = plan(3);
    foreign.device = "reference-dongle-a";
    QVERIFY(house.choose(foreign));
    const auto chosen = house.firmware().chosen();
    QVERIFY(!chosen->isAcceptable);
    QCOMPARE(chosen->name, u"new.img"_s);
    QCOMPARE(chosen->versions, u"1.4.0 → 1.3.0"_s);
    QCOMPARE(texts(chosen->checks, FirmwareModel::Mark::Refused), (std::vector<QString>{u"Made for this amp"_s}));
    QCOMPARE(texts(chosen->checks, FirmwareModel::Mark::Attention), (std::vector<QString>{u"Version"_s}));
    QCOMPARE(texts(chosen->checks, FirmwareModel::Mark::Passed).size(), 6U);
    const auto refused = std::ranges::find(chosen->checks, FirmwareModel::Mark::Refused, &FirmwareModel::Item::mark);
    QCOMPARE(refused->remark, u"It is for another amp."_s);
    QVERIFY(refused->detail.contains(u"class UUID"_s));
    house.firmware().install(true);
    QVERIFY(!house.firmware().isUpdating());
}

void FirmwareModelTest::whatCannotBeReadIsSaid()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    house.firmware().choose(house.folder.filePath(u"nothing.img"_s));
    QVERIFY(house.firmware().problem().contains(u"nothing.img"_s));
    QFile large(house.folder.filePath(u"large.img"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize((16 << 20) + 1));
    house.firmware().choose(large.fileName());
    QVERIFY(house.firmware().problem().contains(u"16"_s));
    QVERIFY(!house.firmware().chosen());
    QVERIFY(house.choose(plan(5)));
    QCOMPARE(house.firmware().problem(), QString());
}

void FirmwareModelTest::anOlderVersionIsInstalledOnlyWithConsent()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    QVERIFY(house.choose(plan(3)));
    QVERIFY(!house.firmware().chosen()->consent.isEmpty());
    house.firmware().install(false);
    QVERIFY(!house.firmware().isUpdating());
    house.firmware().install(true);
    QVERIFY(house.ended());
    QCOMPARE(house.firmware().ended()->title, u"Version 1.3.0 is installed"_s);
}

void FirmwareModelTest::theSameFirmwareIsNotInstalledAgain()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    QVERIFY(house.choose(plan(5)));
    house.firmware().install(false);
    QVERIFY(house.ended());
    QVERIFY(house.choose(plan(5)));
    QVERIFY(!house.firmware().chosen()->obstacle.isEmpty());
    QCOMPARE(house.firmware().chosen()->consent, QString());
}

void FirmwareModelTest::settingsRestWhileTheFirmwareIsUpdated()
{
    std::latch halfway{1};
    House house;
    house.slots.halfway = &halfway;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    QVERIFY(house.choose(plan(5)));
    house.firmware().install(false);
    QTRY_VERIFY(house.firmware().running() && house.firmware().running()->percent == 50);
    const auto running = house.firmware().running();
    QCOMPARE(running->title, u"Updating to version 1.5.0"_s);
    QCOMPARE(texts(running->steps, FirmwareModel::Mark::Now), (std::vector<QString>{u"Send the firmware to the amp"_s}));
    QCOMPARE(texts(running->steps, FirmwareModel::Mark::Passed).size(), 2U);
    QVERIFY(running->canCancel);
    QCOMPARE(house.firmware().remark(), u"50\u202f%"_s);
    QVERIFY(house.model.update());
    QVERIFY(!house.model.chosen()->page.find(Role::Volume)->isEnabled());
    QVERIFY(!house.model.chosen()->setup.canMute());
    QVERIFY(!house.model.chosen()->presets.canSave());
    halfway.count_down();
    QVERIFY(house.ended());
    QVERIFY(!house.model.update());
    QVERIFY(house.model.chosen()->page.find(Role::Volume)->isEnabled());
    const auto ended = house.firmware().ended();
    QCOMPARE(ended->kind, FirmwareModel::Ended::Kind::Good);
    QCOMPARE(ended->title, u"Version 1.5.0 is installed"_s);
    QVERIFY(ended->differences.empty() && !ended->canRestore);
    QCOMPARE(house.firmware().rows()[0].value, u"1.5.0"_s);
    QCOMPARE(house.firmware().versionBefore(), u"1.4.0"_s);
}

void FirmwareModelTest::anUpdateOutlivesAnotherLanguage()
{
    std::latch halfway{1};
    House house;
    house.slots.halfway = &halfway;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    QVERIFY(house.choose(plan(5)));
    house.firmware().install(false);
    QTRY_VERIFY(house.firmware().running() && house.firmware().running()->percent == 50);
    house.model.setLocale(QLocale(QLocale::German));
    QVERIFY(house.firmware().running() && house.firmware().running()->percent == 50);
    halfway.count_down();
    QVERIFY(house.ended());
}

void FirmwareModelTest::aCancelledUpdateIsOfferedAgainAndCanBeDiscarded()
{
    std::latch halfway{1};
    House house;
    house.slots.halfway = &halfway;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    QVERIFY(house.choose(plan(5)));
    house.firmware().install(false);
    QTRY_VERIFY(house.firmware().running() && house.firmware().running()->percent == 50);
    house.firmware().cancel();
    QVERIFY(house.firmware().running()->isCancelling && !house.firmware().running()->canCancel);
    halfway.count_down();
    QVERIFY(house.ended());
    QCOMPARE(house.firmware().ended()->title, u"The update was cancelled"_s);
    QCOMPARE(house.firmware().remark(), u"interrupted"_s);
    QVERIFY(house.firmware().interrupted()->canDrop);
    house.firmware().drop();
    QVERIFY(!house.firmware().interrupted());
    QCOMPARE(house.firmware().remark(), QString());
}

void FirmwareModelTest::firmwareThatTheAmpGivesUpIsTold()
{
    House house;
    house.slots.works = false;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    QVERIFY(house.choose(plan(5)));
    house.firmware().install(false);
    QVERIFY(house.ended());
    QCOMPARE(house.firmware().ended()->kind, FirmwareModel::Ended::Kind::Bad);
    QCOMPARE(house.firmware().ended()->title, u"The amp went back to version 1.4.0"_s);
    house.firmware().dismiss();
    QVERIFY(!house.firmware().ended());
}

void FirmwareModelTest::anImageOnTrialCanBeKept()
{
    House house;
    house.slots.running.confirmed = false;
    QVERIFY(house.open());
    QVERIFY(house.watch());
    QVERIFY(house.firmware().isOnTrial());
    QCOMPARE(house.firmware().remark(), u"on trial"_s);
    QVERIFY(house.choose(plan(5)));
    QVERIFY(!house.firmware().chosen()->obstacle.isEmpty());
    house.firmware().keep();
    QTRY_VERIFY(!house.firmware().isOnTrial());
    QVERIFY(house.idle());
    QVERIFY(house.firmware().chosen()->obstacle.isEmpty());
}

void FirmwareModelTest::goingBackIsOfferedAndDone()
{
    House house;
    house.slots.other = SlotImage{1, "1.3.0", {2}, false, true, false, false, true};
    QVERIFY(house.open());
    QVERIFY(house.watch());
    QVERIFY(house.firmware().goBackQuestion().contains(u"1.3.0"_s));
    house.firmware().goBack();
    QVERIFY(house.ended());
    QCOMPARE(house.firmware().ended()->title, u"The amp is back at version 1.3.0"_s);
    QCOMPARE(house.firmware().rows()[2].value, u"1.4.0"_s);
    QCOMPARE(house.firmware().versionBefore(), QString()); // a newer one is not gone back to
}

void FirmwareModelTest::onlyTheNewestNewsIsHeard()
{
    QObject listener;
    std::vector<std::size_t> heard;
    const auto news = UpdateNews::make(&listener, [&](const UpdateNews::Newest &newest) { heard.push_back(newest.progress.taken); });
    const auto tell = [&](std::size_t taken) { news->tell({firmware_update::Stage::Upload, taken, 100, 0, {}, true}); };
    for (std::size_t taken = 0; taken <= 100; ++taken)
        tell(taken);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(heard, std::vector<std::size_t>{100});
    tell(7);
    news->forget();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(heard.size(), 1U);
}

QTEST_GUILESS_MAIN(FirmwareModelTest)
#include "viewmodels_firmware_test.moc"
