// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/catalog/catalog.h"
#include "devices/catalog/udev_rules.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace gainstage;
using namespace Qt::StringLiterals;

namespace {

QStringList rules()
{
    return QString::fromStdString(catalog::udevRulesOnly(catalog::udevRules())).split(u'\n', Qt::SkipEmptyParts);
}

QString ids(const catalog::Model &model)
{
    const auto hex = [](std::uint16_t number) { return QString::number(number, 16).rightJustified(4, u'0'); };
    return u"ATTRS{idVendor}==\"%1\", ATTRS{idProduct}==\"%2\""_s.arg(hex(model.vendorId), hex(model.productId));
}

bool opens(const QString &rule, Wire wire)
{
    return rule.startsWith(wire == Wire::Hid ? u"SUBSYSTEM==\"hidraw\""_s : u"SUBSYSTEM==\"tty\""_s) && rule.contains(u"TAG+=\"uaccess\""_s);
}

int rulesThatOpen(const catalog::Model &model)
{
    return static_cast<int>(
        std::ranges::count_if(rules(), [&](const QString &rule) { return opens(rule, model.wire) && rule.contains(ids(model)); }));
}

} // namespace

class UdevRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFileOfTheProjectIsTheGeneratedText();
    void everySupportedAmpIsOpened();
    void ampsThatAreOnlyKnownStayClosed();
    void modemsAreNotLookedForOnSerialAmps();
    void theReferenceProtocolIsToldByItsNames();
    void commentsAndEmptyLinesDoNotCount();
};

void UdevRulesTest::theFileOfTheProjectIsTheGeneratedText()
{
    QFile file(QStringLiteral(GAINSTAGE_SOURCE "/app/desktop/70-gainstage.rules"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), catalog::udevRules()); // gainstagectl doctor --rules prints it
}

void UdevRulesTest::everySupportedAmpIsOpened()
{
    for (const catalog::Model &model : catalog::models()) {
        if (model.support == catalog::Support::Supported)
            QVERIFY2(rulesThatOpen(model) >= 1, model.name.data());
    }
}

void UdevRulesTest::ampsThatAreOnlyKnownStayClosed()
{
    for (const catalog::Model &model : catalog::models()) {
        for (const QString &rule : rules()) {
            if (model.support == catalog::Support::Supported || !opens(rule, model.wire) || !rule.contains(ids(model)))
                continue;
            // Where supported amps have the same number, their name is asked for.
            QVERIFY2(rule.contains(u"ATTRS{product}=="_s), qPrintable(rule));
        }
    }
    for (const QString &rule : rules()) {
        const bool onlyByVendor = rule.contains(u"idVendor"_s) && !rule.contains(u"idProduct"_s);
        QVERIFY2(!onlyByVendor, qPrintable(rule));
    }
}

void UdevRulesTest::modemsAreNotLookedForOnSerialAmps()
{
    int serial = 0;
    for (const QString &rule : rules()) {
        if (!rule.startsWith(u"SUBSYSTEM==\"tty\""_s))
            continue;
        ++serial;
        QVERIFY2(rule.contains(u"ENV{ID_MM_DEVICE_IGNORE}=\"1\""_s), qPrintable(rule));
    }
    QVERIFY(serial >= 2);
}

void UdevRulesTest::theReferenceProtocolIsToldByItsNames()
{
    QVERIFY(rules().contains(u"SUBSYSTEM==\"hidraw\", ATTRS{product}==\"*Gainstage*\", TAG+=\"uaccess\""_s));
    QVERIFY(rules().contains(u"SUBSYSTEM==\"hidraw\", ATTRS{manufacturer}==\"Gainstage\", TAG+=\"uaccess\""_s));
    QVERIFY(std::ranges::any_of(
        rules(), [](const QString &rule) { return opens(rule, Wire::Serial) && rule.contains(u"ATTRS{manufacturer}==\"Gainstage\""_s); }));
}

void UdevRulesTest::commentsAndEmptyLinesDoNotCount()
{
    QCOMPARE(catalog::udevRulesOnly("# a\n\n  A==\"1\" \r\nB==\"2\""), std::string("A==\"1\"\nB==\"2\"\n"));
    QVERIFY(catalog::udevRulesOnly(catalog::udevRules()).find('#') == std::string::npos);
}

QTEST_GUILESS_MAIN(UdevRulesTest)
#include "udev_rules_test.moc"
