// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/core/history.h"

#include "tests/app/fake_amp.h"
#include "tests/support/outcome.h"

#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNoon(QDate(2024, 5, 17), QTime(12, 0), Qt::UTC);

QJsonObject volume(double decibels)
{
    return {{u"volume"_s, decibels}};
}

void addLine(const QString &path, const QByteArray &line)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(line + '\n');
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class HistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_history = std::make_unique<History>(path());
    }

    void anEntryIsReadBackAsItWasWritten();
    void undoAndRedoWalkBackAndForth();
    void aNewChangeEndsWhatCouldBeRedone();
    void onlyOwnWishesAreUndone();
    void severalProgramsShareOneHistory();
    void aDamagedLineIsSkippedAndKept();
    void aCutLastLineDoesNotSwallowTheNextEntry();
    void aNewerFormatIsReadButNotWritten();
    void aHeldLockIsAnErrorThatLosesNothing();
    void aLongHistoryIsCutToItsNewestEntries();
    void aFileThatCannotBeUsedIsAnError();
    void theDifferenceOfStatesLeadsBack();
    void whatTheAmpNoLongerHasIsLeftOut();

private:
    QString path() const { return m_home->filePath(u"deep/history.jsonl"_s); }
    void change(double from, double to, const QString &origin = u"user"_s)
    {
        QVERIFY(m_history->append(kNoon, u"a/b/c"_s, origin, volume(from), volume(to)));
    }
    void step(bool undo)
    {
        const auto what = undo ? m_history->toUndo() : m_history->toRedo();
        QVERIFY(what);
        QVERIFY(m_history->appendStep(kNoon, *what, undo));
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<History> m_history;
};

void HistoryTest::anEntryIsReadBackAsItWasWritten()
{
    QVERIFY(m_history->entries()->empty());
    const auto written = m_history->append(kNoon.addMSecs(250), u"Maker/Model/1"_s, u"preset Evening"_s, volume(-40), volume(-32.5));
    QVERIFY(written);
    const auto entries = *History(path()).entries();
    QCOMPARE(entries.size(), 1U);
    QCOMPARE(entries[0].number, 1);
    QCOMPARE(entries[0].time, kNoon.addMSecs(250));
    QCOMPARE(entries[0].amp, u"Maker/Model/1"_s);
    QCOMPARE(entries[0].origin, u"preset Evening"_s);
    QCOMPARE(entries[0].before, volume(-40));
    QCOMPARE(entries[0].after, volume(-32.5));
}

void HistoryTest::undoAndRedoWalkBackAndForth()
{
    QVERIFY(!m_history->toUndo());
    change(-50, -40);
    change(-40, -30, u"preset Evening"_s);
    QVERIFY(!m_history->toRedo());
    QCOMPARE(m_history->toUndo()->before, volume(-40));
    step(true);
    QCOMPARE(m_history->toUndo()->before, volume(-50));
    QCOMPARE(m_history->toRedo()->after, volume(-30));
    step(true);
    QVERIFY(!m_history->toUndo());
    QCOMPARE(m_history->toRedo()->after, volume(-40));
    step(false);
    step(false);
    QVERIFY(!m_history->toRedo());
    QCOMPARE(m_history->toUndo()->before, volume(-40));
    step(true);
    QCOMPARE(m_history->toRedo()->after, volume(-30));
    const auto entries = *m_history->entries();
    QCOMPARE(entries.back().origin, u"undo"_s);
    QCOMPARE(entries.back().of, 2);
    QCOMPARE(entries.back().before, volume(-30));
    QCOMPARE(entries.back().after, volume(-40));
}

void HistoryTest::aNewChangeEndsWhatCouldBeRedone()
{
    change(-50, -40);
    step(true);
    change(-50, -45);
    QVERIFY(!m_history->toRedo());
    step(true);
    QCOMPARE(m_history->toRedo()->after, volume(-45));
    QVERIFY(!m_history->toUndo());
}

void HistoryTest::onlyOwnWishesAreUndone()
{
    change(-50, -40);
    for (const QString &origin : {u"knob"_s, u"client"_s, u"remote"_s, u"protection"_s, u"recall"_s})
        change(-40, -41, origin);
    QCOMPARE(m_history->toUndo()->number, 1);
}

void HistoryTest::severalProgramsShareOneHistory()
{
    constexpr int each = 50;
    const auto write = [this] {
        History mine(path());
        for (int i = 0; i < each; ++i)
            (void)mine.append(kNoon, u"a/b/c"_s, u"user"_s, volume(i), volume(i + 1));
    };
    std::jthread other(write);
    write();
    other.join();
    const auto entries = *m_history->entries();
    QCOMPARE(entries.size(), 2U * each);
    for (std::size_t i = 0; i < entries.size(); ++i)
        QCOMPARE(entries[i].number, static_cast<qint64>(i + 1));
}

