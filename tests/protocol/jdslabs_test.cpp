// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "protocol/jdslabs/messages.h"
#include "protocol/jdslabs/splitter.h"
#include "tests/support/outcome.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace gainstage;
using namespace gainstage::jdslabs;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

Bytes bytesOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

/// Without the zero byte that must be at the end.
std::string textOf(const Result<Bytes> &message)
{
    if (!message)
        return std::string("refused: ") + message.error().sentence;
    if (message->empty() || message->back() != 0)
        return "not ended";
    return {message->begin(), message->end() - 1};
}

QJsonObject leaf(const QJsonValue &value)
{
    return {{u"Current"_s, value}, {u"Minimum"_s, -12}};
}

QJsonObject filterLeaves(const Filter &filter)
{
    return {{u"Gain"_s, leaf(filter.gainDecibels)}, {u"Frequency"_s, leaf(filter.frequencyHertz)}, {u"Q"_s, leaf(filter.q)}};
}

/// What an amp would say of its equalizer: the shape of the facts, made here in another way than the code under test reads it.
QJsonObject outputObject(Layout layout, const std::vector<Band> &bands, double preamp)
{
    QJsonObject output{{u"Preamp"_s, QJsonObject{{u"Gain"_s, leaf(preamp)}, {u"Mode"_s, leaf(u"AUTO"_s)}}}};
    for (const Band &band : bands) {
        const std::array words{u"Lowshelf"_s, u"Peaking"_s, u"Highshelf"_s};
        const QString word = words[static_cast<std::size_t>(band.place.kind)];
        QJsonObject filter = filterLeaves(band.filter);
        const bool bare = layout == Layout::Ten && band.place.kind != Kind::Peaking;
        if (layout == Layout::Twelve)
            filter.insert(u"Type"_s, leaf(word.toUpper()));
        output.insert(bare ? word : word + u' ' + QString::number(band.place.number), filter);
    }
    return output;
}

QJsonObject descriptionObject(Layout layout, const std::vector<Band> &bands, double preamp = -6.5)
{
    const QJsonObject processor{{u"Headphone"_s, outputObject(layout, bands, preamp)}, {u"RCA"_s, outputObject(layout, bands, 0)}};
    const QJsonObject general{{u"Input Mode"_s, leaf(u"USB"_s)}, {u"Something else"_s, 7}};
    return {{u"Product"_s, u"JDS Labs Element IV"_s}, {u"Configuration"_s, QJsonObject{{u"General"_s, general}, {u"DSP"_s, processor}}}};
}

Bytes jsonOf(const QJsonObject &object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return {json.begin(), json.end()};
}

std::vector<Band> countedBands(Layout layout)
{
    std::vector<Band> bands;
    for (const Place place : placesOf(layout))
        bands.push_back({place, {static_cast<double>(bands.size()) - 5.5, 100.25 * static_cast<double>(bands.size() + 1), 0.707}});
    return bands;
}

/// The description of sound bands with `to` in the place of `from`.
Result<Description> describedWith(QByteArray from, QByteArray to)
{
    const Bytes json = jsonOf(descriptionObject(Layout::Twelve, countedBands(Layout::Twelve)));
    QByteArray text(reinterpret_cast<const char *>(json.data()), static_cast<qsizetype>(json.size()));
    const qsizetype at = text.indexOf(from);
    if (at < 0)
        return failure(Errc::Internal, "nothing to replace");
    text.replace(at, from.size(), to);
    return decodeDescription(Bytes(text.begin(), text.end()));
}

} // namespace

class JdslabsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void golden_describe()
    {
        const auto message = encode(Describe{});
        QCOMPARE(textOf(message), std::string(R"({"Product":"JDS Labs Element IV","Action":"Describe"})"));
        QCOMPARE(
            toHex(message.value_or(Bytes())),
            toHex(fromHex("7B 22 50 72 6F 64 75 63 74 22 3A 22 4A 44 53 20 4C 61 62 73 20 45 6C 65 6D 65 6E 74 20 49 56 22 2C 22 41 63 74 69 6F 6E "
                          "22 3A 22 44 65 73 63 72 69 62 65 22 7D 00")));
    }

    void golden_update()
    {
        const Update update{Layout::Twelve, -6, {{{Kind::LowShelf, 1}, {5.5, 105, 0.7}}}};
        QCOMPARE(textOf(encode(update)), std::string(R"({"Product":"JDS Labs Element IV","FormatOutput":true,"Action":"Update","Configuration":)"
                                                     R"({"DSP":{"Headphone":{"Preamp":{"Gain":-6,"Mode":"AUTO"},)"
                                                     R"("Lowshelf 1":{"Gain":5.5,"Frequency":105,"Q":0.7,"Type":"LOWSHELF"}}}}})"));
    }

    void golden_success()
    {
        QCOMPARE(decodeUpdateReply(bytesOf(R"({"Status":true})")).value_or(false), true);
        QCOMPARE(decodeUpdateReply(bytesOf(R"({"Text":"x","Status":false})")).value_or(true), false);
        for (const char *text : {"", "{}", R"({"Status":"true"})", R"({"Status":1})", "[true]", R"({"Status":true)", R"({"Status":true} x)", "\xff"})
            QVERIFY2(failedWith(Errc::BadFrame, decodeUpdateReply(bytesOf(text))), text);
    }

    void what_is_encoded_reads_back()
    {
        for (const Layout layout : {Layout::Twelve, Layout::Ten}) {
            const Update update{layout, -3.05, countedBands(layout)};
            const std::string text = textOf(encode(update));
            QVERIFY2(decodeRequest(bytesOf(text)).value_or(Describe{}) == Request(update), text.c_str());
            QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(text)).isObject());
        }
        QVERIFY(decodeRequest(bytesOf(textOf(encode(Describe{})))).value_or(Update{}) == Request(Describe{}));
    }

    void numbers_are_written_without_exponent()
    {
        const Update update{Layout::Ten, 0, {{{Kind::Peaking, 8}, {-0.00001, 20000, 0.1}}}};
        const std::string text = textOf(encode(update));
        QVERIFY2(text.find(R"("Peaking 8":{"Gain":-0.00001,"Frequency":20000,"Q":0.1})") != std::string::npos, text.c_str());
    }

    void a_description_reads()
    {
        for (const Layout layout : {Layout::Twelve, Layout::Ten}) {
            const auto description = decodeDescription(jsonOf(descriptionObject(layout, countedBands(layout))));
            QVERIFY(description);
            QCOMPARE(description->layout, layout);
            QCOMPARE(description->inputMode, std::string("USB"));
            QVERIFY(description->headphone == (Equalizer{-6.5, countedBands(layout)}));
            QVERIFY(description->line && *description->line == (Equalizer{0, countedBands(layout)}));
        }
    }

    void a_description_without_the_line_output_reads()
    {
        const auto description = describedWith("\"RCA\"", "\"Other\"");
        QVERIFY(description && !description->line);
    }

    void bad_descriptions_are_refused()
    {
        for (const auto &[from, to] : std::initializer_list<std::pair<const char *, const char *>>{{"\"Configuration\"", "\"Konfiguration\""},
                                                                                                   {"\"Preamp\"", "\"Preamps\""},
                                                                                                   {"\"Lowshelf 2\"", "\"Lowshelf 3\""},
                                                                                                   {"\"Peaking 8\"", "\"Peaking 9\""},
                                                                                                   {"\"LOWSHELF\"", "\"PEAKING\""},
                                                                                                   {"\"LOWSHELF\"", "3"},
                                                                                                   {"-6.5", "\"-6.5\""},
                                                                                                   {"-6.5", "null"},
                                                                                                   {"\"USB\"", "1"},
                                                                                                   {"\"Current\"", "\"Currant\""},
                                                                                                   {"{", ""},
                                                                                                   {"-6.5", "- 6.5"}})
            QVERIFY2(failedWith(Errc::BadFrame, describedWith(from, to)), to);
        QVERIFY(failedWith(Errc::BadFrame, decodeDescription({})));
        QVERIFY(failedWith(Errc::BadFrame, decodeDescription(bytesOf("{}"))));
    }

    void values_out_of_range_are_refused()
    {
        const Place place{Kind::Peaking, 1};
        const auto refused = [](const Update &update) { return failedWith(Errc::OutOfRange, encode(update)); };
        for (const Filter &filter : {Filter{12.1, 100, 1}, Filter{-12.1, 100, 1}, Filter{0, 19.9, 1}, Filter{0, 20000.1, 1}, Filter{0, 100, 0.09},
                                     Filter{0, 100, 10.1}, Filter{std::nan(""), 100, 1}, Filter{0, INFINITY, 1}, Filter{0, 100, std::nan("")}})
            QVERIFY(refused({Layout::Twelve, 0, {{place, filter}}}));
        QVERIFY(refused({Layout::Twelve, 12.1, {{place, {}}}}));
        QVERIFY(refused({Layout::Twelve, std::nan(""), {{place, {}}}}));
        QVERIFY(refused({Layout::Twelve, 0, {}}));
        QVERIFY(refused({Layout::Twelve, 0, {{place, {}}, {place, {}}}}));
        QVERIFY(refused({Layout::Twelve, 0, {{{Kind::Peaking, 9}, {}}}}));
        QVERIFY(refused({Layout::Ten, 0, {{{Kind::LowShelf, 2}, {}}}}));
        QVERIFY(!refused({Layout::Twelve, 12, {{place, {-12, 20, 10}}}}));
    }

    void bad_requests_do_not_read()
    {
        for (const char *text :
             {"{}", R"({"Product":"JDS Labs Element III","Action":"Describe"})", R"({"Product":"JDS Labs Element IV","Action":"Reset"})",
              R"({"Product":"JDS Labs Element IV","Action":"Update"})",
              R"({"Product":"JDS Labs Element IV","Action":"Update","Configuration":{"DSP":{"Headphone":{"Preamp":{"Gain":0,"Mode":"AUTO"}}}}})"})
            QVERIFY2(!decodeRequest(bytesOf(text)), text);
    }

    void filters_find_their_places()
    {
        std::vector<WantedFilter> wanted;
        for (const Kind kind : {Kind::Peaking, Kind::HighShelf, Kind::LowShelf, Kind::LowShelf, Kind::LowShelf})
            wanted.push_back({kind, {static_cast<double>(wanted.size() + 1), 500, 1}});
        const Placing twelve = place(Layout::Twelve, wanted);
        QCOMPARE(twelve.bands.size(), 12U);
        QCOMPARE(twelve.leftOut, std::vector<std::size_t>{4});
        QCOMPARE(twelve.bands[0].filter.gainDecibels, 3);
        QCOMPARE(twelve.bands[1].filter.gainDecibels, 4);
        QCOMPARE(twelve.bands[2].filter.gainDecibels, 1);
        QVERIFY(twelve.bands[3].filter == (Filter{0, 1000, 0.707}));
        QCOMPARE(twelve.bands[10].filter.gainDecibels, 2);
        QVERIFY(twelve.bands[11].filter == (Filter{0, 10000, 0.707}));
        const Placing ten = place(Layout::Ten, wanted);
        QCOMPARE(ten.bands.size(), 10U);
        QCOMPARE(ten.leftOut, (std::vector<std::size_t>{3, 4}));
        QVERIFY(place(Layout::Ten, {}).bands[0].filter == (Filter{0, 80, 0.707}));
        QVERIFY(encode(Update{Layout::Twelve, 0, twelve.bands}) && encode(Update{Layout::Ten, 0, ten.bands}));
    }

    void messages_are_cut_at_the_zero_byte()
    {
        Splitter splitter;
        splitter.take(bytesOf("{\"a\""));
        QVERIFY(!splitter.next());
        splitter.take(fromHex("3a 31 7d 00 7b 7d 00 7b"));
        QCOMPARE(textWithout(splitter.next()), std::string("{\"a\":1}"));
        QCOMPARE(textWithout(splitter.next()), std::string("{}"));
        QVERIFY(!splitter.next());
        splitter.reset();
        splitter.take(fromHex("41 00"));
        QCOMPARE(textWithout(splitter.next()), std::string("A"));
    }

    void a_message_without_end_does_not_fill_memory()
    {
        Splitter splitter;
        splitter.take(Bytes(kLongestMessage, 'x'));
        splitter.take(fromHex("00"));
        QCOMPARE(textWithout(splitter.next()).size(), kLongestMessage);
        splitter.take(Bytes(kLongestMessage + 1, 'x'));
        QVERIFY(!splitter.next());
        splitter.take(fromHex("00 7b 7d 00"));
        const auto tooLong = splitter.next();
        QVERIFY(tooLong && failedWith(Errc::BadFrame, *tooLong));
        QCOMPARE(textWithout(splitter.next()), std::string("{}"));
    }

    void version_of_the_usb_descriptor()
    {
        QVERIFY(versionOf(0x0174) == (Version{1, 7, 4}));
        QVERIFY(versionOf(0x0151) == (Version{1, 5, 1}));
    }

private:
    static std::string textWithout(const std::optional<Result<Bytes>> &message)
    {
        return message && *message ? std::string((*message)->begin(), (*message)->end()) : std::string("none");
    }
};

QTEST_APPLESS_MAIN(JdslabsTest)
#include "jdslabs_test.moc"
