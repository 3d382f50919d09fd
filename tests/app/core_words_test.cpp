// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/core/words.h"

#include "tests/app/fake_amp.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

class Words : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasANameOfItsOwn();
    void factsStandWhereTheirNumberStands();
    void aFactIsNeverTakenForAPlaceholder();
    void aHintIsOnlyThereWhereOneIs();
    void knownRolesAndChoicesAreNamedByUsOthersByTheMaker();
};

void Words::everyCodeHasANameOfItsOwn()
{
    std::set<QString> names;
    for (int code = static_cast<int>(Errc::Internal); code <= static_cast<int>(Errc::FileIo); ++code) {
        const QString name = codeName(static_cast<Errc>(code));
        QVERIFY2(QRegularExpression(u"^[a-z]+(-[a-z]+)*$"_s).match(name).hasMatch(), qPrintable(name));
        QVERIFY2(names.insert(name).second, qPrintable(name));
    }
    QCOMPARE(codeName(Errc::OutOfRange), u"out-of-range"_s);
    QCOMPARE(codeName(Errc::FileIo), u"file-io"_s);
}

void Words::factsStandWhereTheirNumberStands()
{
    const Error error{Errc::Refused, SENTENCE("error", "%2 before %1, and %2 again."), {"a", "b"}, ""};
    QCOMPARE(words(error), u"b before a, and b again."_s);
}

void Words::aFactIsNeverTakenForAPlaceholder()
{
    const Error error{Errc::Refused, SENTENCE("error", "%1: %2"), {"100 %2 %1", "ü"}, ""};
    QCOMPARE(words(error), u"100 %2 %1: ü"_s);
}

void Words::aHintIsOnlyThereWhereOneIs()
{
    QCOMPARE(hint({Errc::Busy, "", {}, ""}), QString());
    QCOMPARE(hint({Errc::Busy, "", {}, "Close it."}), u"Close it."_s);
}

void Words::knownRolesAndChoicesAreNamedByUsOthersByTheMaker()
{
    const Description amp = fakeDescription();
    QCOMPARE(label(*amp.find(kFilter)), u"Digital filter"_s);
    QCOMPARE(label(*amp.find(kTubes)), u"Tubes"_s);
    QCOMPARE(label(*amp.find(kOutput), amp.find(kOutput)->choices()->list[1]), u"Headphone XLR-4"_s);
    QCOMPARE(label(*amp.find(kGain), amp.find(kGain)->choices()->list[1]), u"Mid"_s);
}

QTEST_GUILESS_MAIN(Words)
#include "core_words_test.moc"
