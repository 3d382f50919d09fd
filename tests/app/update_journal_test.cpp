// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/core/update_journal.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace gainstage;
using namespace Qt::StringLiterals;
using firmware_update::Kind;
using firmware_update::Record;
using firmware_update::Stage;

namespace {

Identity ampNamed(const QString &serialNumber)
{
    Identity amp;
    amp.maker = u"Gainstage"_s;
    amp.model = u"Reference/Desktop"_s;
    amp.serialNumber = serialNumber;
    amp.hardware = u"A"_s;
    amp.firmware = u"1.2.0"_s;
    amp.protocol = u"GAP 1.0"_s;
    return amp;
}

QDateTime at(int minute)
{
    return {QDate(2024, 5, 17), QTime(12, minute, 0, 250), Qt::UTC};
}

UpdateEntry entryAt(Stage stage, const QString &serialNumber = u"S1"_s)
{
    UpdateEntry entry;
    entry.amp = ampNamed(serialNumber);
    entry.record = {Kind::Install, stage, {1, 2, 3}, {4, 5}, {6}, "1.2.0", "1.3.0", true};
    entry.started = at(0);
    entry.changed = at(1);
    entry.settings = {{u"settings"_s, QJsonObject{{u"gain"_s, u"high"_s}, {u"volume"_s, -32.5}}}};
    entry.file = QByteArray(30000, 'x') + "end";
    return entry;
}

/// A journal in a folder of its own.
struct Bench {
    QTemporaryDir home;
    QString folder = home.filePath(u"deep/updates"_s);
    UpdateJournal journal{folder};

