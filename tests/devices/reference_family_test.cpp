// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/families/reference/reference_family.h"
#include "protocol/gap/description.h"
#include "protocol/gap/document.h"
#include "protocol/gap/event.h"
#include "protocol/gap/hello.h"
#include "protocol/gap/limits.h"
#include "protocol/gap/meters.h"
#include "protocol/smp/framing.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "tests/support/scripted_transport.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr SettingId gain{1}, output{2}, volume{3};
const Equalizer goldenEqualizer{true, -300, {{FilterType::LowShelf, 105, 300, 707, true}, {FilterType::HighShelf, 8000, 0, 707, false}}};

Bytes golden(const std::string &name, std::optional<std::uint8_t> sequence = {})
{
    static const auto all = goldenBytes(u"gap.txt"_s);
    Bytes packet = all.at(name);
    if (sequence)
        packet[6] = *sequence;
    return packet;
}

Bytes onWire(const Bytes &packet)
{
    Bytes all;
    for (const Bytes &part : smp::consoleFraming()->frame(packet))
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes said(const gap::EventMessage &message)
{
    return onWire(smp::encode({smp::Operation::ReadReply, 1, gap::kGroup, 0, static_cast<std::uint8_t>(gap::Command::Event), message.encode()}));
}

Bytes reply(smp::Operation operation, gap::Command command, std::uint8_t sequence, const QCborMap &payload)
{
    return onWire(smp::encode({operation, 1, gap::kGroup, sequence, static_cast<std::uint8_t>(command), payload}));
}

/// What the example amp answers to a read of its state, with other words in it.
QCborMap statePayload(std::uint32_t revision, const QCborMap &values)
{
    QCborMap map = smp::decode(golden("state-read-reply"))->payload;
    map["rev"_L1] = revision;
    map["values"_L1] = values;
    return map;
}

QCborMap equalizerPayload(std::uint32_t revision)
{
    QCborMap map = smp::decode(golden("equalizer-read-reply"))->payload;
    map["rev"_L1] = revision;
    return map;
}

class Borrowed final : public Transport {
public:
    explicit Borrowed(Transport &lender) : m_lender(lender) {}
    Result<void> write(BytesView data) override { return m_lender.write(data); }
    Result<Bytes> read(Deadline deadline) override { return m_lender.read(deadline); }
    void onReadable(std::function<void()> wake) override { m_lender.onReadable(std::move(wake)); }
    const Clock &clock() const override { return m_lender.clock(); }

private:
    Transport &m_lender;
};

class MemoryCache final : public DescriptionCache {
public:
    QByteArray find(const Identity &identity) const override { return documents.value(identity.digest); }
    void keep(const Identity &identity, const QByteArray &document) override { documents[identity.digest] = document; }
    QMap<QByteArray, QByteArray> documents;
};

/// The example amp of the specification at the other end of a scripted wire.
struct Bench {
    ScriptedTransport cable;
    std::unique_ptr<Amp> amp;
    std::vector<Event> events;
    std::uint8_t last = 0; ///< sequence number

    /// One request and its answer, both golden, numbered on.
    Bench &exchange(const std::string &name)
    {
        ++last;
        cable.expect(onWire(golden(name + "-request", last))).answer(onWire(golden(name + "-reply", last)));
        return *this;
    }
    Bench &answered(const std::string &request, smp::Operation operation, gap::Command command, const QCborMap &payload)
    {
        ++last;
        cable.expect(onWire(golden(request, last))).answer(reply(operation, command, last, payload));
        return *this;
    }
    Bench &unanswered(const std::string &request)
    {
        cable.expect(onWire(golden(request, ++last)));
        return *this;
    }
    Bench &introduced() { return exchange("hello-read").exchange("parameters-read").exchange("description-read-1").exchange("description-read-2"); }
    Bench &stateRead() { return exchange("state-read").exchange("equalizer-read"); }
    Bench &stateRead(std::uint32_t revision, const QCborMap &values)
    {
        answered("state-read-request", smp::Operation::ReadReply, gap::Command::State, statePayload(revision, values));
        return answered("equalizer-read-request", smp::Operation::ReadReply, gap::Command::Equalizer, equalizerPayload(revision));
    }

    Result<std::unique_ptr<Amp>> open(DescriptionCache *cache = nullptr)
    {
        Port port;
        port.path = u"/dev/ttyACM7"_s;
        return ReferenceFamily().open(std::make_unique<Borrowed>(cable), port, cache);
    }
    /// Opened and read, state of revision 41.
    bool ready()
    {
        introduced().stateRead();
        auto opened = open();
        if (!opened)
            return false;
        amp = *std::move(opened);
        amp->onEvent([this](const Event &happened) { events.push_back(happened); });
        return amp->read().has_value();
    }
    Change change(const Values &values, const std::optional<Equalizer> &equalizer = {}) const
    {
        return *Change::of(amp->description(), values, equalizer);
    }
    Result<void> listen() { return amp->listen(cable.clock().now()); }
    const StateChanged *lastChange() const { return events.empty() ? nullptr : std::get_if<StateChanged>(&events.back()); }
};

Port usbPort(Wire wire, const QString &maker, const QString &product)
{
    Port port;
    port.wire = wire;
    port.maker = maker;
    port.product = product;
    return port;
}

/// The example amp's own hello and description document, changed.
void openWith(Bench &bench, const gap::HelloReply &hello, const QByteArray &document)
{
    bench.answered("hello-read-request", smp::Operation::ReadReply, gap::Command::Hello, hello.encode());
    bench.exchange("parameters-read");
    const gap::DescriptionReply piece{0, hello.length, hello.digest, document};
    bench.answered("description-read-1-request", smp::Operation::ReadReply, gap::Command::Description, piece.encode());
}

gap::HelloReply goldenHello()
{
    return *gap::HelloReply::decode(smp::decode(golden("hello-read-reply"))->payload);
}

QByteArray bytesOf(const Bytes &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace

class ReferenceFamilyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSessionOfTheSpecificationIsSpokenByteForByte()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.exchange("state-write");
        const auto set = bench.amp->apply(bench.change({{gain, {1}}, {volume, {-5200}}}), Revision{41});
        QVERIFY(set);
        QCOMPARE(set->revision, Revision{42});
        QCOMPARE(set->values, (Values{{gain, {1}}, {output, {1}}, {volume, {-5200}}}));
        QVERIFY(set->unstored);

        bench.cable.answer(onWire(golden("event-values-knob")));
        QVERIFY(bench.listen());
        QCOMPARE(bench.events.size(), 1u);
        QCOMPARE(bench.lastChange()->source, Source::Knob);
        QCOMPARE(bench.lastChange()->state.value(volume), std::optional(Value{-5150}));

        bench.exchange("equalizer-write").exchange("store-write");
        const auto equalized = bench.amp->apply(bench.change({}, goldenEqualizer));
        QVERIFY(equalized);
        QCOMPARE(equalized->equalizer, std::optional(goldenEqualizer));
        QCOMPARE(equalized->revision, Revision{44});
        QCOMPARE(equalized->value(volume), std::optional(Value{-5150}));
        QVERIFY(bench.amp->store());
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void theDescriptionIsTranslated()
    {
        Bench bench;
        QVERIFY(bench.ready());
        const Description &amp = bench.amp->description();
        QCOMPARE(amp.identity.maker, u"Example Audio"_s);
        QCOMPARE(amp.identity.model, u"Two Band"_s);
        QCOMPARE(amp.identity.serialNumber, u"EA-0001"_s);
        QCOMPARE(amp.identity.protocol, u"GAP 1.0"_s);
        QCOMPARE(amp.settings.size(), 3u);
        const Setting &gains = *amp.find(Role::Gain);
        QVERIFY(gains.flags.audible && gains.flags.stored && !gains.flags.clicks && gains.settle == 20ms);
        QCOMPARE(gains.choices()->find(u"high"_s)->adds->value, 12.0);
        QVERIFY(amp.find(Role::Output)->flags.clicks);
        const Range &range = *amp.find(Role::Volume)->range();
        QVERIFY(range.unit == Unit::CentiDecibel && range.min == -9000 && range.max == 0 && range.step == 50);
        QVERIFY(amp.find(Role::Volume)->flags.silentFloor);
        const OutputFigures &second = *amp.output({2});
        QVERIFY(second.balanced && !second.line && second.connector == u"4.4mm"_s);
        QCOMPARE(second.outputImpedance.value, 0.2);
        QCOMPARE(second.maxVoltage->value, 8.0);
        QCOMPARE(second.maxCurrent->value, 0.25);
        QCOMPARE(second.noise[1].noise.value, 3.5e-6);
        QCOMPARE(second.power[0].load.value, 32.0);
        QCOMPARE(second.power[0].power.value, 2.0);
        QCOMPARE(amp.equalizer->bands, 2);
        QCOMPARE(amp.equalizer->types, (std::vector{FilterType::Peaking, FilterType::LowShelf, FilterType::HighShelf}));
        QVERIFY(amp.meters->channels == 2 && amp.meters->clip && amp.meters->supplyRails == 1 && amp.meters->fastest == 50ms);
        QVERIFY(amp.presets->count == 2 && amp.firmwareSlots.size() == 2 && amp.canStore && amp.canIdentify);
    }

    void theStateHasJacksInputAndEqualizer()
    {
        Bench bench;
        bench.introduced().stateRead();
        bench.amp = *bench.open();
        const auto state = bench.amp->read();
        QVERIFY(state);
        QCOMPARE(state->revision, Revision{41});
        QCOMPARE(state->jacks.size(), 2u);
        QCOMPARE(state->jacks[0], (Jack{{1}, true, Ohms{32}}));
        QCOMPARE(state->input, (InputState{{0}, true, 48000}));
        QVERIFY(!state->equalizer->on && state->equalizer->bands.size() == 2 && !state->unstored && !state->protection.any());
    }

    void aKnownDescriptionIsNotReadAgain()
    {
        MemoryCache cache;
        Bench first;
        first.introduced();
        QVERIFY(first.open(&cache));
        QCOMPARE(cache.documents.size(), 1);
        Bench second;
        second.exchange("hello-read").exchange("parameters-read");
        const auto amp = second.open(&cache);
        QVERIFY(amp);
        QCOMPARE((*amp)->description().settings.size(), 3u);
        QCOMPARE(second.cable.complaint(), QString());
    }

    void aKeptDescriptionThatIsNotTheAnnouncedOneIsReadAgain()
    {
        MemoryCache cache;
        cache.documents[goldenHello().digest] = QByteArray(824, 'x');
        Bench bench;
        bench.introduced();
        QVERIFY(bench.open(&cache));
        QCOMPARE(bench.cable.complaint(), QString());
        QCOMPARE(cache.documents[goldenHello().digest], bytesOf(golden("description-document")));
    }

    void silenceIsTriedThreeTimesAndThenSaid()
    {
        Bench bench;
        for (int i = 0; i < 3; ++i)
            bench.unanswered("hello-read-request");
        const auto outcome = bench.open();
        QVERIFY(failedWith(Errc::Timeout, outcome));
        QCOMPARE(outcome.error().facts, std::vector<std::string>{"/dev/ttyACM7"});
        QCOMPARE(bench.cable.complaint(), QString());
        QVERIFY(bench.cable.clock().now() - Instant{} <= 1500ms);
    }

    void aLateHelloIsNotLost()
    {
        Bench bench;
        bench.unanswered("hello-read-request").introduced();
        QVERIFY(bench.open());
    }

    void anotherMajorVersionIsSaidAndNotSpoken()
    {
        gap::HelloReply hello = goldenHello();
        hello.version = {2, 0};
        Bench bench;
        bench.answered("hello-read-request", smp::Operation::ReadReply, gap::Command::Hello, hello.encode());
        const auto outcome = bench.open();
        QVERIFY(failedWith(Errc::Unsupported, outcome));
        QCOMPARE(outcome.error().facts, (std::vector<std::string>{"2.0", "1.0"}));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aLaterMinorVersionIsSpokenAsOurs()
    {
        gap::HelloReply hello = goldenHello();
        hello.version = {1, 7};
        Bench bench;
        bench.answered("hello-read-request", smp::Operation::ReadReply, gap::Command::Hello, hello.encode());
        bench.exchange("parameters-read").exchange("description-read-1").exchange("description-read-2");
        const auto amp = bench.open();
        QVERIFY(amp);
        QCOMPARE((*amp)->description().identity.protocol, u"GAP 1.0"_s);
    }

    void anAnnouncedLengthThatMakesNoSenseIsRefused()
    {
        for (const std::uint32_t length : {0u, 1u << 30}) {
            gap::HelloReply hello = goldenHello();
            hello.length = length;
            Bench bench;
            bench.answered("hello-read-request", smp::Operation::ReadReply, gap::Command::Hello, hello.encode());
            QVERIFY(failedWith(Errc::BadFrame, bench.open()));
            QCOMPARE(bench.cable.complaint(), QString());
        }
    }

    void aDescriptionThatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<bool>("rightDigest");
        const QByteArray sound = bytesOf(golden("description-document"));
        QTest::newRow("not the announced one") << sound << false;
        QTest::newRow("no CBOR") << QByteArray(300, '\xff') << true;
        QTest::newRow("cut") << sound.left(500) << true;
        QTest::newRow("a list") << QByteArray::fromHex("83010203") << true;
        QTest::newRow("no settings") << QByteArray::fromHex("a0") << true;
    }

    void aDescriptionThatMakesNoSenseIsRefused()
    {
        QFETCH(QByteArray, document);
        QFETCH(bool, rightDigest);
        gap::HelloReply hello = goldenHello();
        hello.length = static_cast<std::uint32_t>(document.size());
        hello.digest = rightDigest ? gap::fnv1a(document) : QByteArray(8, 'x');
        Bench bench;
        openWith(bench, hello, document);
        MemoryCache cache;
        QVERIFY(failedWith(Errc::BadFrame, bench.open(&cache)));
        QVERIFY(cache.documents.isEmpty());
    }

    void aSettingOfAnUnknownKindIsNotShownAndItsValueIsNoState()
    {
        auto map = *gap::DescriptionDocument::parse(bytesOf(golden("description-document")));
        QCborMap document = map.encode();
        QCborArray settings = document["settings"_L1].toArray();
        QCborMap later = settings.at(0).toMap();
        later["kind"_L1] = 9;
        settings[0] = later;
        document["settings"_L1] = settings;
        const QByteArray bytes = document.toCborValue().toCbor();
        gap::HelloReply hello = goldenHello();
        hello.length = static_cast<std::uint32_t>(bytes.size());
        hello.digest = gap::fnv1a(bytes);
        Bench bench;
        openWith(bench, hello, bytes);
        bench.stateRead();
        const auto amp = bench.open();
        QVERIFY(amp);
        QCOMPARE((*amp)->description().settings.size(), 2u);
        QVERIFY(!(*amp)->description().find(Role::Gain));
        QCOMPARE((*amp)->read()->values.size(), 2u);
    }

    void anAnswerThatMakesNoSenseIsAnErrorAndNotAState()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.answered("state-read-request", smp::Operation::ReadReply, gap::Command::State, {{u"rev"_s, 41}});
        QVERIFY(failedWith(Errc::BadFrame, bench.amp->read()));
    }

    void aStaleAnswerIsNotTakenForTheNext()
    {
        Bench bench;
        QVERIFY(bench.ready());
        const auto next = static_cast<std::uint8_t>(bench.last + 1);
        bench.cable.expect(onWire(golden("state-read-request", next)));
        bench.cable.answer(reply(smp::Operation::ReadReply, gap::Command::State, bench.last, statePayload(7, {{1, 1}})));
        bench.cable.answer(onWire(golden("state-read-reply", next)));
        bench.last = next;
        bench.exchange("equalizer-read");
        const auto state = bench.amp->read();
        QVERIFY(state);
        QCOMPARE(state->revision, Revision{41});
    }

    void bothPartsOfTheStateAreOfTheSameRevision()
    {
        Bench bench;
        bench.introduced();
        bench.amp = *bench.open();
        bench.exchange("state-read"); // 41; somebody turns the knob; 42
        bench.answered("equalizer-read-request", smp::Operation::ReadReply, gap::Command::Equalizer, equalizerPayload(42));
        bench.answered("state-read-request", smp::Operation::ReadReply, gap::Command::State, statePayload(42, {{1, 0}, {2, 1}, {3, -3950}}));
        const auto state = bench.amp->read();
        QVERIFY(state);
        QCOMPARE(state->revision, Revision{42});
        QCOMPARE(state->value(volume), std::optional(Value{-3950}));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aRefusalIsAnErrorThatNamesTheSetting_data()
    {
        QTest::addColumn<QByteArray>("refusal");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("fact");
        QTest::newRow("out of range") << QByteArray("refusal-out-of-range-reply") << static_cast<int>(Errc::OutOfRange) << QByteArray("volume");
        QTest::newRow("not now") << QByteArray("refusal-not-now-reply") << static_cast<int>(Errc::Refused) << QByteArray("gain");
        QTest::newRow("read-only") << QByteArray("refusal-read-only-reply") << static_cast<int>(Errc::ReadOnly) << QByteArray("7");
        QTest::newRow("unknown") << QByteArray("refusal-unknown-setting-reply") << static_cast<int>(Errc::UnknownSetting) << QByteArray("99");
        QTest::newRow("revision") << QByteArray("refusal-revision-reply") << static_cast<int>(Errc::Conflict) << QByteArray();
        QTest::newRow("locked") << QByteArray("refusal-locked-reply") << static_cast<int>(Errc::Locked) << QByteArray();
        QTest::newRow("malformed") << QByteArray("refusal-malformed-reply") << static_cast<int>(Errc::Refused) << QByteArray();
    }

    void aRefusalIsAnErrorThatNamesTheSetting()
    {
        QFETCH(QByteArray, refusal);
        QFETCH(int, code);
        QFETCH(QByteArray, fact);
        Bench bench;
        QVERIFY(bench.ready());
        ++bench.last;
        bench.cable.expect(onWire(golden("state-write-request", bench.last))).answer(onWire(golden(refusal.toStdString(), bench.last)));
        const auto outcome = bench.amp->apply(bench.change({{gain, {1}}, {volume, {-5200}}}), Revision{41});
        QVERIFY(failedWith(static_cast<Errc>(code), outcome));
        QCOMPARE(outcome.error().facts.empty() ? QByteArray() : QByteArray::fromStdString(outcome.error().facts.front()), fact);
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aWriteWhoseAnswerIsLostIsLookedAfterAndNotRepeated()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.unanswered("state-write-request").stateRead(42, {{1, 1}, {2, 1}, {3, -5200}});
        const auto outcome = bench.amp->apply(bench.change({{gain, {1}}, {volume, {-5200}}}), Revision{41});
        QVERIFY(outcome);
        QCOMPARE(outcome->revision, Revision{42});
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aWriteThatTheAmpNeverGotIsSentAgain()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.unanswered("state-write-request").stateRead(41, {{1, 0}, {2, 1}, {3, -4000}}).exchange("state-write");
        const auto outcome = bench.amp->apply(bench.change({{gain, {1}}, {volume, {-5200}}}), Revision{41});
        QVERIFY(outcome);
        QCOMPARE(outcome->value(volume), std::optional(Value{-5200}));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void whatTheAmpHoldsInsteadMakesALostWriteUnverified()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.unanswered("state-write-request").stateRead(43, {{1, 1}, {2, 1}, {3, -6000}});
        QVERIFY(failedWith(Errc::NotVerified, bench.amp->apply(bench.change({{gain, {1}}, {volume, {-5200}}}), Revision{41})));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void anAmpThatFallsSilentAfterAWriteIsUnverified()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.unanswered("state-write-request");
        for (int i = 0; i < 3; ++i)
            bench.unanswered("state-read-request");
        QVERIFY(failedWith(Errc::NotVerified, bench.amp->apply(bench.change({{gain, {1}}, {volume, {-5200}}}), Revision{41})));
    }

    void anUnpluggedAmpIsDisconnected()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.cable.expect(onWire(golden("state-write-request", ++bench.last))).unplug();
        QVERIFY(failedWith(Errc::Disconnected, bench.amp->apply(bench.change({{gain, {1}}, {volume, {-5200}}}), Revision{41})));
        QVERIFY(failedWith(Errc::Disconnected, bench.amp->listen(bench.cable.clock().in(1s))));
    }

    void aRefusedEqualizerAfterAcceptedSettingsIsSaidAsItIs()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.exchange("state-write");
        Bytes write = golden("equalizer-write-request", ++bench.last);
        write.back() = 42; // the revision after the settings
        bench.cable.expect(onWire(write)).answer(onWire(golden("refusal-bad-band-reply", bench.last)));
        const auto outcome = bench.amp->apply(bench.change({{gain, {1}}, {volume, {-5200}}}, goldenEqualizer), Revision{41});
        QVERIFY(failedWith(Errc::OutOfRange, outcome));
        QCOMPARE(QString::fromUtf8(outcome.error().sentence), u"The amp took the settings, but not the equalizer."_s);
        QVERIFY(!QString::fromUtf8(outcome.error().hint).contains(u'%'));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aMissedEventIsHealedByAFreshRead()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.cable.answer(said({43, gap::ValuesChanged{{{3, -3000}}, gap::EventSource::Knob}}));
        bench.stateRead(43, {{1, 1}, {2, 1}, {3, -3000}});
        QVERIFY(bench.listen());
        QCOMPARE(bench.events.size(), 1u);
        QCOMPARE(bench.lastChange()->source, Source::Knob);
        QCOMPARE(bench.lastChange()->state.value(gain), std::optional(Value{1}));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void eventsThatDoNotSayWhatChangedLeadToAFreshRead()
    {
        for (const auto &what :
             {decltype(gap::EventMessage::what)(gap::EqualizerChanged{}), decltype(gap::EventMessage::what)(gap::EverythingChanged{}),
              decltype(gap::EventMessage::what)(gap::UnknownEvent{200})}) {
            Bench bench;
            QVERIFY(bench.ready());
            bench.cable.answer(said({42, what}));
            bench.stateRead(42, {{1, 0}, {2, 2}, {3, -4000}});
            QVERIFY(bench.listen());
            QCOMPARE(bench.events.size(), 1u);
            QCOMPARE(bench.lastChange()->state.revision, Revision{42});
            QCOMPARE(bench.cable.complaint(), QString());
        }
    }

    void eventsChangeTheStateStepByStep()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.cable.answer(said({42, gap::ValuesChanged{{{3, -3950}}, gap::EventSource::Remote}}));
        bench.cable.answer(said({43, gap::JackChanged{{1, false, {}}}}));
        bench.cable.answer(said({44, gap::ProtectionChanged{gap::Thermal}}));
        bench.cable.answer(said({45, gap::InputChanged{{0, true, 96000}}}));
        bench.cable.answer(said({46, gap::Stored{false}}));
        QVERIFY(bench.listen());
        QCOMPARE(bench.events.size(), 5u);
        QCOMPARE(std::get<StateChanged>(bench.events[0]).source, Source::Remote);
        QVERIFY(std::get<StateChanged>(bench.events[0]).state.unstored);
        QVERIFY(!std::get<StateChanged>(bench.events[1]).state.jacks[0].plugged);
        QVERIFY(std::get<StateChanged>(bench.events[2]).state.protection.thermal);
        QCOMPARE(std::get<StateChanged>(bench.events[3]).state.input->sampleRate, 96000);
        QVERIFY(!bench.lastChange()->state.unstored);
        QCOMPARE(bench.lastChange()->state.value(volume), std::optional(Value{-3950}));
    }

    void whatIsNoStateIsToldAsItIs()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.cable.answer(said({41, gap::Clipping{3}}));
        bench.cable.answer(said({41, gap::AboutToPowerDown{500}}));
        bench.cable.answer(said({41, gap::MetersReply{{{-2310, -2295}}, 0u, 384, {{11980}}}}));
        bench.cable.answer(said({41, gap::LockChanged{true}}));
        QVERIFY(bench.listen());
        QCOMPARE(bench.events.size(), 3u);
        QCOMPARE(std::get<Clipped>(bench.events[0]).count, 3);
        QVERIFY(std::get<PoweringDown>(bench.events[1]).in == 500ms);
        const Meters &meters = std::get<MetersMeasured>(bench.events[2]).meters;
        QCOMPARE(meters.level[1].value, -22.95);
        QCOMPARE(meters.temperature->value, 38.4);
        QCOMPARE(meters.supply[0].value, 11.98);
    }

    void anEventThatIsOlderThanTheStateIsNoNews()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.cable.answer(said({41, gap::ValuesChanged{{{3, -100}}, gap::EventSource::Knob}}));
        QVERIFY(bench.listen());
        QVERIFY(bench.events.empty());
    }

    void listeningLastsUntilItsDeadlineAndTellsAtOnce()
    {
        Bench bench;
        QVERIFY(bench.ready());
        std::vector<Instant> told;
        bench.amp->onEvent([&](const Event &) { told.push_back(bench.cable.clock().now()); });
        const Instant begin = bench.cable.clock().now();
        bench.cable.answer(said({42, gap::ValuesChanged{{{3, -3950}}, gap::EventSource::Knob}}), 100ms);
        bench.cable.answer(said({43, gap::ValuesChanged{{{3, -3900}}, gap::EventSource::Knob}}), 300ms);
        QVERIFY(bench.amp->listen(begin + 1s));
        QCOMPARE(told.size(), 2u);
        QVERIFY(told[0] - begin == 100ms && told[1] - begin == 300ms);
        QVERIFY(bench.cable.clock().now() == begin + 1s);
    }

    void anEventBehindAnAnswerIsToldAfterIt()
    {
        Bench bench;
        QVERIFY(bench.ready());
        int woken = 0;
        bench.amp->onReadable([&] { ++woken; });
        Bytes both = onWire(golden("state-write-reply", ++bench.last));
        const Bytes knob = said({43, gap::ValuesChanged{{{3, -5150}}, gap::EventSource::Knob}});
        both.insert(both.end(), knob.begin(), knob.end());
        bench.cable.expect(onWire(golden("state-write-request", bench.last))).answer(both);
        woken = 0;
        const auto outcome = bench.amp->apply(bench.change({{gain, {1}}, {volume, {-5200}}}), Revision{41});
        QVERIFY(outcome);
        QCOMPARE(outcome->value(volume), std::optional(Value{-5200}));
        QVERIFY(bench.events.empty());
        QVERIFY(woken > 0);
        QVERIFY(bench.listen());
        QCOMPARE(bench.lastChange()->state.value(volume), std::optional(Value{-5150}));
    }

    void anEventBeforeAnAnswerIsToldBeforeIt()
    {
        Bench bench;
        QVERIFY(bench.ready());
        Bytes both = said({42, gap::ValuesChanged{{{2, 2}}, gap::EventSource::Client}});
        const Bytes answer = reply(smp::Operation::WriteReply, gap::Command::State, ++bench.last, statePayload(43, {{1, 1}, {2, 2}, {3, -5200}}));
        both.insert(both.end(), answer.begin(), answer.end());
        bench.cable.expect(onWire(golden("state-write-request", bench.last))).answer(both);
        const auto outcome = bench.amp->apply(bench.change({{gain, {1}}, {volume, {-5200}}}), Revision{41});
        QVERIFY(outcome);
        QCOMPARE(bench.events.size(), 1u);
        QCOMPARE(bench.lastChange()->state.value(gain), std::optional(Value{0}));
        QCOMPARE(outcome->revision, Revision{43});
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void theLeaseOfTheMetersIsKeptWhileListening()
    {
        Bench bench;
        QVERIFY(bench.ready());
        const auto request = [&] {
            const gap::MetersWrite write{50, gap::kLongestLease};
            return onWire(
                smp::encode({smp::Operation::Write, 1, gap::kGroup, ++bench.last, static_cast<std::uint8_t>(gap::Command::Meters), write.encode()}));
        };
        bench.cable.expect(request()).answer(onWire(golden("meters-write-reply", bench.last)));
        QVERIFY(bench.amp->meterEvery(50ms));
        bench.cable.expect(request()).answer(onWire(golden("meters-write-reply", bench.last)));
        bench.cable.expect(request()).answer(onWire(golden("meters-write-reply", bench.last)));
        QVERIFY(bench.amp->listen(bench.cable.clock().in(12s)));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void metersAndIdentifyAreAskedFor()
    {
        Bench bench;
        QVERIFY(bench.ready());
        bench.exchange("meters-read").exchange("identify-write");
        const auto meters = bench.amp->meters();
        QVERIFY(meters);
        QCOMPARE(meters->level[0].value, -23.1);
        QCOMPARE(meters->clips, std::optional(std::int64_t{0}));
        QVERIFY(bench.amp->identify(2000ms));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aStoreWhoseAnswerIsLostIsDoneIfNothingIsLeftToStore()
    {
        for (const bool dirty : {false, true}) {
            Bench bench;
            QVERIFY(bench.ready());
            QCborMap state = statePayload(42, {{1, 0}, {2, 1}, {3, -4000}});
            state["dirty"_L1] = dirty;
            bench.unanswered("store-write-request");
            bench.answered("state-read-request", smp::Operation::ReadReply, gap::Command::State, state);
            bench.answered("equalizer-read-request", smp::Operation::ReadReply, gap::Command::Equalizer, equalizerPayload(42));
            const auto outcome = bench.amp->store();
            QVERIFY(dirty ? failedWith(Errc::NotVerified, outcome) : outcome.has_value());
            QCOMPARE(bench.cable.complaint(), QString());
        }
    }

    void aFlashThatFailsIsRefused()
    {
        Bench bench;
        QVERIFY(bench.ready());
        ++bench.last;
        bench.cable.expect(onWire(golden("store-write-request", bench.last))).answer(onWire(golden("refusal-flash-reply", bench.last)));
        QVERIFY(failedWith(Errc::Refused, bench.amp->store()));
    }

    void whatTheAmpCannotDoIsUnsupported()
    {
        auto document = *gap::DescriptionDocument::parse(bytesOf(golden("description-document")));
        document.features.clear();
        document.meters.reset();
        const QByteArray bytes = document.encode().toCborValue().toCbor();
        gap::HelloReply hello = goldenHello();
        hello.length = static_cast<std::uint32_t>(bytes.size());
        hello.digest = gap::fnv1a(bytes);
        Bench bench;
        openWith(bench, hello, bytes);
        const auto amp = bench.open();
        QVERIFY(amp);
        QVERIFY(failedWith(Errc::Unsupported, (*amp)->store()));
        QVERIFY(failedWith(Errc::Unsupported, (*amp)->identify(1s)));
        QVERIFY(failedWith(Errc::Unsupported, (*amp)->meters()));
        QVERIFY(failedWith(Errc::Unsupported, (*amp)->meterEvery(1s)));
    }

    void ourPortsAreThoseThatNameUs()
    {
        const ReferenceFamily family;
        QVERIFY(family.matches(usbPort(Wire::Serial, u"Gainstage"_s, {})));
        QVERIFY(family.matches(usbPort(Wire::Serial, {}, u"gainstage DIY amp"_s)));
        QVERIFY(!family.matches(usbPort(Wire::Serial, u"FTDI"_s, u"FT232R"_s)));
        Port simulated;
        simulated.simulated = true;
        QVERIFY(family.matches(simulated));
        simulated.vendorId = 0x152a;
        simulated.productId = 0x88fa;
        QVERIFY(!family.matches(simulated)); // an amp of another maker
        Port hid = usbPort(Wire::Hid, u"Gainstage"_s, u"Reference Dongle"_s);
        QVERIFY(!family.matches(hid));
        hid.usagePage = 0xff00;
        hid.usage = 1;
        QVERIFY(family.matches(hid));
        hid.maker = u"Somebody else"_s;
        QVERIFY(!family.matches(hid));
        QVERIFY(family.mayTry(Wire::Serial) && family.mayTry(Wire::Hid));
    }
};

QTEST_GUILESS_MAIN(ReferenceFamilyTest)
#include "reference_family_test.moc"
