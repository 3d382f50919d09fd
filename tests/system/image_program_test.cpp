// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program_bench.h"
#include "tests/devices/firmware/cabinet_writer.h"
#include "tests/devices/firmware/golden_image.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int exitCode;
    QString out, err;
    QJsonObject object() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    QJsonObject result() const { return object()[u"result"_s].toObject(); }
    QString message() const { return object()[u"error"_s][u"message"_s].toString(); }
};

/// A folder with the golden files in it, in which the program runs. In its arguments "@name" stands for a file of the folder.
class Bench {
public:
    Bench()
    {
        write(u"payload.bin"_s, goldenPlan().payload);
        write(u"golden.img"_s, goldenImage());
        write(u"golden.cab"_s, goldenCabinet());
        write(u"key.pem"_s, bytesOf(QByteArray::fromStdString(goldenKey().toPem())));
        write(u"public.pem"_s, bytesOf(QByteArray::fromStdString(goldenKey().publicKey().toPem())));
    }
    QString path(const QString &name) const { return m_home.path(name); }
    void write(const QString &name, const Bytes &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char *>(content.data()), static_cast<qint64>(content.size()));
    }
    Bytes read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? bytesOf(file.readAll()) : Bytes();
    }
    Ended run(const char *words, const std::function<void()> &before = {}) const
    {
        QStringList arguments = QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
        for (QString &argument : arguments)
            if (argument.startsWith(u'@'))
                argument = path(argument.sliced(1));
        Program program(u"gainstage-image"_s, arguments, m_home.environment(), before);
        const int exitCode = program.exitCode();
        return {exitCode, program.out(), program.err()};
    }

private:
    Home m_home;
};

const char *const kCreate = "create @payload.bin --out @new.img --version 1.2.3+4 --counter 1 --vendor amp.example.org --class reference-amp-rev-a ";

QString with(const char *words, const char *more)
{
    return QString::fromUtf8(words) + QString::fromUtf8(more);
}

} // namespace

class ImageProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void createMakesTheGoldenImage();
    void signingLaterMakesTheSame();
    void hardwareCanBeToldByUuid();
    void newKeysSignAndVerify();
    void aPrivateKeyIsNotReplaced();
    void verifyTellsEveryCheck();
    void verifyRefusesWithTen();
    void anOlderVersionNeedsConsent();
    void aCabinetIsVerifiedToo();
    void showTellsWhatIsInIt();
    void showTellsTheNotes();
    void misuseIsTwo_data();
    void misuseIsTwo();
    void badFilesAreTen();
    void whatCannotBeReadOrWrittenIsOne();
    void aPipeIsNotReplaced();
    void aFullDiskLeavesTheOldFile();
    void everyCommandHasHelp();
};

void ImageProgram::createMakesTheGoldenImage()
{
    const Bench bench;
    const Ended made = bench.run(qPrintable(with(kCreate, "--header-size 32 --key @key.pem --json")));
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(bench.read(u"new.img"_s), goldenImage());
    QCOMPARE(made.result()[u"sha256"_s], u"d52ec4ba422dd4fbca9bda00d6e0ba7a37025fd588554fafbd2b84efbec07632"_s);
    QCOMPARE(made.result()[u"signed"_s], true);
}

void ImageProgram::signingLaterMakesTheSame()
{
    const Bench bench;
    QCOMPARE(bench.run(kCreate).exitCode, 0);
    QCOMPARE(bench.read(u"new.img"_s).size(), 148U);
    QCOMPARE(bench.run("sign @new.img --out @signed.img --key @key.pem").exitCode, 0);
    QCOMPARE(bench.read(u"signed.img"_s), goldenImage());
    QCOMPARE(bench.run("sign @signed.img --out @signed.img --key @key.pem").exitCode, 0);
    QCOMPARE(bench.read(u"signed.img"_s), goldenImage());
}

