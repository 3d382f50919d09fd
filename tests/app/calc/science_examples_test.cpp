// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/calc/cases.h"

#include <QFile>
#include <QTest>

using namespace gainstage;
using namespace gainstage::calc;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Case> casesOf(const QByteArray &json)
{
    const auto cases = readCases(json);
    return cases ? *cases : std::vector<Case>();
}

/// Every case that does not come out as its file says, each in a line.
QStringList failures(const std::vector<Case> &cases)
{
    QStringList lines;
    for (const Case &one : cases) {
        for (const QString &difference : differences(one, outcomeOf(one)))
            lines.append(one.id + u": "_s + difference);
    }
    return lines;
}

} // namespace

class ScienceExamplesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWorkedNumberComesOut()
    {
        const auto cases = casesOf(contentOf(QStringLiteral(GAINSTAGE_SOURCE "/tests/golden/science.json")));
        QCOMPARE(cases.size(), 125u);
        QCOMPARE(failures(cases), QStringList());
    }

    void everyCaseSaysWhatMustComeOut()
    {
        for (const Case &one : casesOf(contentOf(QStringLiteral(GAINSTAGE_SOURCE "/tests/golden/science.json"))))
            QVERIFY2(one.expected.isObject() || one.expected == QJsonValue(u"invalid"_s), qPrintable(one.id));
    }

    /// Proves that a number can be wrong: each one, moved by a percent, is noticed.
    void aChangedNumberIsNoticed()
    {
        int changed = 0;
        for (Case one : casesOf(contentOf(QStringLiteral(GAINSTAGE_SOURCE "/tests/golden/science.json")))) {
            const QJsonObject expected = one.expected.toObject();
            for (const QString &key : expected.keys()) {
                if (!expected[key].isDouble() || std::abs(expected[key].toDouble()) < 1e-9)
                    continue;
                QJsonObject wrong = expected;
                wrong[key] = expected[key].toDouble() * 1.01 + (one.operation == u"device_q230"_s ? 2 : 0);
                one.expected = wrong;
                const double moved = std::abs(wrong[key].toDouble() - expected[key].toDouble());
                const bool isSmallDecibels = key.contains(u"db"_s) && key != u"err_db"_s && moved < 0.006;
                if (isSmallDecibels)
                    continue;
                QVERIFY2(failures({one}).size() == 1, qPrintable(one.id + u' ' + key));
                ++changed;
            }
        }
        QVERIFY(changed > 150);
    }

    void theCorpusFileComesOutAsWell()
    {
        const QString path = QStringLiteral(GAINSTAGE_CORPUS "/science/examples.json");
        if (!QFile::exists(path))
            QSKIP("The corpus is not here: configure with -DGAINSTAGE_CORPUS=FOLDER to have its worked numbers computed as well.");
        const auto cases = casesOf(contentOf(path));
        QVERIFY(!cases.empty());
        QCOMPARE(failures(cases), QStringList());
    }
};

QTEST_GUILESS_MAIN(ScienceExamplesTest)
#include "science_examples_test.moc"
