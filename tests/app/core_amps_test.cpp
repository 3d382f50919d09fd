// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/amps.h"

#include "app/core/when_done.h"
#include "tests/app/fake_amp.h"
#include "tests/support/outcome.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

struct Bench {
    FakeDevice device{fakeDescription(), fakeState()};
    FakePorts ports;
    FakeFamily family{device};
    std::array<const Family *, 1> families{&family};
    AmpFinder finder{families, ports};
    QTemporaryDir home;
    std::unique_ptr<Amps> amps;

    explicit Bench(const std::vector<Port> &list = {fakePort()})
    {
        ports.setList(list);
        amps = std::make_unique<Amps>(finder, Paths{home.filePath(u"p"_s), home.filePath(u"h"_s), home.filePath(u"c"_s)});
    }
    Amps::Entry &entry(std::size_t index = 0) const { return *amps->list()[index]; }
    Value held(SettingId id) const { return *device.state().value(id); }
    std::vector<HistoryEntry> history() const { return amps->history(entry()) ? *amps->history(entry())->entries() : std::vector<HistoryEntry>(); }
    void set(SettingId id, Value value)
    {
        entry().session->wish(*Change::of(fakeDescription(), {{id, value}}));
        QTRY_COMPARE(held(id), value);
        QTRY_VERIFY(!entry().session->isPending(id));
    }
};

} // namespace

#define READY(bench) QTRY_COMPARE((bench).entry().session->link(), Session::Link::Ready)

class AmpsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsPluggedInIsListedAndOpened();
    void whatLeavesStaysAsAbsentAndComesBack();
    void anAmpThatComesBackElsewhereIsTheSameEntry();
    void anotherAmpAtTheSamePlaceTakesTheEntryOver();
    void twoAmpsAreTwoEntries();
    void aPortGivenByHandStays();
    void confirmedChangesAreHistory();
    void undoAndRedoGoThroughTheAmp();
    void undoRightAfterADragTakesTheWholeDragBack();
    void nothingToUndoIsSaid();
    void aRefusedUndoCanBeTriedAgain();
    void aHistoryThatCannotBeWrittenIsSaid();
    void whatIsOnlyRecognisedIsToldApart();
    void experimentalSettingsComeAndGoWithTheWish();
};

void AmpsTest::whatIsOnlyRecognisedIsToldApart()
{
    Bench bench;
    Port known = fakePort(u"/dev/hidraw9"_s);
    known.wire = Wire::Hid;
    known.maker = u"Somebody"_s;
    known.vendorId = 0x2972;
    known.productId = 0x0055;
    const QSignalSpy changed(bench.amps.get(), &Amps::changed);
    bench.ports.setList({known});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(bench.amps->unsupported().size(), 1U);
    QCOMPARE(bench.amps->unsupported()[0].model, u"KA5"_s);
    bench.ports.setList({});
    QVERIFY(bench.amps->unsupported().empty());
}

void AmpsTest::experimentalSettingsComeAndGoWithTheWish()
{
    Description amp = fakeDescription();
    for (Setting &setting : amp.settings)
        setting.flags.experimental = setting.id == kFilter;
    Bench bench{std::vector<Port>()};
    bench.device.setDescription(amp);
    bench.ports.setList({fakePort()});
    READY(bench);
    QVERIFY(bench.entry().session->description()->find(kFilter) == nullptr);
    bench.amps->allowExperimental(true);
    QTRY_VERIFY(bench.entry().session->description()->find(kFilter) != nullptr);
    QVERIFY(bench.entry().session->state()->value(kFilter));
    bench.amps->allowExperimental(false);
    QTRY_VERIFY(bench.entry().session->description()->find(kFilter) == nullptr);
    READY(bench);
}

void AmpsTest::whatIsPluggedInIsListedAndOpened()
{
    Bench bench{std::vector<Port>()};
    QVERIFY(bench.amps->list().empty());
    const QSignalSpy changed(bench.amps.get(), &Amps::changed);
    bench.ports.setList({fakePort()});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(bench.amps->list().size(), 1U);
    QVERIFY(bench.entry().present);
    QVERIFY(!bench.amps->history(bench.entry()));
    READY(bench);
    QVERIFY(bench.amps->history(bench.entry()));
}

void AmpsTest::whatLeavesStaysAsAbsentAndComesBack()
{
    Bench bench;
    READY(bench);
    Amps::Entry *const entry = &bench.entry();
    bench.device.unplug();
    bench.ports.setList({});
    QVERIFY(!entry->present);
    QTRY_COMPARE(entry->session->link(), Session::Link::Lost);
    bench.device.plug();
    bench.ports.setList({fakePort()});
    QVERIFY(entry->present);
    QCOMPARE(&bench.entry(), entry);
    READY(bench);
}

void AmpsTest::anAmpThatComesBackElsewhereIsTheSameEntry()
{
    Bench bench;
    READY(bench);
    Session *const session = bench.entry().session;
    bench.device.unplug();
    bench.ports.setList({});
    QTRY_COMPARE(session->link(), Session::Link::Lost);
    bench.device.plug();
    bench.ports.setList({fakePort(u"/dev/fake9"_s)});
    QCOMPARE(bench.amps->list().size(), 1U);
    QCOMPARE(bench.entry().port.path, u"/dev/fake9"_s);
    READY(bench);
    QCOMPARE(bench.ports.lastOpened(), u"/dev/fake9"_s);
}

