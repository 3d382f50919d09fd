// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/firmware/image.h"
#include "devices/firmware/update.h"
#include "tests/support/frame_fault.h"
#include "tests/support/memory_journal.h"
#include "tests/support/simulated_line.h"
#include "tests/support/simulator_image.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace gainstage::firmware_update;
using namespace std::chrono_literals;

using Fault = FrameFault::Kind;
using Direction = FrameFault::Direction;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kStride = 5; ///< every fifth frame only, another one for each fault: the checked program is slower
#else
constexpr std::size_t kStride = 1;
#endif
constexpr std::size_t kBits = 6; ///< that are turned in each frame, one at a time

struct Wired {
    sim::Model model;
    sim::LinkKind link;
};

constexpr std::pair<Fault, const char *> kKinds[] = {
    {Fault::Cut, "cut"},         {Fault::Late, "late"},    {Fault::Delay, "delayed"}, {Fault::Repeat, "repeated"}, {Fault::Truncate, "truncated"},
    {Fault::Flip, "bit turned"}, {Fault::Drop, "dropped"},
};

/// One update on an amp of its own, with one frame that goes wrong, and a second one where that was the end of it.
class Trial {
public:
    Trial(Wired wired, FrameFault::Plan plan, const Bytes &file)
        : m_simulated(optionsOf(wired)), m_line(m_simulated, wired.link), m_fault(m_simulated, wired.link, plan), m_file(file),
          m_new(firmware_file::parseImage(file)->hash)
    {
        m_line.decorate = [this](auto inner) { return m_fault.around(std::move(inner)); };
        m_line.onWaiting = [this] { m_fault.plugWhenDue(); };
    }

    /// What is wrong afterwards; empty where all is well.
    QString run()
    {
        if (!m_line.open())
            return QStringLiteral("the amp cannot be opened");
        m_old = runningImage(*m_line.amp()->firmware()->images())->hash;
        m_fault.start();
        m_first = update(std::nullopt);
        if (QString wrong = lookAgain(); !wrong.isEmpty() || isDone(m_first))
            return wrong.isEmpty() && !isInstalled() ? told(m_first) + QStringLiteral(", which is not true") : wrong;
        m_isSecondNeeded = true;
        // As the program keeps its journal: what may be gone on with stays.
        const Outcome second = update(m_first.canRetry ? m_journal.last() : std::nullopt);
        if (QString wrong = lookAgain(); !wrong.isEmpty())
            return wrong;
        return isDone(second) && isInstalled() ? QString() : told(m_first) + QStringLiteral(", then ") + told(second);
    }

    const Outcome &first() const { return m_first; }
    bool isSecondNeeded() const { return m_isSecondNeeded; }
    const FrameFault &fault() const { return m_fault; }

private:
    static sim::Options optionsOf(Wired wired)
    {
        sim::Options options;
        options.model = wired.model;
        options.links = {wired.link};
        return options;
    }
    static bool isDone(const Outcome &outcome) { return outcome.ending == Ending::Installed || outcome.ending == Ending::AlreadyInstalled; }
    static QString told(const Outcome &outcome)
    {
        return QStringLiteral("%1 at %2 (%3)")
            .arg(QLatin1String(nameOf(outcome.ending)), QLatin1String(nameOf(outcome.stage)),
                 QLatin1String(outcome.why ? outcome.why->sentence : ""));
    }
    Outcome update(const std::optional<Record> &unfinished)
    {
        return firmware_update::run(m_line, {firmware_update::Kind::Install, m_file, firmware_file::Consent::None, unfinished}, m_journal, {}, {});
    }
    /// What the amp itself says, over a wire without faults, two minutes later: what was left of locks is gone by then.
    QString lookAgain()
    {
        m_line.close();
        m_simulated.plug();
        m_simulated.advance(2min);
        m_line.decorate = {};
        if (!m_line.open())
            return QStringLiteral("the amp is gone");
        const auto images = m_line.amp()->firmware()->images();
        if (!images || runningImage(*images) == nullptr)
            return QStringLiteral("the amp does not say what it runs");
        m_running = *runningImage(*images);
        if (m_running.hash != m_old && m_running.hash != m_new)
            return QStringLiteral("the amp runs something else");
        const auto isWrong = [this](const SlotImage &image) { return image.pending && image.hash != m_new; };
        return std::ranges::any_of(*images, isWrong) ? QStringLiteral("the amp is about to run something else") : QString();
    }
    bool isInstalled() const { return m_running.hash == m_new && m_running.confirmed; }

