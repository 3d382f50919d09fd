// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/discovery/capture.h"
#include "tests/support/outcome.h"
#include "tests/support/scripted_transport.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace std::chrono_literals;

namespace {

Bytes text(std::string_view characters)
{
    return {characters.begin(), characters.end()};
}

} // namespace

class CaptureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatComesByItselfIsKeptWithItsTime()
    {
        ScriptedTransport wire;
        wire.answer("01 02", 20ms).answer("03", 900ms);
        const auto captured = captureFrom(wire, wire.clock().in(1s));
        QVERIFY(captured);
        QCOMPARE(captured->size(), 2u);
        QCOMPARE((*captured)[0].at, 20ms);
        QCOMPARE((*captured)[1].bytes, Bytes{3});
        QCOMPARE(wire.complaint(), QString()); // nothing was written
    }

    void whatCameBeforeAnUnplugIsKept()
    {
        ScriptedTransport wire;
        wire.answer("01", 20ms).unplug(30ms);
        QCOMPARE(captureFrom(wire, wire.clock().in(1s))->size(), 1u);
        ScriptedTransport gone;
        gone.unplug();
        QVERIFY(failedWith(Errc::Disconnected, captureFrom(gone, gone.clock().in(1s))));
    }

    void aSecretIsCoveredInEveryWayInWhichAmpsSendIt()
    {
        QCOMPARE(withoutSecret(text("ab AB12CD cd"), "ab12cd"), text("ab ****** cd"));
        QCOMPARE(withoutSecret(text("B1C2"), "B1B2"), text("B1C2"));
        QCOMPARE(withoutSecret(text("x2B1Ay"), "A1B2"), text("x****y"));
        QCOMPARE(withoutSecret(fromHex("41 00 31 00 42 00 32 00 07"), "A1B2"), fromHex("2a 00 2a 00 2a 00 2a 00 07"));
        QCOMPARE(withoutSecret(text("half: B2C3"), "A1B2C3"), text("half: ****"));
        QCOMPARE(withoutSecret(text("abc"), "abc"), text("abc")); // too short to be told from anything
        QCOMPARE(withoutSecret({}, "A1B2"), Bytes());
    }
};

QTEST_GUILESS_MAIN(CaptureTest)
#include "capture_test.moc"
