// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/profiles/peq_text.h"

#include <QTest>

#include <random>

using namespace gainstage;
using namespace gainstage::profiles;
using namespace Qt::StringLiterals;

namespace {

PeqText parsed(const QByteArray &text)
{
    return readPeqText(text).value_or(PeqText());
}

QByteArray codesOf(const std::vector<LineNote> &notes)
{
    QByteArray all;
    for (const LineNote &note : notes)
        all += QByteArray::number(note.line) + ':' + note.code + ' ';
    return all.trimmed();
}

} // namespace

class PeqTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyEncodingIsRead()
    {
        const QString line = u"Filter 1: ON PK Fc 100 Hz Gain \u22123.5 dB Q 1"_s;
        QByteArray utf16(reinterpret_cast<const char *>(line.utf16()), line.size() * 2);
        const QByteArray inUtf16 = "\xff\xfe" + utf16;
        const QByteArray windows = "Filter 1: ON PK Fc 100 Hz Gain \x96"
                                   "3.5 dB Q 1",
                         marked = "\xef\xbb\xbf" + line.toUtf8();
        for (const QByteArray &bytes : std::initializer_list<QByteArray>{line.toUtf8(), marked, inUtf16, windows}) {
            const PeqText text = parsed(bytes);
            QCOMPARE(text.bands.size(), 1u);
            QCOMPARE(text.bands[0].filter.gain.value, -3.5);
        }
        QCOMPARE(codesOf(parsed(inUtf16).warnings), "1:bom_stripped");
    }

    void everyLineEndIsALineEnd()
    {
        QCOMPARE(codesOf(parsed("a: b\r\nPreamp: x\rPreamp: y\nPreamp: z").errors), "2:bad_number 3:bad_number 4:bad_number");
    }

    void frequencies_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("hertz");
        QTest::addColumn<bool>("ambiguous");
        QTest::newRow("plain") << QByteArray("100") << 100.0 << false;
        QTest::newRow("decimal") << QByteArray("61.9") << 61.9 << false;
        QTest::newRow("grouped") << QByteArray("1.079") << 1079.0 << false;
        QTest::newRow("grouped or not") << QByteArray("12.500") << 12500.0 << true;
        QTest::newRow("too high to be grouped") << QByteArray("63.000") << 63.0 << true;
        QTest::newRow("grouped with a decimal") << QByteArray("1,079.50") << 1079.5 << false;
        QTest::newRow("grouped with a comma as decimal") << QByteArray("1.079,50") << 1079.5 << false;
        QTest::newRow("space") << QByteArray("12 384") << 12384.0 << false;
        QTest::newRow("narrow space") << QByteArray("2\u202f384") << 2384.0 << false;
        QTest::newRow("below one") << QByteArray("0.500") << 0.5 << false;
    }
    void frequencies()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, hertz);
        QFETCH(bool, ambiguous);
        const PeqText read = parsed(QByteArray("Filter 1: ON PK Fc " + text + " Hz Gain 1 dB Q 1"));
        QCOMPARE(read.bands.size(), 1u);
        QCOMPARE(read.bands[0].filter.frequency.value, hertz);
        QCOMPARE(read.warnings.size(), ambiguous ? 1u : 0u);
    }

    void kilohertzAreNotGroupedTwice() { QCOMPARE(parsed("Filter: ON PK Fc 1.079 kHz Gain 1 dB Q 1").bands[0].filter.frequency.value, 1079.0); }

    void wrongLinesAreNamedAndTheRestIsRead()
    {
        const PeqText text = parsed("Filter 1: ON PK Fc 0 Hz Gain 1 dB Q 1\nFilter 2: ON PK Fc 10 Hz Gain 1 dB Q -1\nFilter 3: ON AP Fc 10 Hz\n"
                                    "Filter 4: ON LSC 60 dB Fc 100 Hz Gain 20 dB\nFilter 5: ON\nFilter 6: PK Fc 100 Hz Gain 2 dB Q 1\n"
                                    "GraphicEQ: 20; 30 1; x 2\nInclude: other.txt\nDelay: 3 ms");
        QCOMPARE(codesOf(text.errors), "1:bad_fc 2:bad_q 3:no_q 4:bad_q 5:unknown_type 7:bad_pair 7:bad_pair");
        QCOMPARE(codesOf(text.warnings), "6:no_switch 8:unsupported_command");
        QCOMPARE(text.bands.size(), 1u);
        QCOMPARE(text.graphic.size(), 1u);
    }

    void firstOrderFiltersHaveNoQ()
    {
        const PeqText text = parsed("Filter 1: ON HP1 Fc 20 Hz\nFilter 2: ON LP Fc 20 Hz");
        QCOMPARE(text.bands.size(), 2u);
        QVERIFY(text.bands[0].firstOrder);
        QVERIFY(!text.bands[1].firstOrder);
    }

    void theLastOfTwoEqualFrequenciesCounts()
    {
        const PeqText text = parsed("GraphicEQ: 100 1; 50 2; 100 3");
        QCOMPARE(text.graphic.size(), 2u);
        QCOMPARE(text.graphic[1].gain.value, 3.0);
    }

    void hugeFilesAreRefused()
    {
        QCOMPARE(readPeqText(QByteArray((1 << 20) + 1, 'x')).error().code, Errc::InvalidFile);
        QCOMPARE(readPeqText(QByteArray(10000, '\n')).error().code, Errc::InvalidFile);
        QCOMPARE(readPeqText(QByteArray("Filter: ON PK Fc 100 Hz Gain 1 dB Q 1\n").repeated(257)).error().code, Errc::InvalidFile);
        QVERIFY(readPeqText(QByteArray("Filter: ON PK Fc 100 Hz Gain 1 dB Q 1\n").repeated(256)));
    }

    /// Whatever stands in a file, what is read are numbers.
    void anyBytes()
    {
        std::mt19937 dice(7);
        const QByteArray letters = "Filter 1: ON PKLSCHQ Fc Gain dB Hz k Q BW Oct 0123456789.,-;:\n\r\t\xe2\x88\x92\xff\x96 GraphicEQ Preamp";
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes = round % 2 == 0 ? "Filter 1: ON LS 6dB Fc 50.0 Hz Gain 7.2 dB Q 1\nGraphicEQ: 20 -7.5; 21 -7.4" : "";
            for (int i = 0; i < 20; ++i)
                bytes.insert(static_cast<qsizetype>(dice() % static_cast<unsigned>(bytes.size() + 1)),
                             letters[static_cast<qsizetype>(dice() % static_cast<unsigned>(letters.size()))]);
            for (const TextBand &band : parsed(bytes).bands) {
                QVERIFY(band.filter.frequency.value > 0 && std::isfinite(band.filter.frequency.value));
                QVERIFY(band.filter.q > 0 && std::isfinite(band.filter.gain.value));
            }
        }
    }
};

QTEST_GUILESS_MAIN(PeqTextTest)
#include "peq_text_test.moc"
