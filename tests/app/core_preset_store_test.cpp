// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/core/preset_store.h"

#include "app/core/words.h"
#include "tests/app/fake_amp.h"
#include "tests/support/outcome.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

Preset named(const QString &name)
{
    return Preset::of(name, fakeDescription(), fakeState());
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class PresetStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<PresetStore>(folder());
    }
    void cleanup() { m_home.reset(); }

    void anEmptyStoreMakesNoFolder();
    void presetsAreListedByName();
    void aTakenNameIsRefusedAndReplacingKeepsWhatALaterVersionAdded();
    void namesAreComparedWithoutCase();
    void noNameLeavesTheFolderOrOverwritesAnother_data();
    void noNameLeavesTheFolderOrOverwritesAnother();
    void impossibleNamesAreUsage();
    void badFilesAreListedWithTheReasonAndStayUntouched();
    void twoFilesWithOneNameAreNotHidden();
    void renamingMovesTheFileAndRefusesATakenName();
    void aDeletedPresetComesBackAlsoAfterARestart();
    void comingBackOverwritesNothing();
    void importAndExportCarryEverything();
    void whatIsNotAPresetIsNotImported();
    void aFolderThatCannotBeWrittenIsAnErrorAndLosesNothing();

private:
    QString folder() const { return m_home->filePath(u"presets"_s); }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<PresetStore> m_store;
};

void PresetStoreTest::anEmptyStoreMakesNoFolder()
{
    QVERIFY(m_store->list().presets.empty());
    QVERIFY(failedWith(Errc::NotFound, m_store->load(u"x"_s)));
    QVERIFY(failedWith(Errc::NotFound, m_store->remove(u"x"_s)));
    QVERIFY(failedWith(Errc::NotFound, m_store->undoRemove()));
    QVERIFY(!QDir(folder()).exists());
}

void PresetStoreTest::presetsAreListedByName()
{
    for (const QString &name : {u"b"_s, u"a"_s, u"c"_s})
        QVERIFY(m_store->save(named(name), false));
    QStringList names;
    for (const Preset &preset : m_store->list().presets)
        names << preset.name;
    QCOMPARE(names, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(files(), (QStringList{u"a.json"_s, u"b.json"_s, u"c.json"_s}));
}

void PresetStoreTest::aTakenNameIsRefusedAndReplacingKeepsWhatALaterVersionAdded()
{
    Preset later = named(u"Evening"_s);
    later.document[u"target_level"_s] = 85;
    later.note = u"old"_s;
    QVERIFY(m_store->save(later, false));
    QVERIFY(failedWith(Errc::Refused, m_store->save(named(u"Evening"_s), false)));
    QCOMPARE(m_store->load(u"Evening"_s)->note, u"old"_s);
    QVERIFY(m_store->save(named(u"Evening"_s), true));
    QCOMPARE(m_store->load(u"Evening"_s)->note, QString());
    QCOMPARE(m_store->load(u"Evening"_s)->document[u"target_level"_s], 85);
    QCOMPARE(files().size(), 1);
}

void PresetStoreTest::namesAreComparedWithoutCase()
{
    QVERIFY(m_store->save(named(u"Öl"_s), false));
    QVERIFY(failedWith(Errc::Refused, m_store->save(named(u" öL "_s), false)));
    QVERIFY(m_store->load(u"ÖL"_s));
}

void PresetStoreTest::noNameLeavesTheFolderOrOverwritesAnother_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"../../x", "/etc/x", "..", ".hidden", "a/b", "a-b", "con:", "%n", "日本", "'; rm -rf", "trash"})
        QTest::newRow(name) << QString::fromUtf8(name);
    QTest::newRow("long") << QString(100, u'x');
}

