// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "protocol/fiio/frame.h"
#include "protocol/fiio/messages.h"
#include "tests/support/outcome.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gainstage;
using namespace gainstage::fiio;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

// Recordings of real amps, from the folder GAINSTAGE_CORPUS. What a frame means is worked out here from its bytes alone, at fixed places.
namespace {

struct Recorded {
    int reportId = 0;
    Bytes data;
};
struct Exchange {
    Recorded sent;
    std::vector<Recorded> answers;
};
struct Recording {
    Model model = Model::Ka15;
    std::vector<Recorded> answersAlone;
    std::vector<Exchange> exchanges;
};

Recorded recordedIn(const QJsonObject &object)
{
    Recorded recorded{object.value("reportId"_L1).toInt(-1), {}};
    for (const QJsonValue &byte : object.value("data"_L1).toArray())
        recorded.data.push_back(static_cast<std::uint8_t>(byte.toInt()));
    return recorded;
}

std::vector<Recorded> allIn(const QJsonValue &list)
{
    std::vector<Recorded> all;
    for (const QJsonValue &one : list.toArray())
        all.push_back(recordedIn(one.toObject()));
    return all;
}

std::optional<Model> modelOf(const QString &product)
{
    for (int i = 0; i < kModelCount; ++i) {
        const auto name = factsOf(static_cast<Model>(i)).product;
        if (product.contains(QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())), Qt::CaseInsensitive))
            return static_cast<Model>(i);
    }
    return std::nullopt;
}

/// nullopt for an amp that this protocol is not for.
std::optional<Recording> recordingIn(const QJsonObject &root)
{
    const QJsonObject device = root.value("device"_L1).toObject();
    const auto model = modelOf(device.value("productName"_L1).toString());
    if (!model || device.value("productId"_L1).toInt() != factsOf(*model).productId)
        return std::nullopt;
    Recording recording{*model, allIn(root.value("sequence"_L1)), {}};
    for (const QJsonValue &one : root.value("exchanges"_L1).toArray()) {
        const QJsonObject exchange = one.toObject();
        recording.exchanges.push_back({recordedIn(exchange.value("send"_L1).toObject()), allIn(exchange.value("responses"_L1))});
    }
    return recording;
}

std::vector<Recorded> answersOf(const Recording &recording)
{
    std::vector<Recorded> answers = recording.answersAlone;
    for (const Exchange &exchange : recording.exchanges)
        answers.insert(answers.end(), exchange.answers.begin(), exchange.answers.end());
    return answers;
}

int signedAt(const Bytes &bytes, std::size_t at)
{
    const int number = bytes[at] * 256 + bytes[at + 1];
    return number < 0x8000 ? number : number - 0x10000;
}

int unsignedAt(const Bytes &bytes, std::size_t at)
{
    return bytes[at] * 256 + bytes[at + 1];
}

Band bandAt(const Bytes &bytes)
{
    return {bytes[6], static_cast<std::int16_t>(signedAt(bytes, 7)), static_cast<std::uint16_t>(unsignedAt(bytes, 9)),
            static_cast<std::uint16_t>(unsignedAt(bytes, 11)), static_cast<FilterType>(bytes[13])};
}

/// What the bytes of an answer mean; nullopt for a command that no recording has.
std::optional<Content> meaningOf(const Bytes &bytes)
{
    switch (bytes[4]) {
    case 0x15: return bandAt(bytes);
    case 0x16: return ActivePreset{bytes[6]};
    case 0x17: return GlobalGain{static_cast<std::int16_t>(signedAt(bytes, 6))};
    case 0x18: return BandCount{bytes[6]};
    default: return std::nullopt;
    }
}

/// What the bytes that were sent mean; nullopt for a command that no recording has.
std::optional<Request> requestOf(const Bytes &bytes)
{
    const bool get = bytes[0] == 0xbb;
    switch (bytes[4]) {
    case 0x15: return get ? Request(GetBand{bytes[6]}) : Request(SetBand{bandAt(bytes)});
    case 0x16: return get ? Request(GetActivePreset{}) : Request(SelectPreset{bytes[6]});
    case 0x17: return get ? Request(GetGlobalGain{}) : Request(SetGlobalGain{static_cast<std::int16_t>(signedAt(bytes, 6))});
    case 0x18: return get ? Request(GetBandCount{}) : Request(SetBandCount{});
    case 0x19: return StorePreset{bytes[6]};
    default: return std::nullopt;
    }
}

