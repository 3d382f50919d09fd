// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui_bench.h"

#include "app/gui/accessible.h"
#include "app/gui/notice.h"

#include <QPushButton>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

class WindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installAccessibility(); }
    void aDraggedVolumeArrivesAtTheAmp();
    void onlyTheNewestOfAManyMovesIsSent();
    void theVolumeIsSetByKeys();
    void theVolumeIsTyped();
    void choicesAreMadeByArrowKeys();
    void theWheelStepsOnlyWhereTheFocusIs();
    void aKnobTurnedWhileTheSliderMovesEndsInOneTruth();
    void whatHappensAtTheAmpIsShown();
    void anUnpluggedAmpIsGreyedAndComesBackByItself();
    void aSavedPresetIsBroughtBack();
    void changesAreUndoneAndDoneAgainByKeys();
    void muteIsOneKeyAway();
    void storingIsOfferedWhileSomethingIsNotStored();
    void whatTheAmpRefusesIsSaidBesideTheControl();
    void aTypedValueBeyondTheLimitsIsRefusedBesideTheControl();
    void anAmpIsOfferedOnlyWhatItCan();
    void aSimulatedAmpIsStartedFromTheEmptyWindow();
};

void WindowTest::aDraggedVolumeArrivesAtTheAmp()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    LevelSlider *slider = bench.volume();
    QVERIFY(slider);
    QCOMPARE(bench.truth(u"volume"_s), -4000);
    const QPoint from = slider->thumb(), to(40, from.y());
    QTest::mousePress(slider, Qt::LeftButton, {}, from);
    for (int x = from.x(); x > to.x(); x -= 7)
        QTest::mouseMove(slider, {x, from.y()});
    QTest::mouseMove(slider, to);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, to);
    QVERIFY(bench.settle());
    QVERIFY(slider->value()->raw < -9000);
    QCOMPARE(bench.truth(u"volume"_s), slider->value()->raw);
    QVERIFY(std::abs(slider->thumb().x() - to.x()) <= 2); // on one of the amp's steps
}

void WindowTest::onlyTheNewestOfAManyMovesIsSent()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    QSignalSpy states(bench.stage->entry().session, &Session::stateChanged);
    for (std::int32_t raw = -4050; raw >= -9900; raw -= 50)
        Q_EMIT bench.volume()->wished({raw});
    QCOMPARE(bench.volume()->value(), Value{-9900}); // hollow, at once
    QVERIFY(bench.volume()->isPending());
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"volume"_s), -9900);
    QVERIFY(states.count() < 20); // of 118 moves
}

void WindowTest::theVolumeIsSetByKeys()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    LevelSlider *slider = bench.volume();
    slider->setFocus(Qt::TabFocusReason);
    QTest::keyClick(slider, Qt::Key_Left);
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"volume"_s), -4050);
    QTest::keyClick(slider, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"volume"_s), -4550);
    QTest::keyClick(slider, Qt::Key_Home);
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"volume"_s), -9900);
    QTest::keyClick(slider, Qt::Key_End);
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"volume"_s), 0);
}

void WindowTest::theVolumeIsTyped()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    auto *number = bench.find<NumberEdit>(u"Volume in dB"_s);
    QVERIFY(number);
    number->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(number, u"-55,"_s);
    QTest::keyClick(number, Qt::Key_Backspace);
    QTest::keyClicks(number, u".5"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"volume"_s), -5550);
    QTest::keyClicks(number, u"-1"_s);
    QTest::keyClick(number, Qt::Key_Escape);
    QCOMPARE(number->text(), u"−55.5"_s);
    QTest::keyClick(number, Qt::Key_Up);
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"volume"_s), -5500);
    QCOMPARE(number->text(), u"−55.0"_s);
}

void WindowTest::choicesAreMadeByArrowKeys()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    Segment *low = bench.segment(u"Gain: Low"_s);
    QVERIFY(low && low->isChecked());
    low->setFocus(Qt::TabFocusReason);
    QTest::keyClick(low, Qt::Key_Right);
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"gain"_s), 1);
    Segment *mid = bench.segment(u"Gain: Mid"_s);
    QVERIFY(mid->isChecked() && mid->hasFocus());
    QTest::keyClick(mid, Qt::Key_Home);
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"gain"_s), 0);
}

