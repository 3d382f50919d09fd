// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/core/firmware_updater.h"

#include "devices/amp/ear_safe.h"
#include "tests/support/simulated_line.h"
#include "tests/support/simulator_image.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace gainstage::firmware_update;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using firmware_file::Consent;

namespace {

constexpr std::size_t kSmall = 20000;

QByteArray imageOf(firmware::Version version, std::string_view text = {}, std::uint32_t counter = 1)
{
    const Bytes image = simulatorImage(sim::Model::Desktop, version, kSmall, text, counter);
    return {reinterpret_cast<const char *>(image.data()), static_cast<qsizetype>(image.size())};
}

/// A simulated amp and the updater, with a journal that outlives programs.
struct Bench {
    sim::SimulatedAmp simulated{sim::Options{}};
    SimulatedLine line{simulated, sim::LinkKind::Serial};
    QTemporaryDir home;
    QString folder = home.filePath(u"updates"_s);
    std::stop_source cancel;
    Listener listener;
    FirmwareUpdater updater{folder, [] { return QDateTime(QDate(2024, 5, 17), QTime(12, 0), Qt::UTC); }};
    bool opened = line.open().has_value();

    UpdateReport install(const QByteArray &file, Consent consent = Consent::None)
    {
        return updater.install(line, file, consent, listener, cancel.get_token());
    }
    UpdateReport resume() { return updater.resume(line, listener, cancel.get_token()); }
    UpdateReport goBack(Consent consent = Consent::None) { return updater.goBack(line, consent, listener, cancel.get_token()); }
    /// From this stage on nothing waits any more, as at the end of a program.
    void endAt(Stage stage)
    {
        listener = [this, stage](const Progress &told) { line.programEnds = line.programEnds || told.stage == stage; };
    }
    void cancelAt(std::size_t taken)
    {
        listener = [this, taken](const Progress &told) {
            if (told.taken >= taken && told.size > 0)
                cancel.request_stop();
        };
    }
    /// Another life of the program.
    void startAgain()
    {
        line.programEnds = false;
        listener = {};
        cancel = {};
        line.close();
        simulated.advance(60s);
        QVERIFY(line.open());
    }
    std::optional<UpdateEntry> entry()
    {
        const auto found = UpdateJournal(folder).find(line.amp()->description().identity);
        return found ? *found : std::nullopt;
    }
    QStringList files() const { return QDir(folder).entryList(QDir::Files); }
    QString version() { return line.amp()->description().identity.firmware; }
    SettingId id(const char *key) { return line.amp()->description().find(QString::fromLatin1(key))->id; }
    void set(const Values &values) { QVERIFY(line.amp()->apply(*Change::of(line.amp()->description(), values))); }
    QJsonObject flash() { return QJsonDocument::fromJson(QByteArray::fromStdString(simulated.control(R"({"do":"flash"})"))).object(); }
};

} // namespace

class FirmwareUpdaterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statusTellsWhatThereIs()
    {
        Bench bench;
        QVERIFY(bench.opened);
        const auto status = bench.updater.status(*bench.line.amp());
        QVERIFY(status);
        QVERIFY(runningImage(status->images)->confirmed);
        QCOMPARE(otherImage(status->images), nullptr);
        QCOMPARE(status->largestImage, 1036288U);
        QVERIFY(status->identity.vendor && status->identity.classId);
        QVERIFY(!status->interrupted && !status->journalProblem);
    }

    void checkComparesWithTheAmpAndAloneWithNothing()
    {
        Bench bench;
        const QByteArray file = imageOf({1, 9, 0, 0});
        const BytesView view(reinterpret_cast<const std::uint8_t *>(file.constData()), static_cast<std::size_t>(file.size()));
        const auto checked = bench.updater.check(*bench.line.amp(), view);
        QVERIFY(checked && checked->isAcceptable());
        QCOMPARE(checked->consent(), Consent::None);
        const auto alone = FirmwareUpdater::checkAlone(view);
        QCOMPARE(alone.refusal(), nullptr);
        QVERIFY(!alone.isAcceptable());
        QByteArray damaged = file;
        damaged[1000] = static_cast<char>(damaged[1000] ^ 1);
        const BytesView bad(reinterpret_cast<const std::uint8_t *>(damaged.constData()), static_cast<std::size_t>(damaged.size()));
        QVERIFY(FirmwareUpdater::checkAlone(bad).refusal() != nullptr);
        QVERIFY(bench.updater.check(*bench.line.amp(), bad)->refusal() != nullptr);
        QCOMPARE(bench.flash()[u"operations"_s].toInt(), 0);
    }

    void anInstalledImageLeavesNothingBehind()
    {
        Bench bench;
        const QString before = bench.version();
        bool wasThere = false;
        bench.listener = [&](const Progress &told) { wasThere = wasThere || (told.stage == Stage::Upload && bench.files().size() == 2); };
        const auto report = bench.install(imageOf({1, 9, 0, 0}));
        QCOMPARE(report.outcome.ending, Ending::Installed);
        QCOMPARE(QString::fromStdString(report.from), before);
        QCOMPARE(report.to, std::string("1.9.0"));
        QCOMPARE(bench.version(), u"1.9.0"_s);
        QVERIFY(wasThere);
        QCOMPARE(bench.files(), QStringList());
        QVERIFY(report.settingsCompared);
        const auto again = bench.install(imageOf({1, 9, 0, 0}));
        QCOMPARE(again.outcome.ending, Ending::AlreadyInstalled);
        QCOMPARE(bench.files(), QStringList());
    }

    void whatAKilledProgramLeftOfAnUpdateThatIsOverIsRemoved()
    {
        Bench bench;
        QString image;
        bench.listener = [&](const Progress &) { image = bench.files().filter(u".image"_s).value(0, image); };
        QCOMPARE(bench.install(imageOf({1, 9, 0, 0})).outcome.ending, Ending::Installed);
        const QString base = image.chopped(6);
        QVERIFY(!base.isEmpty());
        for (const QString &name : QStringList{image, base + u".json.Xq81bz"_s, base + u"2.image"_s}) { // the last one is another amp's
            QFile file(bench.folder + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QCOMPARE(bench.install(imageOf({1, 9, 0, 0})).outcome.ending, Ending::AlreadyInstalled);
        QCOMPARE(bench.files(), QStringList(base + u"2.image"_s));
    }

    void settingsThatTheRestartTookAreToldAndCanBeBroughtBack()
    {
        Bench bench;
        bench.set({{bench.id("gain"), {1}}, {bench.id("volume"), {-5500}}});
        const auto report = bench.install(imageOf({1, 9, 0, 0}));
        QCOMPARE(report.outcome.ending, Ending::Installed);
        QCOMPARE(report.settingsBefore[u"volume"_s], QJsonValue(-55));
        QVERIFY(report.settingsAfter[u"volume"_s] != QJsonValue(-55));
        QVERIFY(report.settingsBefore.contains(u"gain"_s));
        QVERIFY(!report.restore.empty());
        const auto now = bench.line.amp()->read();
        const auto restored = applySafely(*bench.line.amp(), *now, report.restore);
        QVERIFY(restored);
        QCOMPARE(*restored->value(bench.id("volume")), Value{-5500});
        QCOMPARE(*restored->value(bench.id("gain")), Value{1});
    }

    void storedSettingsAreNotLost()
    {
        Bench bench;
        bench.set({{bench.id("gain"), {1}}});
        QVERIFY(bench.line.amp()->store());
        const auto report = bench.install(imageOf({1, 9, 0, 0}));
        QVERIFY(report.settingsCompared);
        QVERIFY2(!report.settingsBefore.contains(u"gain"_s), QJsonDocument(report.settingsBefore).toJson().constData());
    }

    void anUploadThatWasCutIsGoneOnWith()
    {
        Bench bench;
        const QByteArray file = imageOf({1, 9, 0, 0});
        bench.cancelAt(8000);
        const auto cut = bench.install(file);
        QCOMPARE(cut.outcome.ending, Ending::NotChanged);
        QCOMPARE(cut.outcome.why->code, Errc::Cancelled);
        QVERIFY(cut.outcome.canRetry);
        QVERIFY(bench.entry());
        QCOMPARE(bench.entry()->file, file);
        bench.startAgain();
        QVERIFY(bench.updater.status(*bench.line.amp())->interrupted);
        QCOMPARE(bench.resume().outcome.ending, Ending::Installed);
        QCOMPARE(bench.version(), u"1.9.0"_s);
        QCOMPARE(bench.files(), QStringList());
    }

    void theSameFileGoesOnAndAnotherReplacesIt()
    {
        Bench bench;
        bench.cancelAt(8000);
        bench.install(imageOf({1, 9, 0, 0}));
        bench.startAgain();
        bench.cancelAt(9000);
        bench.install(imageOf({1, 8, 0, 0}));
        QCOMPARE(bench.entry()->record.to, std::string("1.8.0"));
        bench.startAgain();
        QCOMPARE(bench.install(imageOf({1, 8, 0, 0})).outcome.ending, Ending::Installed);
        QCOMPARE(bench.files(), QStringList());
    }

    void everyCutAfterTheRequestIsFinishedLater_data()
    {
        QTest::addColumn<int>("stage");
        for (const Stage stage : {Stage::MarkTest, Stage::Reset, Stage::WaitReturn})
            QTest::newRow(nameOf(stage)) << static_cast<int>(stage);
    }
    void everyCutAfterTheRequestIsFinishedLater()
    {
        QFETCH(const int, stage);
        Bench bench;
        bench.set({{bench.id("volume"), {-5500}}});
        bench.endAt(static_cast<Stage>(stage));
        const auto cut = bench.install(imageOf({1, 9, 0, 0}));
        QCOMPARE(cut.outcome.ending, Ending::Unfinished);
        bench.startAgain();
        const auto entry = bench.entry();
        QVERIFY(entry && wasAsked(entry->record));
        QCOMPARE(bench.updater.forget(bench.line.amp()->description().identity).error().code, Errc::Conflict);
        QCOMPARE(bench.install(imageOf({2, 0, 0, 0})).outcome.why->code, Errc::Conflict);
        const auto report = bench.resume();
        QCOMPARE(report.outcome.ending, Ending::Installed);
        QCOMPARE(bench.version(), u"1.9.0"_s);
        QCOMPARE(report.settingsBefore[u"volume"_s], QJsonValue(-55)); // as it was before the first restart
        QCOMPARE(bench.files(), QStringList());
    }

    void anImageThatTheAmpGaveUpWhileNobodyWasThereIsToldAndOver()
    {
        Bench bench;
        const QString before = bench.version();
        bench.endAt(Stage::WaitReturn);
        bench.install(imageOf({1, 9, 0, 0}));
        bench.simulated.advance(700s); // the trial is over
        bench.startAgain();
        const auto report = bench.resume();
        QCOMPARE(report.outcome.ending, Ending::RolledBack);
        QVERIFY(report.outcome.why);
        QCOMPARE(bench.version(), before);
        QCOMPARE(bench.files(), QStringList());
    }

    void anImageThatFailsIsRolledBack()
    {
        Bench bench;
        const auto report = bench.install(imageOf({1, 9, 0, 0}, sim::kFailingImage));
        QCOMPARE(report.outcome.ending, Ending::RolledBack);
        QCOMPARE(bench.files(), QStringList());
    }

    void theWayBack()
    {
        Bench bench;
        const QString before = bench.version();
        QCOMPARE(bench.goBack().outcome.why->code, Errc::NotFound);
        QCOMPARE(bench.install(imageOf({1, 9, 0, 0})).outcome.ending, Ending::Installed);
        const auto refused = bench.goBack();
        QCOMPARE(refused.outcome.ending, Ending::NotChanged);
        QCOMPARE(bench.files(), QStringList());
        const auto report = bench.goBack(Consent::Downgrade);
        QCOMPARE(report.outcome.ending, Ending::WentBack);
        QCOMPARE(bench.version(), before);
        QCOMPARE(bench.files(), QStringList());
    }

    void aTrialIsConfirmedOrGivenUpByHand()
    {
        for (const bool keeps : {true, false}) {
            Bench bench;
            const QString before = bench.version();
            QCOMPARE(bench.updater.confirm(*bench.line.amp()).error().code, Errc::Refused);
            bench.endAt(Stage::WaitReturn);
            bench.install(imageOf({1, 9, 0, 0}));
            bench.startAgain();
            QVERIFY(bench.updater.status(*bench.line.amp())->identity.trialLeft);
            if (keeps) {
                const auto images = bench.updater.confirm(*bench.line.amp());
                QVERIFY(images && runningImage(*images)->confirmed);
                QCOMPARE(bench.version(), u"1.9.0"_s);
            } else {
                QCOMPARE(bench.goBack().outcome.ending, Ending::WentBack);
                QCOMPARE(bench.version(), before);
            }
            QCOMPARE(bench.files(), QStringList());
        }
    }

    void forgetting()
    {
        Bench bench;
        const Identity amp = bench.line.amp()->description().identity;
        QCOMPARE(bench.updater.forget(amp).error().code, Errc::NotFound);
        QCOMPARE(bench.resume().outcome.why->code, Errc::NotFound);
        bench.cancelAt(8000);
        bench.install(imageOf({1, 9, 0, 0}));
        QVERIFY(bench.updater.forget(amp));
        QCOMPARE(bench.files(), QStringList());
    }

    void whatIsRefusedLeavesNothingBehind()
    {
        Bench bench;
        for (const QByteArray &file : {QByteArray("no firmware"), QByteArray(), imageOf({1, 9, 0, 0}, {}, 0)}) {
            const auto report = bench.install(file);
            QCOMPARE(report.outcome.ending, Ending::NotChanged);
            QVERIFY(!report.outcome.canRetry);
        }
        QCOMPARE(bench.install(imageOf({1, 0, 0, 0})).outcome.ending, Ending::NotChanged);
        QCOMPARE(bench.files(), QStringList());
        QCOMPARE(bench.flash()[u"operations"_s].toInt(), 0);
        QCOMPARE(bench.install(imageOf({1, 0, 0, 0}), Consent::Downgrade).outcome.ending, Ending::Installed);
    }

    void whereTheJournalCannotBeWrittenNothingIsSent()
    {
        Bench bench;
        QFile file(bench.folder);
        QVERIFY(file.open(QIODevice::WriteOnly)); // where the folder should be
        const auto report = bench.install(imageOf({1, 9, 0, 0}));
        QCOMPARE(report.outcome.ending, Ending::NotChanged);
        QCOMPARE(report.outcome.why->code, Errc::FileIo);
        QVERIFY(*report.outcome.why->hint);
        QCOMPARE(bench.flash()[u"operations"_s].toInt(), 0);
    }

    void aDamagedEntryIsNoObstacle()
    {
        Bench bench;
        bench.cancelAt(8000);
        bench.install(imageOf({1, 9, 0, 0}));
        QFile file(bench.folder + u'/' + bench.files().filter(u".json"_s).value(0));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        bench.startAgain();
        QVERIFY(bench.updater.status(*bench.line.amp())->journalProblem);
        QCOMPARE(bench.resume().outcome.why->code, Errc::InvalidFile);
        const auto report = bench.install(imageOf({1, 9, 0, 0}));
        QCOMPARE(report.outcome.ending, Ending::Installed);
        QCOMPARE(report.outcome.remarks.size(), 1U);
        QCOMPARE(bench.files(), QStringList());
    }
};

QTEST_GUILESS_MAIN(FirmwareUpdaterTest)
#include "firmware_updater_test.moc"