void ImageProgram::hardwareCanBeToldByUuid()
{
    const Bench bench;
    const Ended made = bench.run("create @payload.bin --out @new.img --version 1.2.3+4 --counter 1 --vendor c2747aa3-5bdb-5766-8c3c-be5205ead186 "
                                 "--class a5ed5aa9-0383-56eb-a0d5-b57922ee1109 --key @key.pem");
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(bench.read(u"new.img"_s), goldenImage());
}

void ImageProgram::newKeysSignAndVerify()
{
    const Bench bench;
    QCOMPARE(bench.run("keygen --out @mine.pem --public @mine.pub").exitCode, 0);
    QCOMPARE(QFile::permissions(bench.path(u"mine.pem"_s)) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(bench.run("sign @golden.img --out @mine.img --key @mine.pem").exitCode, 0);
    QCOMPARE(bench.run("verify @mine.img --key @mine.pub").exitCode, 0);
    QCOMPARE(bench.run("verify @mine.img --key @public.pem --key @mine.pub").exitCode, 0);
    QCOMPARE(bench.run("verify @mine.img --key @public.pem").exitCode, 10);
}

void ImageProgram::aPrivateKeyIsNotReplaced()
{
    const Bench bench;
    const Bytes before = bench.read(u"key.pem"_s);
    const Ended refused = bench.run("keygen --out @key.pem --public @other.pub");
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.err.contains(bench.path(u"key.pem"_s)));
    QCOMPARE(bench.read(u"key.pem"_s), before);
    QVERIFY(!QFile::exists(bench.path(u"other.pub"_s)));
    QCOMPARE(QDir(bench.path(QString())).entryList({u"key.pem.*"_s}, QDir::Files | QDir::Hidden).size(), 0);
}

const char *const kVerify =
    "verify @golden.img --key @public.pem --vendor amp.example.org --class reference-amp-rev-a --counter 1 --slot-size 292 --json ";

void ImageProgram::verifyTellsEveryCheck()
{
    const Bench bench;
    const Ended verified = bench.run(qPrintable(with(kVerify, "--running 1.2.2")));
    QCOMPARE(verified.exitCode, 0);
    QCOMPARE(verified.result()[u"verdict"_s], u"passed"_s);
    QCOMPARE(verified.result()[u"checks"_s].toArray().size(), 8);
    QCOMPARE(verified.object()[u"schema"_s], u"gainstage-image/1"_s);
    const Ended forPeople = bench.run("verify @golden.img --key @public.pem");
    QCOMPARE(forPeople.exitCode, 0);
    QCOMPARE(forPeople.out.count(u'\n'), 8);
    QCOMPARE(forPeople.out.count(u"not checked"_s), 4);
    QCOMPARE(bench.run("verify @golden.img --key @public.pem --json").result()[u"verdict"_s], u"not-checked"_s);
}

void ImageProgram::verifyRefusesWithTen()
{
    const Bench bench;
    const Ended otherAmp = bench.run("verify @golden.img --key @public.pem --vendor other.example.org --class x --counter 2 --json");
    QCOMPARE(otherAmp.exitCode, 10);
    QCOMPARE(otherAmp.object()[u"exit_code"_s], 10);
    QCOMPARE(otherAmp.result()[u"verdict"_s], u"refused"_s);
    const QJsonArray checks = otherAmp.result()[u"checks"_s].toArray();
    QCOMPARE(checks[4][u"check"_s], u"hardware"_s);
    QCOMPARE(checks[4][u"field"_s], u"TLV 74, vendor UUID"_s);
    QCOMPARE(checks[5][u"verdict"_s], u"refused"_s);
}