void AmpsTest::anotherAmpAtTheSamePlaceTakesTheEntryOver()
{
    Bench bench;
    READY(bench);
    bench.set(kFilter, {1});
    QCOMPARE(bench.history().size(), 1U);
    bench.device.unplug();
    bench.ports.setList({});
    QTRY_COMPARE(bench.entry().session->link(), Session::Link::Lost);
    Description other = fakeDescription();
    other.identity.serialNumber = u"F0002"_s;
    bench.device.setDescription(other);
    bench.device.plug();
    Port port = fakePort();
    port.serialNumber = u"F0002"_s;
    bench.ports.setList({port});
    QCOMPARE(bench.amps->list().size(), 1U);
    READY(bench);
    QVERIFY(bench.history().empty());
    QCOMPARE(bench.entry().session->description()->identity.serialNumber, u"F0002"_s);
}

void AmpsTest::twoAmpsAreTwoEntries()
{
    Port second = fakePort(u"/dev/fake2"_s);
    second.serialNumber = u"F0002"_s;
    Bench bench({fakePort(), second});
    QCOMPARE(bench.amps->list().size(), 2U);
    bench.ports.setList({second});
    QVERIFY(!bench.entry(0).present);
    QVERIFY(bench.entry(1).present);
}

void AmpsTest::aPortGivenByHandStays()
{
    Bench bench{std::vector<Port>()};
    Amps::Entry &entry = bench.amps->add(fakePort());
    QCOMPARE(&bench.amps->add(fakePort()), &entry);
    bench.ports.setList({});
    QVERIFY(entry.present);
    READY(bench);
}

void AmpsTest::confirmedChangesAreHistory()
{
    Bench bench;
    READY(bench);
    QSignalSpy changed(bench.amps.get(), &Amps::historyChanged);
    bench.set(kFilter, {1});
    QCOMPARE(changed.count(), 1);
    bench.device.turn(kVolume, {-3900});
    QTRY_COMPARE(changed.count(), 2);
    const auto entries = bench.history();
    QCOMPARE(entries[0].origin, u"user"_s);
    QCOMPARE(entries[0].amp, u"Fakes/Fake One/F0001"_s);
    QCOMPARE(entries[0].after, (QJsonObject{{u"filter"_s, u"slow"_s}}));
    QCOMPARE(entries[1].origin, u"knob"_s);
    QVERIFY(qAbs(entries[1].time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void AmpsTest::undoAndRedoGoThroughTheAmp()
{
    Bench bench;
    READY(bench);
    bench.set(kFilter, {1});
    bench.amps->undo(bench.entry());
    QTRY_COMPARE(bench.held(kFilter), Value{0});
    QTRY_VERIFY(bench.amps->history(bench.entry())->toRedo());
    QVERIFY(!bench.amps->history(bench.entry())->toUndo());
    bench.amps->redo(bench.entry());
    QTRY_COMPARE(bench.held(kFilter), Value{1});
    QTRY_COMPARE(bench.history().size(), 3U);
    QCOMPARE(bench.history()[1].origin, u"undo"_s);
    QCOMPARE(bench.history()[1].of, 1);
}

void AmpsTest::undoRightAfterADragTakesTheWholeDragBack()
{
    Bench bench;
    READY(bench);
    for (const int raw : {-4100, -4200, -4300})
        bench.set(kVolume, {raw});
    bench.amps->undo(bench.entry());
    QTRY_COMPARE(bench.held(kVolume), Value{-4000});
}

void AmpsTest::nothingToUndoIsSaid()
{
    Bench bench;
    READY(bench);
    QVERIFY(failedWith(Errc::NotFound, bench.amps->undo(bench.entry()).result()));
    QVERIFY(failedWith(Errc::NotFound, bench.amps->redo(bench.entry()).result()));
}

void AmpsTest::aRefusedUndoCanBeTriedAgain()
{
    Bench bench;
    READY(bench);
    bench.set(kFilter, {1});
    bench.device.refuseWith(Error{Errc::Refused, "No.", {}, ""});
    std::optional<Errc> code;
    whenDone(this, bench.amps->undo(bench.entry()), [&](const Result<Applied> &outcome) { code = outcome ? Errc::Internal : outcome.error().code; });
    QTRY_COMPARE(code, std::optional(Errc::Refused));
    QCOMPARE(bench.history().size(), 1U);
    bench.device.refuseWith({});
    bench.amps->undo(bench.entry());
    QTRY_COMPARE(bench.held(kFilter), Value{0});
}

void AmpsTest::aHistoryThatCannotBeWrittenIsSaid()
{
    Bench bench;
    READY(bench);
    const QSignalSpy failed(bench.amps.get(), &Amps::historyFailed);
    QFile file(bench.home.filePath(u"h"_s)); // where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    bench.set(kFilter, {1});
    QCOMPARE(failed.count(), 1);
}

QTEST_GUILESS_MAIN(AmpsTest)
#include "core_amps_test.moc"
