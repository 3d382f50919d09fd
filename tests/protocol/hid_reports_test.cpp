// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "protocol/transport/hid_reports.h"
#include "tests/support/outcome.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;

class HidReportsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aReportWithoutNumberGoesBehindAZeroAndIsFilledUp()
    {
        const HidReports reports{false, {{0, 4}}, {}};
        QCOMPARE(*outgoingReport(reports, Bytes{1, 2}), (Bytes{0, 1, 2, 0, 0}));
        QCOMPARE(*outgoingReport(reports, Bytes{1, 2, 3, 4}), (Bytes{0, 1, 2, 3, 4}));
        QVERIFY(failedWith(Errc::OutOfRange, outgoingReport(reports, Bytes{1, 2, 3, 4, 5})));
    }

    void aNumberedReportBeginsWithItsNumber()
    {
        const HidReports reports{true, {{7, 3}, {1, 1}}, {}};
        QCOMPARE(*outgoingReport(reports, Bytes{7, 9}), (Bytes{7, 9, 0, 0}));
        QCOMPARE(*outgoingReport(reports, Bytes{1, 9}), (Bytes{1, 9}));
        QVERIFY(failedWith(Errc::OutOfRange, outgoingReport(reports, Bytes{1, 9, 9})));
        QVERIFY(failedWith(Errc::Unsupported, outgoingReport(reports, Bytes{2, 9})));
        QVERIFY(failedWith(Errc::Unsupported, outgoingReport(reports, Bytes{})));
    }

    void withoutADescriptorItGoesAsItIs() { QCOMPARE(*outgoingReport({}, Bytes{0x54, 2}), (Bytes{0, 0x54, 2})); }

    void theReportThatUnlocksABootLoaderIsNeverSent()
    {
        const HidReports reports{true, {{kForbiddenReport, 8}}, {}};
        QVERIFY(failedWith(Errc::Unsupported, outgoingReport(reports, Bytes{kForbiddenReport, 1})));
        QVERIFY(failedWith(Errc::Unsupported, outgoingReport(HidReports{true, {}, {}}, Bytes{kForbiddenReport, 1})));
    }

    void aDeviceThatTakesNoReportsIsNotWrittenTo()
    {
        QVERIFY(failedWith(Errc::Unsupported, outgoingReport(HidReports{true, {}, {{1, 8}}}, Bytes{1, 1})));
    }
};

QTEST_GUILESS_MAIN(HidReportsTest)
#include "hid_reports_test.moc"
