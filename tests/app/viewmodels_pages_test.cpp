// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/window_model.h"
#include "tests/app/fake_amp.h"

#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

/// Everything below the window, on a fake amp.
struct House {
    explicit House(bool there = true)
    {
        if (there)
            ports.setList({fakePort()});
        model.setLocale(QLocale(QLocale::English));
    }
    ~House() { device.release(); }

    bool open()
    {
        return QTest::qWaitFor([this] { return model.chosen() && model.chosen()->page.link().kind == LinkState::Kind::Ready; });
    }
    AmpModels &amp() { return *model.chosen(); }
    bool set(Role role, std::int32_t raw)
    {
        SettingModel *setting = amp().page.find(role);
        setting->wish({raw});
        return QTest::qWaitFor([=] { return !setting->isPending() && setting->value() == Value{raw}; });
    }

    QTemporaryDir folder;
    FakeDevice device{fakeDescription(), fakeState()};
    FakeFamily family{device};
    const Family *families[1] = {&family};
    FakePorts ports;
    AmpFinder finder{families, ports};
    Amps amps{finder, {folder.filePath(u"presets"_s), folder.filePath(u"history"_s), folder.filePath(u"cache"_s)}};
    PresetStore store{folder.filePath(u"presets"_s)};
    Preferences preferences{folder.filePath(u"gainstage.ini"_s)};
    Simulator simulator{folder.filePath(u"no-such-program"_s), folder.filePath(u"flash"_s)};
    WindowModel model{amps, store, preferences, simulator, folder.filePath(u"updates"_s)};
};

} // namespace

class PagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAmpThatIsPluggedInIsChosenByItself();
    void aLostAmpSaysSinceWhenAndComesBack();
    void missingPermissionSaysWhatToDo();
    void anAmpInUseElsewhereIsToldApart();
    void aPresetIsComparedWithTheAmpAndApplied();
    void whatAPresetCannotCarryOverIsNamed();
    void presetsAreRenamedDeletedAndBroughtBack();
    void anUnreadablePresetIsNamed();
    void aBadImportChangesNothing();
    void changesNotStoredAreCountedUntilStored();
    void theCountOutlivesAnotherLanguage();
    void undoAndRedoFollowTheHistory();
    void aSimulatorThatCannotStartSaysWhy();
    void preferencesAreKeptAndOverridesAreNot();
};

void PagesTest::anAmpThatIsPluggedInIsChosenByItself()
{
    House house(false);
    QVERIFY(!house.model.chosen());
    house.ports.setList({fakePort()});
    QVERIFY(house.open());
    QCOMPARE(house.model.list().rows().size(), 1);
    QCOMPARE(house.model.list().rows()[0].name, u"Fake One"_s);
    QTRY_COMPARE(house.model.list().rows()[0].detail, u"Serial · F0001"_s);
    QCOMPARE(house.amp().page.settings().size(), 10);
}

void PagesTest::aLostAmpSaysSinceWhenAndComesBack()
{
    House house;
    QVERIFY(house.open());
    house.device.unplug();
    QTRY_COMPARE(house.amp().page.link().kind, LinkState::Kind::Lost);
    QVERIFY(house.amp().page.link().title.startsWith(u"Connection lost since "_s));
    QVERIFY(house.amp().page.isKnown());
    house.device.plug();
    house.amp().page.retry();
    QTRY_COMPARE(house.amp().page.link().kind, LinkState::Kind::Ready);
}

void PagesTest::missingPermissionSaysWhatToDo()
{
    House house(false);
    house.ports.closeWith(Error{Errc::Permission, "No permission.", {}, ""});
    house.ports.setList({fakePort()});
    QTRY_COMPARE(house.amp().page.link().kind, LinkState::Kind::Permission);
    const LinkState link = house.amp().page.link();
    QVERIFY(link.details.contains(u"/dev/fake"_s) && link.details.contains(u"udev"_s) && link.canRetry);
}

void PagesTest::anAmpInUseElsewhereIsToldApart()
{
    House house(false);
    house.ports.closeWith(Error{Errc::Busy, "Busy.", {}, ""});
    house.ports.setList({fakePort()});
    QTRY_COMPARE(house.amp().page.link().kind, LinkState::Kind::Busy);
    house.ports.closeWith({});
    house.amp().page.retry();
    QVERIFY(house.open());
}

void PagesTest::aPresetIsComparedWithTheAmpAndApplied()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(house.amp().presets.save({u"Evening"_s, u"HD 650"_s, u"XLR-4"_s, {}}, false));
    QCOMPARE(house.amp().setup.headphone(), u"HD 650"_s);
    QVERIFY(house.set(Role::Volume, -6000));
    QVERIFY(house.set(Role::Filter, 1));
    const auto details = house.amp().presets.details();
    QVERIFY(details && details->known);
    QCOMPARE(details->differences.size(), 2);
    QCOMPARE(std::ranges::count(details->differences, PresetsModel::Difference{u"Volume"_s, u"−60.0\u202fdB"_s, u"−40.0\u202fdB"_s}), 1);
    QCOMPARE(house.amp().setup.differences(), 2);
    house.amp().presets.apply();
    QVERIFY(house.amp().presets.isApplying());
    QTRY_COMPARE(house.amp().presets.message().text, u"“Evening” is applied and read back."_s);
    QCOMPARE(house.device.state().value(kVolume), Value{-4000});
    QCOMPARE(house.amp().setup.differences(), 0);
}

