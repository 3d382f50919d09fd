// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui_bench.h"

#include "app/gui/accessible.h"
#include "app/gui/buttons.h"
#include "app/gui/drop_area.h"
#include "app/gui/nav_buttons.h"
#include "app/gui/notice.h"
#include "app/screenshots/firmware_files.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QProgressBar>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60000;

/// The window with the Firmware page open and the amp's answers on it.
struct Bench : WindowBench {
    Bench()
    {
        window().setPage(PageId::Firmware);
        if (!idle())
            failure = u"the amp did not say what it runs"_s;
    }
    FirmwareModel &firmware() { return models().firmware; }
    bool idle()
    {
        return QTest::qWaitFor([this] { return firmware().view() == FirmwareModel::View::Showing && firmware().isIdle(); }, kPatience);
    }
    QString file(const QString &name, const Result<Bytes> &bytes) const { return writeFirmware(folder.path(), name, bytes).value_or(QString()); }
    void drop(const QString &path)
    {
        auto *area = find<DropArea>(u"Choose a firmware file"_s);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(area->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(area, &enter);
        QDropEvent event(area->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(area, &event);
        (void)idle();
    }
    QPushButton *button(const QString &text)
    {
        for (auto *button : window().findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
    bool shows(const QString &text)
    {
        const auto labels = window().findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    QString version() { return stage->entry().session->description()->identity.firmware; }
    bool ended()
    {
        return QTest::qWaitFor([this] { return firmware().ended() && firmware().isIdle(); }, kPatience);
    }
};

FirmwarePlan plan(std::uint8_t minor)
{
    FirmwarePlan plan;
    plan.version = {1, minor, 0, 0};
    plan.size = 20000;
    return plan;
}

} // namespace

class FirmwareGuiTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installAccessibility(); }
    void aDroppedFileIsCheckedAndInstalled();
    void aFileForAnotherAmpIsRefusedWithTheReason();
    void anOlderVersionNeedsADeliberateAct();
    void firmwareThatDoesNotWorkIsTakenBack();
    void theWindowAsksBeforeItLeavesAnUpload();
    void aCancelledUploadIsGoneOnWith();
};

void FirmwareGuiTest::aDroppedFileIsCheckedAndInstalled()
{
    Bench bench;
    QCOMPARE(bench.failure, QString());
    bench.models().page.find(Role::Volume)->wish({-2000});
    QVERIFY(bench.settle());
    FirmwarePlan newer = plan(5);
    newer.notes = u"<p>Quieter.</p>"_s;
    bench.drop(bench.file(u"new.cab"_s, makePackage(newer)));
    QVERIFY(bench.shows(u"1.4.0 → 1.5.0"_s));
    QVERIFY(bench.shows(u"Quieter."_s));
    QVERIFY(bench.shows(u"Maker's signature"_s));
    bench.button(u"Install"_s)->click();
    QVERIFY(bench.firmware().isUpdating());
    QVERIFY(bench.find<NavButton>(u"Firmware, updating"_s));
    bench.window().setPage(PageId::Amp);
    QVERIFY(!bench.volume()->isEnabled());
    QVERIFY(!bench.models().setup.canMute());
    QVERIFY(bench.find<Notice>(u"The firmware is being updated"_s));
    bench.button(u"Show"_s)->click();
    QCOMPARE(bench.window().page(), PageId::Firmware);
    QVERIFY(bench.ended());
    QVERIFY(bench.shows(u"Version 1.5.0 is installed"_s));
    QCOMPARE(bench.version(), u"1.5.0"_s);
    // A new firmware begins no louder than a new amp; who wants the old volume asks for it.
    QVERIFY(bench.shows(u"−20.0\u202fdB"_s));
    bench.button(u"Bring the settings back"_s)->click();
    QTRY_VERIFY(bench.shows(u"The settings are as they were."_s));
    QCOMPARE(bench.truth(u"volume"_s), -2000);
    QTRY_COMPARE(bench.models().history.index(0, HistoryModel::By).data().toString(), u"restored after a firmware update"_s);
    bench.window().setPage(PageId::Amp);
    QTRY_VERIFY(bench.volume()->isEnabled());
}

void FirmwareGuiTest::aFileForAnotherAmpIsRefusedWithTheReason()
{
    Bench bench;
    QCOMPARE(bench.failure, QString());
    FirmwarePlan foreign = plan(5);
    foreign.device = "reference-dongle-a";
    bench.drop(bench.file(u"foreign.img"_s, makeImage(foreign)));
    QVERIFY(bench.shows(u"It is for another amp."_s));
    QVERIFY(!bench.button(u"Install"_s));
    bench.button(u"Remove"_s)->click();
    bench.drop(bench.folder.path());
    QVERIFY(bench.shows(u"is not a file"_s));
    bench.firmware().install(true);
    QVERIFY(!bench.firmware().isUpdating());
    QCOMPARE(bench.physical({{u"do"_s, u"flash"_s}})[u"operations"_s].toInt(), 0);
}

void FirmwareGuiTest::anOlderVersionNeedsADeliberateAct()
{
    Bench bench;
    QCOMPARE(bench.failure, QString());
    bench.drop(bench.file(u"old.img"_s, makeImage(plan(3))));
    QPushButton *install = bench.button(u"Install older version"_s);
    QVERIFY(install && !install->isEnabled());
    bench.find<QAbstractButton>(bench.firmware().chosen()->consent)->click();
    QVERIFY(install->isEnabled());
    install->click();
    QVERIFY(bench.ended());
    QCOMPARE(bench.version(), u"1.3.0"_s);
}

void FirmwareGuiTest::firmwareThatDoesNotWorkIsTakenBack()
{
    Bench bench;
    QCOMPARE(bench.failure, QString());
    FirmwarePlan broken = plan(6);
    broken.works = false;
    bench.drop(bench.file(u"broken.img"_s, makeImage(broken)));
    bench.button(u"Install"_s)->click();
    QVERIFY(bench.ended());
    QVERIFY(bench.shows(u"The amp went back to version 1.4.0"_s));
    QCOMPARE(bench.version(), u"1.4.0"_s);
}

void FirmwareGuiTest::theWindowAsksBeforeItLeavesAnUpload()
{
    Bench bench;
    QCOMPARE(bench.failure, QString());
    FirmwarePlan large = plan(5);
    large.size = 200'000;
    bench.drop(bench.file(u"large.img"_s, makeImage(large)));
    bench.button(u"Install"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(bench.firmware().running() && bench.firmware().running()->percent > 0, kPatience);
    QVERIFY(!bench.window().close());
    QVERIFY(bench.shows(u"Closing stops it."_s));
    QVERIFY(bench.button(u"Close anyway"_s));
    // From where the amp changes over, there is nothing to be asked.
    QTRY_VERIFY_WITH_TIMEOUT(!bench.firmware().isUpdating() || !bench.firmware().running()->canCancel, kPatience);
    QVERIFY(bench.firmware().isUpdating());
    QVERIFY(!bench.window().close());
    QVERIFY(bench.shows(u"The window stays open"_s));
    QVERIFY(bench.button(u"Cancel"_s) && !bench.button(u"Cancel"_s)->isEnabled());
    QVERIFY(bench.ended());
    QVERIFY(!bench.shows(u"The window stays open"_s));
    QVERIFY(bench.window().close());
}

void FirmwareGuiTest::aCancelledUploadIsGoneOnWith()
{
    Bench bench;
    QCOMPARE(bench.failure, QString());
    FirmwarePlan large = plan(5);
    large.size = 200'000;
    bench.drop(bench.file(u"large.img"_s, makeImage(large)));
    bench.button(u"Install"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(bench.firmware().running() && bench.firmware().running()->percent > 10, kPatience);
    QVERIFY(bench.window().findChild<QProgressBar *>()->value() > 10);
    bench.button(u"Cancel"_s)->click();
    QVERIFY(bench.ended());
    QVERIFY(bench.shows(u"The update was cancelled"_s));
    QVERIFY(bench.find<NavButton>(u"Firmware, interrupted"_s));
    bench.window().setPage(PageId::Amp);
    bench.button(u"Go on…"_s)->click();
    QCOMPARE(bench.window().page(), PageId::Firmware);
    bench.button(u"Go on"_s)->click();
    QVERIFY(bench.ended());
    QCOMPARE(bench.version(), u"1.5.0"_s);
}

QTEST_MAIN(FirmwareGuiTest)
#include "gui_firmware_test.moc"
