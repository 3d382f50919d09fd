// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/gap/description.h"
#include "protocol/gap/document.h"
#include "protocol/gap/equalizer.h"
#include "protocol/gap/event.h"
#include "protocol/gap/firmware.h"
#include "protocol/gap/hello.h"
#include "protocol/gap/limits.h"
#include "protocol/gap/meters.h"
#include "protocol/gap/presets.h"
#include "protocol/gap/service.h"
#include "protocol/gap/state.h"
#include "protocol/gap/store.h"
#include "protocol/smp/cbor.h"
#include "protocol/smp/os_group.h"
#include "protocol/smp/packet.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace gainstage;
using namespace gainstage::gap;

namespace {

/// Decodes the payload into a T and encodes that again.
template <typename T>
Result<QCborMap> again(const QCborMap &payload)
{
    const auto message = T::decode(payload);
    if (!message)
        return std::unexpected(message.error());
    return message->encode();
}

using Again = Result<QCborMap> (*)(const QCborMap &);
struct Row {
    const char *prefix; ///< of the golden name
    Again again;
};

/// The type of each golden packet of the amp group. Refusals are SMP's and tested there.
const Row rows[] = {
    {"hello-read-request", &again<HelloRead>},
    {"hello-read-reply", &again<HelloReply>},
    {"parameters-read-request", &again<smp::ParametersRead>},
    {"parameters-read-reply", &again<smp::ParametersReply>},
    {"description-read-1-request", &again<DescriptionRead>},
    {"description-read-1-reply", &again<DescriptionReply>},
    {"description-read-2-request", &again<DescriptionRead>},
    {"description-read-2-reply", &again<DescriptionReply>},
    {"state-read-request", &again<StateRead>},
    {"state-read-reply", &again<StateReply>},
    {"state-write-request", &again<StateWrite>},
    {"state-write-reply", &again<StateReply>},
    {"state-write-with-key-request", &again<StateWrite>},
    {"state-write-with-key-reply", &again<StateReply>},
    {"equalizer-read-request", &again<EqualizerRead>},
    {"equalizer-read-reply", &again<EqualizerReply>},
    {"equalizer-write-request", &again<EqualizerWrite>},
    {"equalizer-write-reply", &again<EqualizerReply>},
    {"store-write-request", &again<StoreWrite>},
    {"store-write-reply", &again<StoreReply>},
    {"presets-read-list-request", &again<PresetsRead>},
    {"presets-read-list-reply", &again<PresetListReply>},
    {"presets-read-slot-request", &again<PresetsRead>},
    {"presets-read-slot-reply", &again<PresetReply>},
    {"presets-write-store-request", &again<PresetWrite>},
    {"presets-write-store-reply", &again<StoreReply>},
    {"presets-write-recall-request", &again<PresetWrite>},
    {"presets-write-recall-reply", &again<StoreReply>},
    {"presets-write-rename-request", &again<PresetWrite>},
    {"presets-write-rename-reply", &again<StoreReply>},
    {"presets-write-erase-request", &again<PresetWrite>},
    {"presets-write-erase-reply", &again<StoreReply>},
    {"meters-read-request", &again<MetersRead>},
    {"meters-read-reply", &again<MetersReply>},
    {"meters-write-request", &again<MetersWrite>},
    {"meters-write-reply", &again<MetersWrite>},
    {"identify-write-request", &again<IdentifyWrite>},
    {"identify-write-reply", &again<Empty>},
    {"lock-read-request", &again<LockRead>},
    {"lock-read-reply", &again<LockReadReply>},
    {"lock-write-take-request", &again<LockWrite>},
    {"lock-write-take-reply", &again<LockWriteReply>},
    {"lock-write-extend-request", &again<LockWrite>},
    {"lock-write-extend-reply", &again<LockWriteReply>},
    {"lock-write-release-request", &again<LockWrite>},
    {"lock-write-release-reply", &again<LockWriteReply>},
    {"faults-read-request", &again<FaultsRead>},
    {"faults-read-reply", &again<FaultsReply>},
    {"faults-read-end-request", &again<FaultsRead>},
    {"faults-read-end-reply", &again<FaultsReply>},
    {"faults-write-clear-request", &again<FaultsClear>},
    {"faults-write-clear-reply", &again<Empty>},
    {"factory-reset-read-request", &again<FactoryResetRead>},
    {"factory-reset-read-reply", &again<FactoryResetToken>},
    {"factory-reset-write-request", &again<FactoryResetWrite>},
    {"factory-reset-write-reply", &again<FactoryResetReply>},
    {"firmware-read-request", &again<FirmwareRead>},
    {"firmware-read-reply", &again<FirmwareReply>},
    {"event-values-knob", &again<EventMessage>},
    {"event-values-recall", &again<EventMessage>},
    {"event-values-client", &again<EventMessage>},
    {"event-jack-in", &again<EventMessage>},
    {"event-jack-out", &again<EventMessage>},
    {"event-clipping", &again<EventMessage>},
    {"event-protection", &again<EventMessage>},
    {"event-input", &again<EventMessage>},
    {"event-power-down", &again<EventMessage>},
    {"event-meters", &again<EventMessage>},
    {"event-equalizer", &again<EventMessage>},
    {"event-stored", &again<EventMessage>},
    {"event-everything", &again<EventMessage>},
    {"event-lock", &again<EventMessage>},
};

Bytes golden(const char *name)
{
    return test::goldenBytes(u"gap.txt"_s)[name];
}

QCborMap payloadOf(const char *name)
{
    const auto packet = smp::decode(golden(name));
    return packet ? packet->payload : QCborMap();
}

QByteArray documentBytes()
{
    const Bytes bytes = golden("description-document");
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

QCborMap documentMap()
{
    return *smp::decodeMap(golden("description-document"));
}

QByteArray hexOf(const Bytes &bytes)
{
    return QByteArray::fromStdString(toHex(bytes));
}

/// The first fact of the error of a decoded message: the key's path.
template <typename T>
QString blamed(const QCborMap &map)
{
    const auto outcome = T::decode(map);
    if (outcome || outcome.error().code != Errc::BadFrame || outcome.error().facts.empty())
        return u"nothing"_s;
    return QString::fromStdString(outcome.error().facts.front());
}

/// The document with one key of the setting at `index` replaced.
QCborMap withSetting(int index, const QString &key, const QCborValue &value)
{
    QCborMap document = documentMap();
    QCborArray settings = document.value("settings"_L1).toArray();
    QCborMap setting = settings.at(index).toMap();
    setting[key] = value;
    settings[index] = setting;
    document["settings"_L1] = settings;
    return document;
}

QCborMap without(QCborMap map, const char *key)
{
    map.remove(QLatin1String(key));
    return map;
}

QCborMap with(QCborMap map, const char *key, const QCborValue &value)
{
    map.insert(QLatin1String(key), value);
    return map;
}

} // namespace

class GapMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageSurvivesDecodingAndEncodingByteForByte_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < static_cast<int>(std::size(rows)); ++i)
            QTest::newRow(rows[i].prefix) << i;
    }

    void everyMessageSurvivesDecodingAndEncodingByteForByte()
    {
        QFETCH(int, row);
        const Bytes bytes = golden(rows[row].prefix);
        QVERIFY2(!bytes.empty(), "no such golden packet");
        auto packet = smp::decode(bytes);
        QVERIFY(packet);
        const auto payload = rows[row].again(packet->payload);
        QVERIFY2(payload, payload ? "" : payload.error().sentence);
        packet->payload = *payload;
        QCOMPARE(hexOf(smp::encode(*packet)), hexOf(bytes));
    }

    void noGoldenPacketIsLeftOut()
    {
        std::set<std::string> known{"description-document", "event-unknown"};
        for (const Row &row : rows)
            known.insert(row.prefix);
        for (const auto &[name, bytes] : test::goldenBytes(u"gap.txt"_s)) {
            if (!name.starts_with("refusal-"))
                QVERIFY2(known.contains(name), name.c_str());
        }
    }

    void helloSaysWhoTheAmpIs()
    {
        const auto hello = HelloReply::decode(payloadOf("hello-read-reply"));
        QVERIFY(hello);
        QCOMPARE(hello->version, (Version{1, 0}));
        QCOMPARE(hello->maker, u"Example Audio"_s);
        QCOMPARE(hello->model, u"Two Band"_s);
        QCOMPARE(hello->serialNumber, u"EA-0001"_s);
        QCOMPARE(hello->hardware, u"B"_s);
        QCOMPARE(hello->firmware, u"1.2.0"_s);
        QCOMPARE(hello->length, 824u);
        QCOMPARE(hello->revision, 41u);
    }

    void theStateHasValuesJacksAndInput()
    {
        const auto state = StateReply::decode(payloadOf("state-read-reply"));
        QVERIFY(state);
        QCOMPARE(state->revision, 41u);
        QCOMPARE(state->values, (Values{{1, 0}, {2, 1}, {3, -4000}}));
        QCOMPARE(state->jacks, (std::vector<Jack>{{1, true, 32000u}, {2, false, std::nullopt}}));
        QCOMPARE(state->input, std::optional(Input{0, true, 48000}));
        QVERIFY(!state->dirty);
    }

    void aStateWithoutDigitalInputHasNone()
    {
        const QCborMap map = without(payloadOf("state-read-reply"), "input");
        const auto state = StateReply::decode(map);
        QVERIFY(state);
        QVERIFY(!state->input);
        QCOMPARE(state->encode(), map);
    }

    void anEqualizerWriteNamesOnlyTheBandsThatChange()
    {
        const auto write = EqualizerWrite::decode(payloadOf("equalizer-write-request"));
        QVERIFY(write);
        QCOMPARE(write->on, std::optional(true));
        QCOMPARE(write->preamp, std::optional(-300));
        QCOMPARE(*write->bands, (std::vector<IndexedBand>{{0, {1, 105, 300, 707, true}}}));
        QCOMPARE(write->revision, std::optional(43u));
    }

    void anEventOfALaterVersionStillHasItsRevision()
    {
        const auto event = EventMessage::decode(payloadOf("event-unknown"));
        QVERIFY(event);
        QCOMPARE(event->revision, 58u);
        QCOMPARE(std::get<UnknownEvent>(event->what), UnknownEvent{200});
    }

    void aKnobIsTheSourceOfItsEvent()
    {
        const auto event = EventMessage::decode(payloadOf("event-values-knob"));
        QVERIFY(event);
        QCOMPARE(event->revision, 43u);
        QCOMPARE(std::get<ValuesChanged>(event->what), (ValuesChanged{{{3, -5150}}, EventSource::Knob}));
    }

    void theTimeOfATrialIsThereOnlyDuringOne()
    {
        const QCborMap confirmed = payloadOf("firmware-read-reply"), onTrial = with(confirmed, "trial", 540000);
        QVERIFY(!FirmwareReply::decode(confirmed)->trialMilliseconds);
        QCOMPARE(FirmwareReply::decode(onTrial)->trialMilliseconds, std::optional(540000u));
        QCOMPARE(FirmwareReply::decode(onTrial)->encode(), onTrial);
    }

    void firmwareThatMakesNoSenseIsRefused()
    {
        const QCborMap sound = payloadOf("firmware-read-reply");
        QCOMPARE(blamed<FirmwareReply>(with(sound, "vendor", QByteArray(15, 'v'))), u"vendor"_s);
        QCOMPARE(blamed<FirmwareReply>(with(sound, "class", u"0123456789abcdef"_s)), u"class"_s);
        QCOMPARE(blamed<FirmwareReply>(without(sound, "counter")), u"counter"_s);
        QCOMPARE(blamed<FirmwareReply>(with(sound, "counter", -1)), u"counter"_s);
        QCOMPARE(blamed<FirmwareReply>(with(sound, "keys", QByteArray(32, 'k'))), u"keys"_s);
        QCOMPARE(blamed<FirmwareReply>(with(sound, "keys", QCborArray{QByteArray(32, 'k'), QByteArray(33, 'k')})), u"keys[1]"_s);
        QCOMPARE(blamed<FirmwareReply>(with(sound, "keys", QCborArray{1})), u"keys[0]"_s);
        QCborArray many;
        for (int i = 0; i < 17; ++i)
            many.append(QByteArray(32, 'k'));
        QCOMPARE(blamed<FirmwareReply>(with(sound, "keys", many)), u"keys"_s);
        QCOMPARE(blamed<FirmwareReply>(with(sound, "trial", u"soon"_s)), u"trial"_s);
    }

    void revisionsWrapToOne()
    {
        QCOMPARE(nextRevision(41), 42u);
        QCOMPARE(nextRevision(0xffffffffu), 1u);
    }

    // The description document

    void thePiecesOfADescriptionJoinToTheDocument()
    {
        const auto hello = *HelloReply::decode(payloadOf("hello-read-reply"));
        DocumentAssembly assembly(hello.length, hello.digest);
        QVERIFY(assembly.add(*DescriptionReply::decode(payloadOf("description-read-1-reply"))));
        QVERIFY(!assembly.complete());
        QVERIFY(!assembly.document());
        QCOMPARE(assembly.offset(), 467u);
        QVERIFY(assembly.add(*DescriptionReply::decode(payloadOf("description-read-2-reply"))));
        QVERIFY(assembly.complete());
        QCOMPARE(*assembly.document(), documentBytes());
    }

    void aPieceThatDoesNotFitIsRefused()
    {
        const auto first = *DescriptionReply::decode(payloadOf("description-read-1-reply"));
        const auto second = *DescriptionReply::decode(payloadOf("description-read-2-reply"));
        DocumentAssembly assembly(first.length, first.digest);
        QVERIFY(test::failedWith(Errc::BadFrame, assembly.add(second)));
        DescriptionReply empty = first;
        empty.data.clear();
        QVERIFY(test::failedWith(Errc::BadFrame, assembly.add(empty)));
        DescriptionReply other = first;
        other.digest[0] = static_cast<char>(other.digest[0] ^ 1);
        QVERIFY(test::failedWith(Errc::BadFrame, assembly.add(other)));
        QVERIFY(assembly.add(first));
        DescriptionReply tooLong = second;
        tooLong.data += 'x';
        QVERIFY(test::failedWith(Errc::BadFrame, assembly.add(tooLong)));
        QVERIFY(assembly.add(second));
    }

    void oneFlippedBitBreaksTheDigest()
    {
        auto first = *DescriptionReply::decode(payloadOf("description-read-1-reply"));
        first.data[100] = static_cast<char>(first.data[100] ^ 4);
        DocumentAssembly assembly(first.length, first.digest);
        QVERIFY(assembly.add(first));
        QVERIFY(assembly.add(*DescriptionReply::decode(payloadOf("description-read-2-reply"))));
        QVERIFY(assembly.complete());
        QVERIFY(test::failedWith(Errc::BadFrame, assembly.document()));
    }

    void theDocumentDescribesTheExampleAmp()
    {
        const auto document = DescriptionDocument::parse(documentBytes());
        QVERIFY(document);
        QCOMPARE(document->settings.size(), std::size_t(3));
        const DescribedSetting &gain = document->settings[0];
        QCOMPARE(gain.key, u"gain"_s);
        QCOMPARE(gain.settle, 20u);
        QCOMPARE(std::get<ChoiceKind>(gain.kind).choices.at(1).adds, std::optional(1200));
        const DescribedSetting &volume = document->settings[2];
        const RangeKind range = std::get<RangeKind>(volume.kind);
        QCOMPARE(range.unit, 1u);
        QCOMPARE(range.min, -9000);
        QCOMPARE(range.max, 0);
        QCOMPARE(range.step, 50);
        QCOMPARE(volume.flags, std::uint32_t(Audible | StoredFlag | SilentFloor));
        QCOMPARE(document->outputs.size(), std::size_t(2));
        QCOMPARE(document->outputs[0].microvoltMax, std::optional(4'000'000u));
        QCOMPARE(document->outputs[1].balanced, true);
        QCOMPARE(document->equalizer->bands, 2u);
        QCOMPARE(document->equalizer->frequency.max, 20000);
        QCOMPARE(document->meters->fastest, 50u);
        QCOMPARE(document->presets->wear, std::optional(100'000u));
        QVERIFY(document->has(Feature::Store));
    }

    void theDocumentSurvivesEncodingByteForByte()
    {
        const auto document = DescriptionDocument::parse(documentBytes());
        QVERIFY(document);
        QCOMPARE(hexOf(smp::encodeMap(document->encode())), hexOf(golden("description-document")));
    }

    void unknownKeysKindsTypesAndFeaturesDoNoHarm()
    {
        QCborMap map = withSetting(0, u"kind"_s, 9);
        map["later"_L1] = QCborArray{1, 2, QCborMap{{"deep"_L1, true}}};
        map["features"_L1] = QCborArray{5, 4711};
        const auto document = DescriptionDocument::decode(map);
        QVERIFY(document);
        QCOMPARE(document->settings.size(), std::size_t(2));
        QVERIFY(document->has(Feature::Store));
    }

    void whatIsWrongInADocumentIsNamed_data()
    {
        QTest::addColumn<QCborMap>("map");
        QTest::addColumn<QString>("key");
        QTest::newRow("no settings") << without(documentMap(), "settings") << u"settings"_s;
        QTest::newRow("settings no array") << with(documentMap(), "settings", 1) << u"settings"_s;
        QTest::newRow("setting no map") << with(documentMap(), "settings", QCborArray{1}) << u"settings[0]"_s;
        QTest::newRow("id zero") << withSetting(1, u"id"_s, 0) << u"settings[1].id"_s;
        QTest::newRow("id too large") << withSetting(1, u"id"_s, 65536) << u"settings[1].id"_s;
        QTest::newRow("id twice") << withSetting(1, u"id"_s, 1) << u"settings[1].id"_s;
        QTest::newRow("role twice") << withSetting(1, u"role"_s, 1) << u"settings[1].role"_s;
        QTest::newRow("key twice") << withSetting(1, u"key"_s, u"gain"_s) << u"settings[1].key"_s;
        QTest::newRow("key empty") << withSetting(1, u"key"_s, QString()) << u"settings[1].key"_s;
        QTest::newRow("name a number") << withSetting(0, u"name"_s, 4) << u"settings[0].name"_s;
        QTest::newRow("name too long") << withSetting(0, u"name"_s, QString(257, u'x')) << u"settings[0].name"_s;
        QTest::newRow("no choices") << withSetting(0, u"choices"_s, QCborArray()) << u"settings[0].choices"_s;
        QTest::newRow("limits the wrong way round") << withSetting(2, u"min"_s, 1) << u"settings[2].max"_s;
        QTest::newRow("step zero") << withSetting(2, u"step"_s, 0) << u"settings[2].step"_s;
        QTest::newRow("step negative") << withSetting(2, u"step"_s, -50) << u"settings[2].step"_s;
        QTest::newRow("limit a float") << withSetting(2, u"max"_s, 0.5) << u"settings[2].max"_s;
        QTest::newRow("limit beyond reckoning") << withSetting(2, u"min"_s, -2147483648LL) << u"settings[2].min"_s;
        QTest::newRow("no equalizer but a list") << with(documentMap(), "eq", QCborArray()) << u"eq"_s;
        QTest::newRow("features text") << with(documentMap(), "features", QCborArray{u"store"_s}) << u"features[0]"_s;
    }

    void whatIsWrongInADocumentIsNamed()
    {
        QFETCH(QCborMap, map);
        QFETCH(QString, key);
        QCOMPARE(blamed<DescriptionDocument>(map), key);
    }

    void aChoiceGivenTwiceIsNamed()
    {
        const QCborMap low{{"v"_L1, 0}, {"key"_L1, "low"_L1}, {"name"_L1, "Low"_L1}};
        QCOMPARE(blamed<DescriptionDocument>(withSetting(0, u"choices"_s, QCborArray{low, low})), u"settings[0].choices[1].v"_s);
    }

    void tooManyOfAnythingIsRefused()
    {
        QCborArray many;
        for (int i = 0; i < 300; ++i)
            many.append(QCborMap{{"out"_L1, i}, {"in"_L1, true}});
        QCOMPARE(blamed<StateReply>(with(payloadOf("state-read-reply"), "jacks", many)), u"jacks"_s);
        QCborMap values;
        for (int i = 1; i < 300; ++i)
            values.insert(i, 0);
        QCOMPARE(blamed<StateReply>(with(payloadOf("state-read-reply"), "values", values)), u"values"_s);
        QCOMPARE(blamed<HelloReply>(with(payloadOf("hello-read-reply"), "len", 1 << 24)), u"len"_s);
    }

    void wrongTypesInMessagesAreNamed()
    {
        QCOMPARE(blamed<HelloReply>(without(payloadOf("hello-read-reply"), "maker")), u"maker"_s);
        QCOMPARE(blamed<HelloReply>(with(payloadOf("hello-read-reply"), "digest", QByteArray(7, 'x'))), u"digest"_s);
        QCOMPARE(blamed<HelloReply>(with(payloadOf("hello-read-reply"), "gap", QCborArray{1})), u"gap"_s);
        QCOMPARE(blamed<StateReply>(with(payloadOf("state-read-reply"), "rev", -1)), u"rev"_s);
        QCOMPARE(blamed<StateReply>(with(payloadOf("state-read-reply"), "dirty", 1)), u"dirty"_s);
        QCOMPARE(blamed<StateReply>(with(payloadOf("state-read-reply"), "input", QCborMap())), u"input.id"_s);
        QCOMPARE(blamed<StateReply>(with(payloadOf("state-read-reply"), "values", QCborMap{{"3"_L1, 1}})), u"values"_s);
        QCOMPARE(blamed<StateReply>(with(payloadOf("state-read-reply"), "values", QCborMap{{3, true}})), u"values[3]"_s);
        QCOMPARE(blamed<EqualizerReply>(with(payloadOf("equalizer-read-reply"), "bands", QCborArray{QCborArray{0, 1, 2, 3}})), u"bands[0]"_s);
        QCOMPARE(blamed<EqualizerReply>(with(payloadOf("equalizer-read-reply"), "bands", QCborArray{QCborArray{0, 1, 2, 3, 2}})), u"bands"_s);
        QCOMPARE(blamed<EventMessage>(with(payloadOf("event-jack-in"), "in", 1)), u"in"_s);
        QCOMPARE(blamed<PresetWrite>(with(payloadOf("presets-write-erase-request"), "do", 4)), u"do"_s);
    }

    void cutAndFlippedDocumentsNeverGetThroughUnseen()
    {
        const QByteArray sound = documentBytes();
        for (qsizetype length = 0; length < sound.size(); ++length)
            QVERIFY(test::failedWith(Errc::BadFrame, DescriptionDocument::parse(sound.left(length))));
        for (qsizetype i = 0; i < sound.size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray flipped = sound;
                flipped[i] = static_cast<char>(flipped[i] ^ (1 << bit));
                const auto outcome = DescriptionDocument::parse(flipped); // sound or an error, never a crash
                QVERIFY(outcome || outcome.error().code == Errc::BadFrame);
                QVERIFY(fnv1a(flipped) != fnv1a(sound));
            }
        }
    }
};

QTEST_GUILESS_MAIN(GapMessagesTest)
#include "gap_messages_test.moc"