    sim::SimulatedAmp m_simulated;
    SimulatedLine m_line;
    FrameFault m_fault;
    const Bytes &m_file;
    const firmware_file::Sha256 m_new;
    firmware_file::Sha256 m_old{};
    MemoryJournal m_journal;
    Outcome m_first;
    SlotImage m_running;
    bool m_isSecondNeeded = false;
};

/// What came of one kind of fault.
struct Tally {
    int tried = 0, passed = 0, again = 0, rolledBack = 0;
};

} // namespace

/// Every frame of an update, in both directions, on both wires, hit once by each thing that can go wrong with it.
class CableCutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAmpRunsTheOldFirmwareOrTheNewOneAndASecondUpdateFinishes_data()
    {
        QTest::addColumn<int>("model");
        QTest::addColumn<int>("link");
        QTest::addColumn<int>("direction");
        for (const auto &[model, link] : {Wired{sim::Model::Dongle, sim::LinkKind::Hid}, Wired{sim::Model::Desktop, sim::LinkKind::Serial}})
            for (const Direction direction : {Direction::ToAmp, Direction::FromAmp})
                QTest::addRow("%s, %s", link == sim::LinkKind::Hid ? "HID" : "serial", direction == Direction::ToAmp ? "to the amp" : "from the amp")
                    << static_cast<int>(model) << static_cast<int>(link) << static_cast<int>(direction);
    }
    void theAmpRunsTheOldFirmwareOrTheNewOneAndASecondUpdateFinishes()
    {
        QFETCH(int, model);
        QFETCH(int, link);
        QFETCH(int, direction);
        const Wired wired{static_cast<sim::Model>(model), static_cast<sim::LinkKind>(link)};
        const auto way = static_cast<Direction>(direction);
        const Bytes file = simulatorImage(wired.model, {9, 8, 7, 0}, 6144);
        Trial whole(wired, {}, file);
        QCOMPARE(whole.run(), QString());
        QVERIFY(!whole.isSecondNeeded());
        const std::size_t frames = whole.fault().count(way);
        QVERIFY(frames > file.size() / 500);
        for (std::size_t kind = 0; kind < std::size(kKinds); ++kind) {
            Tally tally;
            const std::size_t turns = kKinds[kind].first == Fault::Flip ? kBits : 1;
            for (std::size_t number = 1 + kind % kStride; number <= frames; number += kStride)
                for (std::size_t turn = 0; turn < turns; ++turn)
                    hit(wired, {kKinds[kind].first, way, number, bitFor(number, turn)}, file, tally);
            qInfo("%-10s %zu frames: %4d tried, %4d passed, %3d of them by a second update, %d rolled back", kKinds[kind].second, frames, tally.tried,
                  tally.passed, tally.again, tally.rolledBack);
            QCOMPARE(tally.passed, tally.tried);
        }
    }

private:
    /// Others in each frame, the same ones in each run.
    static std::size_t bitFor(std::size_t number, std::size_t turn) { return (number * kBits + turn) * 2654435761U % 4093; }

    static void hit(Wired wired, const FrameFault::Plan &plan, const Bytes &file, Tally &tally)
    {
        Trial trial(wired, plan, file);
        QString wrong = trial.run();
        if (!trial.fault().hasHappened())
            wrong = QStringLiteral("nothing happened");
        ++tally.tried;
        tally.passed += wrong.isEmpty();
        tally.again += trial.isSecondNeeded();
        tally.rolledBack += trial.first().ending == Ending::RolledBack;
        if (!wrong.isEmpty())
            qWarning("frame %zu: %s", plan.number, qPrintable(wrong));
    }
};

QTEST_APPLESS_MAIN(CableCutsTest)
#include "cable_cuts_test.moc"