void WindowTest::theWheelStepsOnlyWhereTheFocusIs()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    LevelSlider *slider = bench.volume();
    const auto turn = [&](int notches) {
        QWheelEvent event(QPointF(slider->rect().center()), slider->mapToGlobal(QPointF(slider->rect().center())), {}, {0, 120 * notches}, {}, {}, {},
                          false);
        QApplication::sendEvent(slider, &event);
    };
    bench.segment(u"Gain: Low"_s)->setFocus(Qt::TabFocusReason);
    turn(-2);
    QVERIFY(!slider->isPending());
    slider->setFocus(Qt::MouseFocusReason);
    turn(-2);
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"volume"_s), -4100);
}

void WindowTest::aKnobTurnedWhileTheSliderMovesEndsInOneTruth()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    for (std::int32_t raw = -4050; raw >= -6000; raw -= 50) {
        Q_EMIT bench.volume()->wished({raw});
        if (raw % 500 == 0)
            bench.physical({{u"do"_s, u"knob"_s}, {u"detents"_s, -1}});
    }
    QVERIFY(bench.settle());
    QTRY_COMPARE(bench.volume()->value()->raw, bench.truth(u"volume"_s));
    QVERIFY(!bench.volume()->isPending());
}

void WindowTest::whatHappensAtTheAmpIsShown()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    bench.physical({{u"do"_s, u"knob"_s}, {u"detents"_s, -4}});
    QTRY_COMPARE(bench.volume()->value()->raw, bench.truth(u"volume"_s));
    QVERIFY(bench.volume()->value()->raw < -4000);
    bench.physical({{u"do"_s, u"button"_s}, {u"setting"_s, u"mute"_s}});
    QTRY_VERIFY(bench.find<QPushButton>(u"Muted"_s));
    bench.physical({{u"do"_s, u"jack"_s}, {u"output"_s, 1}, {u"plugged"_s, true}, {u"ohm"_s, 47}});
    QTRY_COMPARE(bench.segment(u"Output: XLR-4"_s)->option().meaning, u"47\u202fΩ found"_s);
}

void WindowTest::anUnpluggedAmpIsGreyedAndComesBackByItself()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    QVERIFY(bench.volume()->isEnabled());
    bench.physical({{u"do"_s, u"link"_s}, {u"plugged"_s, false}});
    QTRY_VERIFY(!bench.volume()->isEnabled());
    QCOMPARE(bench.volume()->value(), Value{-4000});
    QVERIFY(!bench.segment(u"Gain: Low"_s)->isEnabled());
    const auto notices = bench.window().findChildren<Notice *>();
    QVERIFY(std::ranges::any_of(
        notices, [](const Notice *notice) { return notice->isVisible() && notice->accessibleName().startsWith(u"Connection lost since"_s); }));
    bench.physical({{u"do"_s, u"knob"_s}, {u"detents"_s, -3}});
    bench.physical({{u"do"_s, u"link"_s}, {u"plugged"_s, true}});
    QTRY_VERIFY_WITH_TIMEOUT(bench.volume()->isEnabled(), 10000);
    QCOMPARE(bench.volume()->value()->raw, bench.truth(u"volume"_s));
    QVERIFY(bench.volume()->value()->raw < -4000);
    QVERIFY(std::ranges::none_of(bench.window().findChildren<Notice *>(), &Notice::isVisible));
}

void WindowTest::aSavedPresetIsBroughtBack()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    Q_EMIT bench.segment(u"Gain: Mid"_s)->clicked();
    QVERIFY(bench.settle());
    bench.window().beginSavingPreset();
    QTest::keyClicks(bench.find<QLineEdit>(u"Name"_s), u"Evening"_s);
    QTest::keyClicks(bench.find<QLineEdit>(u"Headphone"_s), u"HD 650"_s);
    QTest::keyClick(bench.find<QLineEdit>(u"Headphone"_s), Qt::Key_Return);
    QCOMPARE(bench.models().setup.presetName(), u"Evening"_s);

    bench.models().page.find(Role::Gain)->wish({0});
    bench.models().page.find(Role::Volume)->wish({-6000});
    QVERIFY(bench.settle());
    const auto details = bench.models().presets.details();
    QCOMPARE(details->differences.size(), 2);
    QPushButton *apply = nullptr;
    for (auto *button : bench.window().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Apply")
            apply = button;
    }
    QVERIFY(apply && apply->isEnabled());
    apply->click();
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"gain"_s), 1);
    QCOMPARE(bench.truth(u"volume"_s), -4000);
    QCOMPARE(bench.models().setup.differences(), 0);
    QCOMPARE(bench.models().setup.headphone(), u"HD 650"_s);
}