void ImageProgram::anOlderVersionNeedsConsent()
{
    const Bench bench;
    const Ended older = bench.run(qPrintable(with(kVerify, "--running 2.0.0")));
    QCOMPARE(older.exitCode, 0);
    QCOMPARE(older.result()[u"verdict"_s], u"needs-consent"_s);
    QCOMPARE(older.result()[u"consent"_s], u"downgrade"_s);
    const Ended same =
        bench.run(qPrintable(with(kVerify, "--running 1.2.3+4 --running-hash a4da69509322338ff4837c1b2b6ca7cde3eda1beabff57acc88fbaddd781f061")));
    QCOMPARE(same.result()[u"consent"_s], u"reinstall"_s);
}

void ImageProgram::aCabinetIsVerifiedToo()
{
    const Bench bench;
    const Ended verified = bench.run("verify @golden.cab --key @public.pem --json");
    QCOMPARE(verified.exitCode, 0);
    QCOMPARE(verified.result()[u"checks"_s].toArray().size(), 11);
    bench.write(u"bad.cab"_s, writeCabinet({{"../firmware.bin", goldenImage()}, {"reference.metainfo.xml", goldenMetainfo()}}));
    const Ended refused = bench.run("verify @bad.cab --key @public.pem --json");
    QCOMPARE(refused.exitCode, 10);
    QCOMPARE(refused.result()[u"checks"_s].toArray().last()[u"field"_s], u"entry name"_s);
}

void ImageProgram::showTellsWhatIsInIt()
{
    const Bench bench;
    const Ended shown = bench.run("show @golden.img --json");
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(shown.result()[u"version"_s], u"1.2.3+4"_s);
    QCOMPARE(shown.result()[u"security_counter"_s], 1);
    QCOMPARE(shown.result()[u"class"_s], u"a5ed5aa9-0383-56eb-a0d5-b57922ee1109"_s);
    QCOMPARE(shown.result()[u"hash"_s], u"a4da69509322338ff4837c1b2b6ca7cde3eda1beabff57acc88fbaddd781f061"_s);
    const Ended forPeople = bench.run("show @golden.img");
    QVERIFY(forPeople.out.contains(u"1.2.3+4"_s) && forPeople.out.contains(u"c2747aa3-5bdb-5766-8c3c-be5205ead186"_s));
}

void ImageProgram::showTellsTheNotes()
{
    const Bench bench;
    QVERIFY(bench.run("show @golden.cab").out.contains(u"• Quieter start"_s));
    const QJsonObject cabinet = bench.run("show @golden.cab --json").result()[u"cabinet"_s].toObject();
    QCOMPARE(cabinet[u"update_protocol"_s], u"org.example.amp.smp"_s);
    QCOMPARE(cabinet[u"release"_s][u"version"_s], u"1.2.3"_s);
    QVERIFY(cabinet[u"release"_s][u"notes"_s].toString().startsWith(u"The volume no longer jumps"_s));
}

void ImageProgram::misuseIsTwo_data()
{
    QTest::addColumn<QByteArray>("words");
    const QByteArray create = QByteArray(kCreate).simplified() + ' ';
    for (const QByteArray &words :
         {QByteArray(), QByteArray("paint"), QByteArray("show"), QByteArray("show @golden.img @golden.img"), QByteArray("show @golden.img --colour"),
          QByteArray("verify @golden.img"), QByteArray("sign @golden.img --out @x"), QByteArray("keygen --out @x extra --public @y"),
          QByteArray("verify @golden.img --key @public.pem --class name"), QByteArray("verify @golden.img --key @public.pem --counter -1"),
          QByteArray("verify @golden.img --key @public.pem --running one"), QByteArray("verify @golden.img --key @public.pem --running-hash 12"),
          QByteArray(create + "--header-size 36"), QByteArray(create + "--header-size 8192"), QByteArray(create + "--counter 4294967296"),
          QByteArray(create + "--version 1.2")})
        QTest::newRow(words.constData()) << words;
}

