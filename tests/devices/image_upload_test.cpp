// SPDX-License-Identifier: GPL-3.0-or-later
// Uploads to amps that behave in ways in which the simulated one does not.
#include <QObject>

#include "devices/families/reference/reference_firmware.h"
#include "protocol/smp/os_group.h"
#include "tests/support/answering_transport.h"
#include "tests/support/outcome.h"

#include <QCborArray>
#include <QTest>

using namespace gainstage;
using namespace gainstage::reference;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// An amp that takes a file as it should, unless `whim` has another answer.
struct WhimsicalAmp {
    using Whim = std::function<std::optional<QCborMap>(const QCborMap &request, const WhimsicalAmp &amp)>;

    explicit WhimsicalAmp(int buffers = 4, Whim strange = {}) : bufferCount(buffers), whim(std::move(strange)) { client.setPacketLimit(512); }

    int bufferCount;
    Whim whim; ///< nothing: as it should be; an empty map: silence
    Bytes taken;
    std::vector<qint64> offsets; ///< that pieces were sent for
    bool onlyNewer = false;
    AnsweringTransport wire{[this](const smp::Packet &packet) { return answer(packet); }};
    smp::Client client{wire, smp::consoleFraming()};
    ReferenceFirmware firmware{client, {}};

    std::optional<QCborMap> answer(const smp::Packet &packet)
    {
        if (packet.group == smp::kOsGroup)
            return QCborMap{{u"buf_size"_s, 512}, {u"buf_count"_s, bufferCount}};
        if (packet.group != smp::kImageGroup || packet.command != 1)
            return QCborMap{{u"rc"_s, 8}};
        const QCborMap request = packet.payload;
        offsets.push_back(request["off"_L1].toInteger());
        if (const auto strange = whim ? whim(request, *this) : std::nullopt)
            return strange->isEmpty() ? std::nullopt : strange;
        take(request);
        return QCborMap{{u"off"_s, static_cast<qint64>(taken.size())}};
    }
    void take(const QCborMap &request)
    {
        if (request.contains("len"_L1))
            onlyNewer = request["upgrade"_L1].toBool();
        if (request["off"_L1].toInteger() != static_cast<qint64>(taken.size()))
            return;
        const QByteArray data = request["data"_L1].toByteArray();
        taken.insert(taken.end(), data.begin(), data.end());
    }
};

Bytes fileOf(std::size_t size)
{
    Bytes file(size);
    for (std::size_t i = 0; i < size; ++i)
        file[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
    return file;
}

const QCborMap silence;

} // namespace

class ImageUploadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstPieceGoesAloneAndThenTheWindowIsUsed_data()
    {
        QTest::addColumn<int>("buffers");
        QTest::addColumn<std::size_t>("window");
        QTest::newRow("no buffers told") << 0 << std::size_t{1};
        QTest::newRow("one") << 1 << std::size_t{1};
        QTest::newRow("two") << 2 << std::size_t{1};
        QTest::newRow("four") << 4 << std::size_t{3};
        QTest::newRow("many") << 4000000 << std::size_t{4};
    }
    void theFirstPieceGoesAloneAndThenTheWindowIsUsed()
    {
        QFETCH(int, buffers);
        QFETCH(std::size_t, window);
        WhimsicalAmp amp(buffers);
        std::vector<std::size_t> underWay;
        const Bytes file = fileOf(10000);
        QVERIFY(amp.firmware.upload(file, true, [&](std::size_t) {
            underWay.push_back(amp.wire.mostUnderWay());
            return true;
        }));
        QCOMPARE(underWay.front(), std::size_t{1});
        QCOMPARE(underWay.back(), window);
        QCOMPARE(amp.taken, file);
        QVERIFY(amp.onlyNewer);
    }

    void filesOfEverySizeArrive()
    {
        for (const std::size_t size : {std::size_t{1}, std::size_t{400}, std::size_t{420}, std::size_t{1000}, std::size_t{70000}}) {
            WhimsicalAmp amp;
            QVERIFY(amp.firmware.upload(fileOf(size), false, {}));
            QCOMPARE(amp.taken, fileOf(size));
        }
    }

    void aPieceIsTriedThreeTimes()
    {
        int silences = 0;
        WhimsicalAmp amp(4, [&](const QCborMap &request, const WhimsicalAmp &) -> std::optional<QCborMap> {
            return request["off"_L1].toInteger() > 2000 && ++silences <= 5 ? std::optional(silence) : std::nullopt;
        });
        // Three went ahead and stayed without answer; the first of them is answered when it is sent the third time alone.
        QVERIFY(amp.firmware.upload(fileOf(10000), false, {}));
        QCOMPARE(amp.taken, fileOf(10000));
    }

    void anAmpThatStopsAnsweringIsGivenUp()
    {
        WhimsicalAmp amp(4, [&](const QCborMap &request, const WhimsicalAmp &) -> std::optional<QCborMap> {
            return request["off"_L1].toInteger() > 2000 ? std::optional(silence) : std::nullopt;
        });
        const Instant began = amp.wire.clock().now();
        QVERIFY(failedWith(Errc::Timeout, amp.firmware.upload(fileOf(10000), false, {})));
        QVERIFY(amp.wire.clock().now() - began <= 6 * 2500ms);
        QVERIFY(std::ranges::count(amp.offsets, amp.offsets.back()) <= 4);
    }

    void theFirstPieceIsGivenTheTimeToErase()
    {
        WhimsicalAmp amp(4, [](const QCborMap &, const WhimsicalAmp &) { return std::optional(silence); });
        QVERIFY(failedWith(Errc::Timeout, amp.firmware.upload(fileOf(10000), false, {})));
        QVERIFY(amp.wire.clock().now() - Instant{} >= 3 * 40s);
        QCOMPARE(amp.offsets, (std::vector<qint64>{0, 0, 0}));
    }

    void anAmpThatForgotBeginsAgain()
    {
        bool forgotten = false;
        WhimsicalAmp amp;
        amp.whim = [&](const QCborMap &request, const WhimsicalAmp &) -> std::optional<QCborMap> {
            if (!forgotten && request["off"_L1].toInteger() > 5000) {
                forgotten = true;
                amp.taken.clear();
            }
            return std::nullopt;
        };
        QVERIFY(amp.firmware.upload(fileOf(10000), false, {}));
        QCOMPARE(amp.taken, fileOf(10000));
    }

    void anAmpThatForgetsAgainAndAgainIsGivenUp()
    {
        WhimsicalAmp amp;
        amp.whim = [&](const QCborMap &request, const WhimsicalAmp &) -> std::optional<QCborMap> {
            if (request["off"_L1].toInteger() > 5000)
                amp.taken.clear();
            return std::nullopt;
        };
        QVERIFY(failedWith(Errc::BadFrame, amp.firmware.upload(fileOf(10000), false, {})));
        QVERIFY(amp.offsets.size() < 300);
    }

    void anOffsetBeyondWhatWasSentIsNotObeyed_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("offset");
        QTest::newRow("at the beginning, beyond the file") << qint64{0} << qint64{10001};
        QTest::newRow("in the middle") << qint64{2000} << qint64{9000};
        QTest::newRow("in the middle, the end of the file") << qint64{2000} << qint64{10000};
        QTest::newRow("in the middle, beyond the file") << qint64{2000} << qint64{4000000000};
    }
    void anOffsetBeyondWhatWasSentIsNotObeyed()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, offset);
        WhimsicalAmp amp(4, [&](const QCborMap &request, const WhimsicalAmp &) -> std::optional<QCborMap> {
            return request["off"_L1].toInteger() >= from ? std::optional(QCborMap{{u"off"_s, offset}}) : std::nullopt;
        });
        std::size_t most = 0;
        const auto outcome = amp.firmware.upload(fileOf(10000), false, [&](std::size_t bytes) {
            most = std::max(most, bytes);
            return true;
        });
        QVERIFY(failedWith(Errc::BadFrame, outcome));
        QVERIFY(most < 3000);
        // Once it was asked from the beginning.
        QCOMPARE(std::ranges::count(amp.offsets, 0), 2);
    }

    void anAmpThatTakesNothingIsGivenUp()
    {
        for (const qint64 from : {0, 2000}) {
            WhimsicalAmp amp(4, [&](const QCborMap &request, const WhimsicalAmp &told) -> std::optional<QCborMap> {
                const qint64 offset = request["off"_L1].toInteger();
                return offset >= from ? std::optional(QCborMap{{u"off"_s, static_cast<qint64>(told.taken.size())}}) : std::nullopt;
            });
            QVERIFY(failedWith(Errc::BadFrame, amp.firmware.upload(fileOf(10000), false, {})));
            QVERIFY(amp.offsets.size() < 100);
        }
    }

    void nonsenseIsAsGoodAsSilence()
    {
        int times = 0;
        WhimsicalAmp amp(4, [&](const QCborMap &request, const WhimsicalAmp &) -> std::optional<QCborMap> {
            return request["off"_L1].toInteger() > 2000 && ++times <= 2 ? std::optional(QCborMap{{u"off"_s, u"there"_s}}) : std::nullopt;
        });
        QVERIFY(amp.firmware.upload(fileOf(10000), false, {}));
        QCOMPARE(amp.taken, fileOf(10000));
    }

    void aRefusalInTheMiddleEndsItAtOnce()
    {
        WhimsicalAmp amp(4, [&](const QCborMap &request, const WhimsicalAmp &) -> std::optional<QCborMap> {
            const QCborMap error{{u"group"_s, 1}, {u"rc"_s, 12}};
            return request["off"_L1].toInteger() > 2000 ? std::optional(QCborMap{{u"err"_s, error}}) : std::nullopt;
        });
        QVERIFY(failedWith(Errc::Refused, amp.firmware.upload(fileOf(10000), false, {})));
        QVERIFY(amp.offsets.back() < 5000);
    }

    void anAmpThatFindsAnotherHashIsBelieved()
    {
        WhimsicalAmp amp(4, [](const QCborMap &, const WhimsicalAmp &) { return std::optional(QCborMap{{u"off"_s, 10000}, {u"match"_s, false}}); });
        QVERIFY(failedWith(Errc::NotVerified, amp.firmware.upload(fileOf(10000), false, {})));
        WhimsicalAmp good(4, [](const QCborMap &, const WhimsicalAmp &) { return std::optional(QCborMap{{u"off"_s, 10000}, {u"match"_s, true}}); });
        QVERIFY(good.firmware.upload(fileOf(10000), false, {}));
    }

    void whatAnAmpDoesNotTellIsAbsent()
    {
        WhimsicalAmp amp;
        const auto identity = amp.firmware.identity();
        QVERIFY(identity && !identity->vendor && !identity->classId && !identity->securityCounter && identity->keys.empty() && !identity->trialLeft);
        QVERIFY(failedWith(Errc::Unsupported, amp.firmware.largestImage()));
        QVERIFY(failedWith(Errc::Unsupported, amp.firmware.holdOthersBack(1min)));
        QVERIFY(amp.firmware.letOthersWrite());
    }
};

QTEST_APPLESS_MAIN(ImageUploadTest)
#include "image_upload_test.moc"