    QStringList files() const { return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    QString path(const QString &ending) const { return folder + u'/' + files().filter(ending).value(0); }
    QJsonObject record() const
    {
        QFile file(path(u".json"_s));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    void put(const QString &ending, const QByteArray &content) const
    {
        QFile file(path(ending));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    void change(const QString &key, const QJsonValue &value) const
    {
        QJsonObject object = record();
        object[key] = value;
        put(u".json"_s, QJsonDocument(object).toJson());
    }
};

} // namespace

class UpdateJournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatHasBegunIsFoundAgain()
    {
        Bench bench;
        QVERIFY(!bench.journal.find(ampNamed(u"S1"_s))->has_value());
        QVERIFY(bench.journal.all().empty());
        const UpdateEntry begun = entryAt(Stage::Upload);
        QVERIFY(bench.journal.begin(begun));
        const auto found = UpdateJournal(bench.folder).find(begun.amp);
        QVERIFY(found && *found);
        const UpdateEntry &entry = **found;
        QCOMPARE(entry.record, begun.record);
        QCOMPARE(entry.started, begun.started);
        QCOMPARE(entry.changed, begun.changed);
        QCOMPARE(entry.settings, begun.settings);
        QCOMPARE(entry.file, begun.file);
        QCOMPARE(entry.amp.firmware, u"1.2.0"_s);
        QCOMPARE(entry.amp.model, u"Reference/Desktop"_s);
    }

    void theNextStageIsKeptAndTheImageStays()
    {
        Bench bench;
        UpdateEntry entry = entryAt(Stage::Upload);
        QVERIFY(bench.journal.begin(entry));
        entry.record.stage = Stage::WaitReturn;
        QVERIFY(bench.journal.advance(entry.amp, entry.record, at(9)));
        const auto found = bench.journal.find(entry.amp);
        QCOMPARE((*found)->record.stage, Stage::WaitReturn);
        QCOMPARE((*found)->changed, at(9));
        QCOMPARE((*found)->started, at(0));
        QCOMPARE((*found)->file, entry.file);
        QCOMPARE((*found)->settings, entry.settings);
    }

    void whatIsOverIsGone()
    {
        Bench bench;
        const UpdateEntry entry = entryAt(Stage::Upload);
        QVERIFY(bench.journal.begin(entry));
        QCOMPARE(bench.files().size(), 2);
        QVERIFY(bench.journal.end(entry.amp));
        QCOMPARE(bench.files(), QStringList());
        QVERIFY(bench.journal.end(entry.amp));
        QVERIFY(!bench.journal.advance(entry.amp, entry.record, at(2)));
    }

    void everyAmpHasItsOwn()
    {
        Bench bench;
        // Their names are the same once they are safe for a file system.
        QVERIFY(bench.journal.begin(entryAt(Stage::Upload, u"a/b"_s)));
        UpdateEntry other = entryAt(Stage::MarkTest, u"a:b"_s);
        other.file = "another";
        QVERIFY(bench.journal.begin(other));
        QCOMPARE(bench.journal.all().size(), 2U);
        QCOMPARE((*bench.journal.find(ampNamed(u"a/b"_s)))->record.stage, Stage::Upload);
        QCOMPARE((*bench.journal.find(ampNamed(u"a:b"_s)))->file, "another"_ba);
        QVERIFY(bench.journal.end(ampNamed(u"a/b"_s)));
        QCOMPARE(bench.journal.all().size(), 1U);
    }

    void aWayBackNeedsNoImage()
    {
        Bench bench;
        UpdateEntry entry = entryAt(Stage::Upload);
        QVERIFY(bench.journal.begin(entry));
        entry.record.kind = Kind::GoBack;
        entry.record.file = {};
        entry.file.clear();
        QVERIFY(bench.journal.begin(entry));
        QCOMPARE(bench.files().size(), 1);
        const auto found = bench.journal.find(entry.amp);
        QCOMPARE((*found)->record, entry.record);
        QVERIFY((*found)->file.isEmpty());
    }

    void whatALaterVersionAddsSurvives()
    {
        Bench bench;
        UpdateEntry entry = entryAt(Stage::Upload);
        QVERIFY(bench.journal.begin(entry));
        bench.change(u"later"_s, QJsonObject{{u"x"_s, 1}});
        entry.record.stage = Stage::CheckUploaded;
        QVERIFY(bench.journal.advance(entry.amp, entry.record, at(2)));
        QVERIFY(bench.journal.begin(entry));
        QCOMPARE(bench.record()[u"later"_s][u"x"_s], 1);
        QCOMPARE(bench.record()[u"stage"_s], u"check-uploaded"_s);
    }

    void aNewerVersionsUpdateIsLeftAlone()
    {
        Bench bench;
        const UpdateEntry entry = entryAt(Stage::Upload);
        QVERIFY(bench.journal.begin(entry));
        bench.change(u"schema"_s, u"gainstage-update/2"_s);
        const QJsonObject before = bench.record();
        QCOMPARE(bench.journal.find(entry.amp).error().code, Errc::InvalidFile);
        QVERIFY(QString::fromUtf8(bench.journal.find(entry.amp).error().sentence).contains(u"newer version"_s));
        QVERIFY(bench.journal.all().empty());
        QCOMPARE(bench.journal.begin(entry).error().code, Errc::InvalidFile);
        QCOMPARE(bench.journal.advance(entry.amp, entry.record, at(2)).error().code, Errc::InvalidFile);
        QCOMPARE(bench.journal.end(entry.amp).error().code, Errc::InvalidFile);
        QCOMPARE(bench.record(), before);
        QCOMPARE(bench.files().size(), 2);
    }

    void damageIsSaid_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("stage") << u"stage"_s << QJsonValue(u"flying"_s);
        QTest::newRow("kind") << u"kind"_s << QJsonValue(7);
        QTest::newRow("sent_sha256") << u"sent_sha256"_s << QJsonValue(u"abc"_s);
        QTest::newRow("image_hash") << u"image_hash"_s << QJsonValue();
        QTest::newRow("image_sha256") << u"image_sha256"_s << QJsonValue(u"abc"_s);
        QTest::newRow("started") << u"started"_s << QJsonValue(u"yesterday"_s);
        QTest::newRow("before") << u"before"_s << QJsonValue(1);
        QTest::newRow("from") << u"from"_s << QJsonValue(1.2);
        QTest::newRow("schema") << u"schema"_s << QJsonValue(u"something/1"_s);
    }
    void damageIsSaid()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        Bench bench;
        const UpdateEntry entry = entryAt(Stage::Upload);
        QVERIFY(bench.journal.begin(entry));
        bench.change(key, value);
        const auto found = bench.journal.find(entry.amp);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Errc::InvalidFile);
        QCOMPARE(found.error().facts.front(), key.toStdString());
        QVERIFY(bench.journal.all().empty());
        QVERIFY(bench.journal.begin(entry)); // it can begin again
        QVERIFY(bench.journal.find(entry.amp)->has_value());
    }

    void aRecordThatIsNoJsonCanBeReplacedAndRemoved()
    {
        for (const QByteArray &content : {QByteArray(), QByteArray("{\"schema\":\"gainstage-upd"), QByteArray(2 << 20, ' ')}) {
            Bench bench;
            const UpdateEntry entry = entryAt(Stage::Upload);
            QVERIFY(bench.journal.begin(entry));
            bench.put(u".json"_s, content);
            QCOMPARE(bench.journal.find(entry.amp).error().code, Errc::InvalidFile);
            QVERIFY(bench.journal.begin(entry));
            QVERIFY(bench.journal.find(entry.amp)->has_value());
            bench.put(u".json"_s, content);
            QVERIFY(bench.journal.end(entry.amp));
            QCOMPARE(bench.files(), QStringList());
        }
    }

    void anImageThatWasChangedIsNotUsed()
    {
        Bench bench;
        UpdateEntry entry = entryAt(Stage::Upload);
        QVERIFY(bench.journal.begin(entry));
        QByteArray other = entry.file;
        other[17] = 'y';
        bench.put(u".image"_s, other);
        QCOMPARE(bench.journal.find(entry.amp).error().code, Errc::InvalidFile);
        QVERIFY(QFile::remove(bench.path(u".image"_s)));
        QCOMPARE(bench.journal.find(entry.amp).error().code, Errc::InvalidFile);
        QVERIFY(bench.journal.begin(entry));
        QCOMPARE((*bench.journal.find(entry.amp))->file, entry.file);
        // After the amp was asked to run it, it is not needed, and the record must not be hidden by that.
        entry.record.stage = Stage::Reset;
        QVERIFY(bench.journal.advance(entry.amp, entry.record, at(3)));
        bench.put(u".image"_s, other);
        const auto found = bench.journal.find(entry.amp);
        QVERIFY(found && *found);
        QCOMPARE((*found)->record.stage, Stage::Reset);
        QVERIFY((*found)->file.isEmpty());
    }

    void whereNothingCanBeWrittenNothingBegins()
    {
        QTemporaryDir home;
        QFile file(home.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        UpdateJournal journal(home.filePath(u"file/updates"_s));
        const auto begun = journal.begin(entryAt(Stage::Verify));
        QCOMPARE(begun.error().code, Errc::FileIo);
        QVERIFY(*begun.error().hint);
        QVERIFY(!journal.find(ampNamed(u"S1"_s))->has_value());
    }

    void onlyFromMarkTestToConfirmTheAmpHasBeenAsked()
    {
        for (const Stage stage : {Stage::Verify, Stage::Query, Stage::Upload, Stage::CheckUploaded, Stage::Done, Stage::RolledBack, Stage::Failed})
            QVERIFY(!wasAsked(entryAt(stage).record));
        for (const Stage stage : {Stage::MarkTest, Stage::Reset, Stage::WaitReturn, Stage::VerifyRunning, Stage::Confirm})
            QVERIFY(wasAsked(entryAt(stage).record));
    }
};

QTEST_GUILESS_MAIN(UpdateJournalTest)
#include "update_journal_test.moc"