void WindowTest::changesAreUndoneAndDoneAgainByKeys()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    Q_EMIT bench.segment(u"Digital filter: Slow"_s)->clicked();
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"filter"_s), 1);
    QTRY_VERIFY(bench.models().setup.canUndo());
    QTest::keyClick(&bench.window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bench.truth(u"filter"_s), 0);
    QTRY_VERIFY(bench.models().setup.canRedo());
    QTest::keyClick(&bench.window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bench.truth(u"filter"_s), 1);
    QTRY_COMPARE(bench.models().history.rowCount(), 3);
}

void WindowTest::muteIsOneKeyAway()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    QTest::keyClick(&bench.window(), Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(bench.truth(u"mute"_s), 1);
    QTRY_VERIFY(bench.find<QPushButton>(u"Muted"_s));
    QTest::keyClick(&bench.window(), Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(bench.truth(u"mute"_s), 0);
}

void WindowTest::storingIsOfferedWhileSomethingIsNotStored()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    QVERIFY(!bench.find<QPushButton>(u"Store"_s)->isEnabled());
    Q_EMIT bench.segment(u"Crossfeed: Low"_s)->clicked();
    QVERIFY(bench.settle());
    QTRY_COMPARE(bench.models().setup.unstoredText(), u"1 change not stored"_s);
    QTest::keyClick(&bench.window(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!bench.find<QPushButton>(u"Store"_s)->isEnabled());
    QTRY_COMPARE(bench.models().setup.unstoredText(), QString());
}

void WindowTest::whatTheAmpRefusesIsSaidBesideTheControl()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    bench.physical({{u"do"_s, u"protection"_s}, {u"dc"_s, true}});
    QTRY_VERIFY(bench.stage->entry().session->state()->protection.dc);
    Q_EMIT bench.segment(u"Output: XLR-4"_s)->clicked();
    QVERIFY(bench.settle());
    QTRY_VERIFY(!bench.models().page.find(Role::Output)->refusal().isEmpty());
    QCOMPARE(bench.truth(u"output"_s), 0);
    QVERIFY(bench.segment(u"Output: 6.35\u202fmm"_s)->isChecked());
    const auto lines = bench.window().findChildren<RefusalLine *>();
    const auto said = std::ranges::find_if(lines, &RefusalLine::isVisible);
    QVERIFY(said != lines.end());
    QVERIFY((*said)->parentWidget()->isAncestorOf(bench.segment(u"Output: XLR-4"_s)));
}

void WindowTest::aTypedValueBeyondTheLimitsIsRefusedBesideTheControl()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    auto *number = bench.find<NumberEdit>(u"Volume in dB"_s);
    number->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(number, u"12"_s);
    QTest::keyClick(number, Qt::Key_Return);
    const auto lines = bench.window().findChildren<RefusalLine *>();
    const auto said = std::ranges::find_if(lines, &RefusalLine::isVisible);
    QVERIFY(said != lines.end());
    QVERIFY((*said)->accessibleName().contains(u"−99.0\u202fdB to 0.0\u202fdB"_s));
    QVERIFY((*said)->parentWidget()->isAncestorOf(number));
    QCOMPARE(bench.truth(u"volume"_s), -4000);
}

void WindowTest::anAmpIsOfferedOnlyWhatItCan()
{
    WindowBench bench(u"dongle"_s);
    QCOMPARE(bench.failure, QString());
    QVERIFY(bench.volume());
    QVERIFY(bench.segment(u"Gain: Low"_s));
    QVERIFY(!bench.segment(u"Output"_s));
    QVERIFY(!bench.find<LevelSlider>(u"Balance"_s));
    QVERIFY(!bench.find<QPushButton>(u"Mute"_s));
    QVERIFY(!bench.models().page.meters());
}

void WindowTest::aSimulatedAmpIsStartedFromTheEmptyWindow()
{
    QTemporaryDir folder;
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
    auto ports = std::make_unique<SimulatedOnly>(systemPorts(folder.path() + u"/gainstage"_s));
    Stage stage(*qApp, allFamilies(), std::move(ports), folder.path(), QStringLiteral(GAINSTAGE_BIN "/gainstage-sim"));
    QVERIFY(!stage.model().chosen());
    const auto buttons = stage.window().findChildren<QPushButton *>();
    const auto start =
        std::ranges::find_if(buttons, [](const QPushButton *button) { return button->isVisible() && button->text() == u"Start the simulated amp"; });
    QVERIFY(start != buttons.end());
    (*start)->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.isReady(), 10000);
    QSignalSpy ended(&stage.model().simulator(), &Simulator::ended);
    stage.model().simulator().end();
    QVERIFY(ended.wait());
    QVERIFY(!stage.model().simulator().isRunning());
}

QTEST_MAIN(WindowTest)
#include "gui_window_test.moc"