void PresetStoreTest::noNameLeavesTheFolderOrOverwritesAnother()
{
    QFETCH(QString, name);
    QVERIFY(m_store->save(named(u"a b"_s), false)); // lies at a file name that others may want
    QVERIFY(m_store->save(named(u"a?b"_s), false));
    QVERIFY(m_store->save(named(name), false));
    QCOMPARE(m_store->load(name)->name, name);
    QVERIFY(m_store->load(u"a b"_s) && m_store->load(u"a?b"_s));
    QCOMPARE(files().size(), 3);
    QCOMPARE(QDir(m_home->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{u"presets"_s});
}

void PresetStoreTest::impossibleNamesAreUsage()
{
    for (const QString &name : {QString(), u"  "_s, u"a\nb"_s, QString(101, u'x')})
        QVERIFY(failedWith(Errc::Usage, m_store->save(named(name), false)));
    QVERIFY(m_store->save(named(u"a"_s), false));
    QVERIFY(failedWith(Errc::Usage, m_store->rename(u"a"_s, u" "_s)));
}

void PresetStoreTest::badFilesAreListedWithTheReasonAndStayUntouched()
{
    QVERIFY(m_store->save(named(u"good"_s), false));
    const QByteArray newer = QByteArray(named(u"new"_s).toFile()).replace("gainstage-preset/1", "gainstage-preset/2");
    put(folder() + u"/new.json"_s, newer);
    put(folder() + u"/cut.json"_s, "{\"schema\":");
    const auto listing = m_store->list();
    QCOMPARE(listing.presets.size(), 1U);
    QCOMPARE(listing.unreadable.size(), 2U);
    QCOMPARE(listing.unreadable[0].first, u"cut.json"_s);
    QVERIFY(words(listing.unreadable[0].second).startsWith(u"cut.json: "_s));
    QVERIFY(words(listing.unreadable[1].second).contains(u"gainstage-preset/2"_s));
    QVERIFY(m_store->save(named(u"new"_s), true));
    QCOMPARE(contentOf(folder() + u"/new.json"_s), newer);
    QVERIFY(m_store->load(u"new"_s));
}

void PresetStoreTest::twoFilesWithOneNameAreNotHidden()
{
    QVERIFY(m_store->save(named(u"a"_s), false));
    QVERIFY(QFile::copy(folder() + u"/a.json"_s, folder() + u"/copy.json"_s));
    const auto listing = m_store->list();
    QCOMPARE(listing.presets.size(), 1U);
    QCOMPARE(listing.unreadable.front().first, u"copy.json"_s);
}

void PresetStoreTest::renamingMovesTheFileAndRefusesATakenName()
{
    QVERIFY(m_store->save(named(u"a"_s), false));
    QVERIFY(m_store->save(named(u"b"_s), false));
    QVERIFY(failedWith(Errc::Refused, m_store->rename(u"a"_s, u"B"_s)));
    QVERIFY(failedWith(Errc::NotFound, m_store->rename(u"z"_s, u"y"_s)));
    QVERIFY(m_store->rename(u"a"_s, u"c"_s));
    QVERIFY(m_store->rename(u"c"_s, u"C"_s));
    QVERIFY(!m_store->load(u"a"_s));
    QCOMPARE(m_store->load(u"c"_s)->name, u"C"_s);
    QCOMPARE(files(), (QStringList{u"b.json"_s, u"c.json"_s}));
}

void PresetStoreTest::aDeletedPresetComesBackAlsoAfterARestart()
{
    for (const QString &name : {u"a"_s, u"b"_s}) {
        Preset preset = named(name);
        preset.document[u"later"_s] = name;
        QVERIFY(m_store->save(preset, false));
        QVERIFY(m_store->remove(name));
    }
    QVERIFY(m_store->list().presets.empty());
    PresetStore restarted(folder());
    QCOMPARE(restarted.undoRemove().value(), u"b"_s);
    QCOMPARE(restarted.undoRemove().value(), u"a"_s);
    QVERIFY(failedWith(Errc::NotFound, restarted.undoRemove()));
    QCOMPARE(restarted.load(u"a"_s)->document[u"later"_s], u"a"_s);
}

void PresetStoreTest::comingBackOverwritesNothing()
{
    QVERIFY(m_store->save(named(u"a"_s), false));
    QVERIFY(m_store->remove(u"a"_s));
    Preset other = named(u"A"_s);
    other.note = u"other"_s;
    QVERIFY(m_store->save(other, false));
    QVERIFY(failedWith(Errc::Refused, m_store->undoRemove()));
    QCOMPARE(m_store->load(u"a"_s)->note, u"other"_s);
    QVERIFY(m_store->rename(u"A"_s, u"other"_s));
    QCOMPARE(m_store->undoRemove().value(), u"a"_s);
}

void PresetStoreTest::importAndExportCarryEverything()
{
    Preset preset = named(u"Evening"_s);
    preset.document[u"later"_s] = 1;
    QVERIFY(m_store->save(preset, false));
    const QString path = m_home->filePath(u"out.json"_s);
    QVERIFY(m_store->exportFile(u"evening"_s, path));
    QVERIFY(failedWith(Errc::Refused, m_store->importFile(path, false)));
    PresetStore other(m_home->filePath(u"other"_s));
    QCOMPARE(other.importFile(path, false)->name, u"Evening"_s);
    QCOMPARE(other.load(u"Evening"_s)->toFile(), m_store->load(u"Evening"_s)->toFile());
    QVERIFY(failedWith(Errc::NotFound, m_store->exportFile(u"none"_s, path)));
}

void PresetStoreTest::whatIsNotAPresetIsNotImported()
{
    const QString fifo = m_home->filePath(u"pipe"_s);
    QCOMPARE(mkfifo(qPrintable(fifo), 0600), 0);
    put(m_home->filePath(u"bad"_s), "not JSON");
    QVERIFY(failedWith(Errc::NotFound, m_store->importFile(m_home->filePath(u"none"_s), false)));
    QVERIFY(failedWith(Errc::FileIo, m_store->importFile(m_home->path(), false)));
    QVERIFY(failedWith(Errc::FileIo, m_store->importFile(fifo, false)));
    QVERIFY(failedWith(Errc::InvalidFile, m_store->importFile(m_home->filePath(u"bad"_s), false)));
    QVERIFY(m_store->list().presets.empty());
}

void PresetStoreTest::aFolderThatCannotBeWrittenIsAnErrorAndLosesNothing()
{
    put(m_home->filePath(u"file"_s), "a file where the folder should be");
    PresetStore store(m_home->filePath(u"file/presets"_s));
    const auto outcome = store.save(named(u"a"_s), false);
    QVERIFY(failedWith(Errc::FileIo, outcome));
    QVERIFY(outcome.error().facts.front().ends_with("file/presets/a.json"));
}

QTEST_GUILESS_MAIN(PresetStoreTest)
#include "core_preset_store_test.moc"