/// The recorder wrote ten bands to an amp that says it has eight; ours stays with what the amp says.
bool isBeyondTheAmp(Model model, const Bytes &bytes)
{
    const std::uint8_t bands = factsOf(model).bands;
    return (bytes[4] == 0x15 && bytes[6] >= bands) || (bytes[4] == 0x18 && bytes[0] == 0xaa && bytes[6] != bands);
}

bool looksLikeAFrame(const Bytes &bytes)
{
    return bytes[0] == 0xaa || bytes[0] == 0xbb;
}

/// Long enough for what it says to be in it, so that the functions above may go by its first bytes.
bool isWhole(const Recorded &recorded)
{
    return recorded.data.size() >= 8 && (!looksLikeAFrame(recorded.data) || recorded.data.size() >= recorded.data[5] + std::size_t(8));
}

/// A KA15 rounds what it is sent: Q by one hundredth, the gain before the equalizer by a few tenths of a decibel.
bool nearlySame(const Content &told, const Content &sent)
{
    const auto *toldBand = std::get_if<Band>(&told);
    const auto *sentBand = std::get_if<Band>(&sent);
    if (toldBand && sentBand) {
        Band rounded = *toldBand;
        rounded.qHundredths = sentBand->qHundredths;
        return rounded == *sentBand && std::abs(toldBand->qHundredths - sentBand->qHundredths) <= 1;
    }
    const auto *toldGain = std::get_if<GlobalGain>(&told);
    const auto *sentGain = std::get_if<GlobalGain>(&sent);
    if (toldGain && sentGain)
        return std::abs(toldGain->gainDeciDecibels - sentGain->gainDeciDecibels) <= 5;
    return told == sent;
}

} // namespace

class RecordingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QDir folder(QStringLiteral(GAINSTAGE_CORPUS "/device-peq/captures"));
        if (QStringLiteral(GAINSTAGE_CORPUS).isEmpty() || !folder.exists())
            QSKIP("There are no recordings: the CMake variable GAINSTAGE_CORPUS names no folder with device-peq/captures.");
        for (const QString &file : folder.entryList({u"fiio_*.json"_s}, QDir::Files, QDir::Name))
            load(folder.filePath(file));
        QVERIFY(m_recordings.size() >= 5);
        QVERIFY(!m_others.empty());
    }

    void what_we_send_is_what_was_sent()
    {
        int same = 0;
        int refused = 0;
        for (const auto &[name, recording] : m_recordings) {
            for (const Exchange &exchange : recording.exchanges) {
                const Bytes &sent = exchange.sent.data;
                const auto request = requestOf(sent);
                QVERIFY2(request, name.c_str());
                const auto ours = encodeReport(recording.model, *request, sent.size() + 1);
                if (isBeyondTheAmp(recording.model, sent)) {
                    QVERIFY2(!ours || !std::ranges::equal(BytesView(*ours).subspan(1), sent), toHex(sent).c_str());
                    ++refused;
                    continue;
                }
                QVERIFY2(ours, toHex(sent).c_str());
                QCOMPARE(toHex(BytesView(*ours).subspan(1)), toHex(sent));
                QCOMPARE(int((*ours)[0]), exchange.sent.reportId);
                QVERIFY(decodeRequest(recording.model, sent).value_or(GetBand{255}) == *request);
                ++same;
            }
        }
        QVERIFY(same > 0);
        qInfo("%d frames are sent as recorded, %d that the amp cannot take are not sent", same, refused);
    }

    void what_came_back_means_what_it_meant()
    {
        int answers = 0;
        for (const auto &[name, recording] : m_recordings) {
            for (const Recorded &answer : answersOf(recording)) {
                const auto reply = decodeReply(recording.model, answer.data);
                QCOMPARE(reply.has_value(), looksLikeAFrame(answer.data));
                if (!reply)
                    continue;
                QCOMPARE(answer.reportId, int(factsOf(recording.model).reportId));
                QCOMPARE(reply->acknowledges, answer.data[0] == 0xaa);
                const auto meaning = meaningOf(answer.data);
                QVERIFY2(meaning && reply->content == *meaning, toHex(answer.data).c_str());
                ++answers;
            }
        }
        QVERIFY(answers > 0);
        qInfo("%d answers mean what they meant", answers);
    }

    void amps_tell_of_themselves_what_the_table_says()
    {
        for (const auto &[name, recording] : m_recordings) {
            for (const Recorded &answer : answersOf(recording)) {
                const auto reply = decodeReply(recording.model, answer.data).value_or(Reply{});
                if (const auto *count = std::get_if<BandCount>(&reply.content))
                    QCOMPARE(count->count, factsOf(recording.model).bands);
                if (const auto *preset = std::get_if<ActivePreset>(&reply.content); preset && looksLikeAFrame(answer.data))
                    QVERIFY2(presetOf(recording.model, preset->id), name.c_str());
                if (const auto *band = std::get_if<Band>(&reply.content))
                    QVERIFY2(encodeBand(recording.model, *band), name.c_str());
            }
        }
    }

    /// All but one: the preset that a JA11 tells has a checksum of its own.
    void checksums_are_those_of_the_model()
    {
        int other = 0;
        for (const auto &[name, recording] : m_recordings) {
            for (const Recorded &answer : answersOf(recording)) {
                if (!looksLikeAFrame(answer.data) || checksumFits(recording.model, answer.data))
                    continue;
                QVERIFY2(recording.model == Model::Ja11 && answer.data[4] == 0x16, toHex(answer.data).c_str());
                ++other;
            }
        }
        QVERIFY(other <= 1);
    }

    void an_echo_says_nearly_what_was_sent()
    {
        int echoes = 0;
        for (const auto &[name, recording] : m_recordings) {
            std::vector<Content> sent;
            for (const Exchange &exchange : recording.exchanges) {
                if (const auto meaning = exchange.sent.data[0] == 0xaa ? meaningOf(exchange.sent.data) : std::nullopt)
                    sent.push_back(*meaning);
                for (const Recorded &answer : exchange.answers) {
                    const auto reply = decodeReply(recording.model, answer.data);
                    if (!reply || !reply->acknowledges)
                        continue;
                    QVERIFY2(std::ranges::any_of(sent, [&](const Content &one) { return nearlySame(reply->content, one); }),
                             toHex(answer.data).c_str());
                    ++echoes;
                }
            }
        }
        QVERIFY(echoes > 0);
        qInfo("%d echoes", echoes);
    }

    /// Amps of the same maker with another protocol: nothing of it is taken for a frame.
    void another_protocol_is_refused()
    {
        for (const Bytes &bytes : m_others)
            QVERIFY2(failedWith(Errc::BadFrame, decodeReply(Model::Ka15, bytes)), toHex(bytes).c_str());
    }

private:
    void load(const QString &path)
    {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY2(!root.isEmpty(), qPrintable(path));
        if (const auto recording = recordingIn(root)) {
            QVERIFY2(std::ranges::all_of(answersOf(*recording), isWhole), qPrintable(path));
            QVERIFY2(std::ranges::all_of(recording->exchanges, isWhole, &Exchange::sent), qPrintable(path));
            m_recordings.emplace_back(path.toStdString(), *recording);
            return;
        }
        for (const QJsonValue &exchange : root.value("exchanges"_L1).toArray()) {
            const QJsonArray answer = exchange.toObject().value("response"_L1).toArray();
            m_others.push_back(recordedIn({{u"data"_s, answer}}).data);
        }
    }

    std::vector<std::pair<std::string, Recording>> m_recordings;
    std::vector<Bytes> m_others;
};

QTEST_APPLESS_MAIN(RecordingsTest)
#include "recordings_test.moc"