void HistoryTest::aDamagedLineIsSkippedAndKept()
{
    change(-50, -40);
    for (const char *line : {"{\"number\":2,\"time\"", "[]", "{\"number\":\"x\"}", "\xff\xfe\x00"})
        addLine(path(), line);
    change(-40, -30);
    QCOMPARE(m_history->entries()->size(), 2U);
    QVERIFY(contentOf(path()).contains("{\"number\":2,\"time\""));
    QCOMPARE(m_history->toUndo()->before, volume(-40));
}

void HistoryTest::aCutLastLineDoesNotSwallowTheNextEntry()
{
    change(-50, -40);
    QFile file(path());
    QVERIFY(file.resize(file.size() - 10)); // as after a full disk
    change(-40, -30);
    const auto entries = *m_history->entries();
    QCOMPARE(entries.size(), 1U);
    QCOMPARE(entries[0].after, volume(-30));
}

void HistoryTest::aNewerFormatIsReadButNotWritten()
{
    change(-50, -40);
    addLine(path(), R"({"schema":"gainstage-history/2"})");
    const QByteArray before = contentOf(path());
    QVERIFY(failedWith(Errc::FileIo, m_history->append(kNoon, u"a/b/c"_s, u"user"_s, volume(1), volume(2))));
    QCOMPARE(contentOf(path()), before);
    QCOMPARE(m_history->entries()->size(), 1U);
}

void HistoryTest::aHeldLockIsAnErrorThatLosesNothing()
{
    change(-50, -40);
    QLockFile held(path() + u".lock"_s);
    QVERIFY(held.tryLock());
    std::optional<Result<HistoryEntry>> outcome;
    std::jthread([&] { outcome = History(path()).append(kNoon, u"a/b/c"_s, u"user"_s, volume(1), volume(2)); }).join();
    QVERIFY(failedWith(Errc::FileIo, *outcome));
    QCOMPARE(m_history->entries()->size(), 1U);
}

void HistoryTest::aLongHistoryIsCutToItsNewestEntries()
{
    change(0, 1);
    QByteArray lines;
    for (int number = 2; number <= 6100; ++number)
        lines += R"({"number":)" + QByteArray::number(number) +
                 R"(,"time":"2024-05-17T12:00:00.000Z","amp":"a/b/c","origin":"user","before":{},"after":{}})" + '\n';
    addLine(path(), lines);
    change(-40, -30);
    const auto entries = *m_history->entries();
    QCOMPARE(entries.size(), 5001U);
    QCOMPARE(entries.back().number, 6101);
    QCOMPARE(entries.front().number, 1101);
    QVERIFY(contentOf(path()).startsWith(R"({"schema":"gainstage-history/1"})"));
}

void HistoryTest::aFileThatCannotBeUsedIsAnError()
{
    QVERIFY(failedWith(Errc::FileIo, History(u"/dev/null/x.jsonl"_s).append(kNoon, u"a"_s, u"user"_s, volume(1), volume(2))));
    QVERIFY(failedWith(Errc::FileIo, History(m_home->path()).entries()));
}

void HistoryTest::theDifferenceOfStatesLeadsBack()
{
    const Description amp = fakeDescription();
    const State before = fakeState();
    State after = before;
    after.values[kGain] = {2};
    after.values[kMute] = {1};
    after.jacks.clear();
    const auto [old, now] = difference(amp, before, after);
    QCOMPARE(old, (QJsonObject{{u"gain"_s, u"low"_s}, {u"mute"_s, false}}));
    QCOMPARE(now, (QJsonObject{{u"gain"_s, u"high"_s}, {u"mute"_s, true}}));
    QCOMPARE(changeFrom(amp, old)->values(), (Values{{kGain, {0}}, {kMute, {0}}}));
    QVERIFY(difference(amp, before, before).second.isEmpty());
}

void HistoryTest::whatTheAmpNoLongerHasIsLeftOut()
{
    const Description amp = fakeDescription();
    const QJsonObject old{{u"gone"_s, 1}, {u"hours"_s, 5}, {u"filter"_s, QJsonValue::Null}, {u"gain"_s, u"mid"_s}, {u"equalizer"_s, QJsonObject()}};
    QCOMPARE(changeFrom(amp, old)->values(), (Values{{kGain, {1}}}));
    QVERIFY(failedWith(Errc::Usage, changeFrom(amp, {{u"gain"_s, u"turbo"_s}})));
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "core_history_test.moc"