void ImageProgram::misuseIsTwo()
{
    QFETCH(const QByteArray, words);
    const Bench bench;
    const Ended misused = bench.run(words.constData());
    QCOMPARE(misused.exitCode, 2);
    QVERIFY(misused.err.startsWith(u"gainstage-image: "_s));
    QCOMPARE(misused.out, QString());
    QVERIFY(!QFile::exists(bench.path(u"new.img"_s)));
    const Ended json = bench.run(QByteArray(words + " --json").constData());
    QVERIFY(!json.message().isEmpty());
    QCOMPARE(json.object()[u"exit_code"_s], 2);
}

void ImageProgram::badFilesAreTen()
{
    const Bench bench;
    Bytes cut = goldenImage();
    cut.resize(200);
    bench.write(u"cut.img"_s, cut);
    const Ended shown = bench.run("show @cut.img --json");
    QCOMPARE(shown.exitCode, 10);
    QVERIFY(shown.message().contains(u"148"_s)); // where the area begins that is cut off
    QCOMPARE(bench.run("sign @payload.bin --out @x.img --key @key.pem").exitCode, 10);
    QCOMPARE(bench.run("sign @golden.img --out @x.img --key @public.pem").exitCode, 10);
    QCOMPARE(bench.run("verify @golden.img --key @golden.img").exitCode, 10);
    QVERIFY(!QFile::exists(bench.path(u"x.img"_s)));
}

void ImageProgram::whatCannotBeReadOrWrittenIsOne()
{
    const Bench bench;
    QCOMPARE(bench.run("show @nothing").exitCode, 1);
    QCOMPARE(bench.run("show /dev/zero").exitCode, 1);
    QCOMPARE(bench.run("sign @golden.img --out @golden.img --key @nothing").exitCode, 1);
    QCOMPARE(bench.read(u"golden.img"_s), goldenImage());
    QCOMPARE(bench.run("sign @golden.img --out @no/folder/x.img --key @key.pem").exitCode, 1);
    QCOMPARE(bench.run("keygen --out @no/folder/x.pem --public @x.pub").exitCode, 1);
}

void ImageProgram::aPipeIsNotReplaced()
{
    const Bench bench;
    const QByteArray pipe = bench.path(u"pipe"_s).toUtf8();
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    QCOMPARE(bench.run("sign @golden.img --out @pipe --key @key.pem").exitCode, 1);
    QCOMPARE(bench.run("show @pipe").exitCode, 1);
    struct stat now = {};
    QVERIFY(stat(pipe.constData(), &now) == 0 && S_ISFIFO(now.st_mode));
}

void ImageProgram::aFullDiskLeavesTheOldFile()
{
    const Bench bench;
    bench.write(u"old.img"_s, {1, 2, 3});
    // No file may grow beyond 100 bytes, and the signal for that is ignored: writing fails as on a full disk.
    const auto full = [] {
        const rlimit limit{100, 100};
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, SIG_IGN);
    };
    const Ended failed = bench.run("sign @golden.img --out @old.img --key @key.pem", full);
    QCOMPARE(failed.exitCode, 1);
    QVERIFY(failed.err.contains(bench.path(u"old.img"_s)));
    QCOMPARE(bench.read(u"old.img"_s), (Bytes{1, 2, 3}));
    QCOMPARE(bench.run("keygen --out @new.pem --public @new.pub", full).exitCode, 1);
    QVERIFY(!QFile::exists(bench.path(u"new.pem"_s)));
}

void ImageProgram::everyCommandHasHelp()
{
    const Bench bench;
    for (const char *words : {"--help", "create --help", "sign -h", "verify --help", "show --help", "keygen --help"}) {
        const Ended help = bench.run(words);
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains(u"gainstage-image"_s) && help.out.contains(u"--json"_s));
    }
    QCOMPARE(bench.run("--version").out, QString(u"gainstage-image "_s + u"" GAINSTAGE_VERSION "\n"_s));
}

QTEST_GUILESS_MAIN(ImageProgram)
#include "image_program_test.moc"