void PagesTest::whatAPresetCannotCarryOverIsNamed()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(house.amp().presets.save({u"Evening"_s, {}, {}, {}}, false));
    QFile file(house.folder.filePath(u"presets/Evening.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray foreign = file.readAll().replace("\"sharp\"", "\"brickwall\"");
    file.close();
    QSaveFile changed(file.fileName());
    QVERIFY(changed.open(QIODevice::WriteOnly));
    changed.write(foreign);
    QVERIFY(changed.commit());
    QTRY_VERIFY(house.amp().presets.details() && !house.amp().presets.details()->notCarried.empty());
    const auto part = house.amp().presets.details()->notCarried.front();
    QCOMPARE(part.setting, u"Digital filter"_s);
    QCOMPARE(part.value, u"brickwall"_s);
    QCOMPARE(part.why, u"this amp has no such choice"_s);
}

void PagesTest::presetsAreRenamedDeletedAndBroughtBack()
{
    House house;
    QVERIFY(house.open());
    PresetsModel &presets = house.amp().presets;
    QVERIFY(presets.save({u"Evening"_s, {}, {}, {}}, false));
    QVERIFY(presets.nameIsTaken(u" evening "_s));
    QVERIFY(!presets.save({u"Evening"_s, {}, {}, {}}, false));
    QVERIFY(presets.rename(u"Night"_s));
    QCOMPARE(presets.selected(), u"Night"_s);
    QCOMPARE(house.amp().setup.presetName(), u"Night"_s);
    presets.remove();
    QVERIFY(presets.rows().empty() && presets.canUndoRemove());
    presets.undoRemove();
    QCOMPARE(presets.rows().size(), 1);
    QCOMPARE(presets.selected(), u"Night"_s);
}

void PagesTest::anUnreadablePresetIsNamed()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(house.amp().presets.save({u"Evening"_s, {}, {}, {}}, false));
    QFile bad(house.folder.filePath(u"presets/bad.json"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("{");
    bad.close();
    QTRY_COMPARE(house.amp().presets.unreadable().size(), 1);
    QVERIFY(house.amp().presets.unreadable().front().contains(u"bad.json"_s));
    QCOMPARE(house.amp().presets.rows().size(), 1);
}

void PagesTest::aBadImportChangesNothing()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(!house.amp().presets.importFile(house.folder.filePath(u"nothing.json"_s), false));
    QCOMPARE(house.amp().presets.message().kind, Message::Kind::Problem);
    QVERIFY(house.amp().presets.rows().empty());
}

void PagesTest::changesNotStoredAreCountedUntilStored()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(!house.amp().setup.canStore());
    QVERIFY(house.set(Role::Filter, 1));
    QVERIFY(house.set(Role::Crossfeed, 1));
    QCOMPARE(house.amp().setup.unstoredBrief(), u"2 not stored"_s);
    house.amp().setup.store();
    QTRY_VERIFY(!house.amp().setup.isStoring());
    QTRY_COMPARE(house.amp().setup.unstoredText(), QString());
    QVERIFY(!house.amp().setup.canStore());
}

void PagesTest::theCountOutlivesAnotherLanguage()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(house.set(Role::Filter, 1));
    house.model.setLocale(QLocale(QLocale::German));
    QCOMPARE(house.amp().setup.unstoredBrief(), u"1 not stored"_s);
}

void PagesTest::undoAndRedoFollowTheHistory()
{
    House house;
    QVERIFY(house.open());
    QVERIFY(!house.amp().setup.canUndo());
    QVERIFY(house.set(Role::Filter, 1));
    QTRY_VERIFY(house.amp().setup.canUndo());
    house.amp().setup.undo();
    QTRY_COMPARE(house.device.state().value(kFilter), Value{0});
    QTRY_VERIFY(house.amp().setup.canRedo());
    house.amp().setup.redo();
    QTRY_COMPARE(house.device.state().value(kFilter), Value{1});
    QTRY_COMPARE(house.amp().history.rowCount(), 3);
    const auto text = [&](int row, int column) { return house.amp().history.index(row, column).data().toString(); };
    QCOMPARE(text(0, HistoryModel::By), u"redo"_s);
    QCOMPARE(text(2, HistoryModel::What), u"Digital filter"_s);
    QCOMPARE(text(2, HistoryModel::Before), u"Sharp"_s);
    QCOMPARE(text(2, HistoryModel::After), u"Slow"_s);
}

void PagesTest::aSimulatorThatCannotStartSaysWhy()
{
    House house(false);
    house.simulator.start();
    QTRY_VERIFY(house.simulator.problem().contains(u"no-such-program"_s));
    QVERIFY(!house.simulator.isRunning());
}

void PagesTest::preferencesAreKeptAndOverridesAreNot()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"gainstage.ini"_s);
    {
        Preferences preferences(file);
        preferences.setTheme(ThemeChoice::Light);
        preferences.overrideTheme(ThemeChoice::Dark);
        preferences.overrideLanguage(u"de"_s);
        QCOMPARE(preferences.theme(), ThemeChoice::Dark);
        QCOMPARE(preferences.language(), u"de"_s);
    }
    Preferences again(file);
    QCOMPARE(again.theme(), ThemeChoice::Light);
    QCOMPARE(again.language(), QString());
}

QTEST_GUILESS_MAIN(PagesTest)
#include "viewmodels_pages_test.moc"
