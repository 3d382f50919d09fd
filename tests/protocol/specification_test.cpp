// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smp/client.h"
#include "protocol/transport/recording_transport.h"
#include "tests/support/golden.h"
#include "tests/support/scripted_transport.h"

#include <QCborArray>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <set>

using namespace gainstage;
using namespace gainstage::smp;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Group ampGroup = 64;

QString specification()
{
    QFile file(QStringLiteral(GAINSTAGE_SOURCE "/protocol/README.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The golden bytes printed in section 9, by name. Where the document leaves some out, only what stands before.
std::map<std::string, Bytes> printedBytes()
{
    static const QRegularExpression hexLine(u"^    ((?:[0-9a-f]{2} ?)+)$"_s), nameLine(u"^([a-z0-9-]+)(  \\{.*)?$"_s);
    const QString section = specification().section(u"\n## 9."_s, 1).section(u"\n## 10."_s, 0, 0);
    std::map<std::string, Bytes> printed;
    std::string name;
    const auto lines = section.split(u'\n');
    for (const QString &line : lines) {
        if (const auto named = nameLine.match(line); named.hasMatch())
            name = named.captured(1).toStdString();
        else if (const auto hex = hexLine.match(line); hex.hasMatch())
            std::ranges::copy(fromHex(hex.captured(1).toStdString()), std::back_inserter(printed[name]));
    }
    return printed;
}

/// Does what section 10 tells, and gives the description document that it read.
QByteArray playSession(Client &client, QList<QCborMap> &answers)
{
    QByteArray document;
    answers << *client.read(ampGroup, 0, {{u"gap"_s, QCborArray{1, 0}}}) << *client.read(kOsGroup, 6, {});
    const qint64 length = answers[0].value(u"len"_s).toInteger();
    while (document.size() < length) {
        const auto piece = client.read(ampGroup, 1, {{u"off"_s, document.size()}});
        if (!piece)
            break;
        document += piece->value(u"data"_s).toByteArray();
    }
    answers << *client.read(ampGroup, 2, {}) << *client.read(ampGroup, 3, {});
    answers << *client.write(ampGroup, 2, {{u"values"_s, QCborMap{{1, 1}, {3, -5200}}}, {u"rev"_s, 41}});
    return document;
}

} // namespace

class SpecificationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDocumentPrintsTheGoldenBytes()
    {
        const auto printed = printedBytes();
        for (const auto &[name, bytes] : goldenBytes(u"gap.txt"_s)) {
            QVERIFY2(printed.contains(name), name.c_str());
            const Bytes &shown = printed.at(name);
            const bool abridged = name.starts_with("description-read-") && name.ends_with("-reply");
            QVERIFY2(shown.size() >= kHeaderSize, name.c_str());
            QCOMPARE(toHex(shown), toHex(abridged ? BytesView(bytes).first(shown.size()) : BytesView(bytes)));
        }
    }

    void everyCommandHasAGoldenRequestAndAnswer()
    {
        std::set<std::pair<int, int>> seen; // operation and command
        for (const auto &[name, bytes] : goldenBytes(u"gap.txt"_s)) {
            const auto packet = decodeHeader(bytes);
            if (packet && packet->group == ampGroup && !name.starts_with("refusal-"))
                seen.insert({static_cast<int>(packet->operation), packet->command});
        }
        for (const int command : {0, 1, 2, 3, 5, 6, 8, 9, 10, 12})
            QVERIFY2(seen.contains({0, command}) && seen.contains({1, command}), qPrintable(QString::number(command)));
        for (const int command : {2, 3, 4, 5, 6, 7, 8, 9, 10})
            QVERIFY2(seen.contains({2, command}) && seen.contains({3, command}), qPrintable(QString::number(command)));
        QVERIFY(seen.contains({1, 11}));
    }

    void theExampleSessionCanBePlayed()
    {
        const QByteArray trace = goldenText(u"session.trace"_s);
        ScriptedTransport cable;
        cable.expectTrace(std::string_view(trace.constData(), static_cast<std::size_t>(trace.size())));
        Client client(cable, consoleFraming());
        QList<QCborMap> events, answers;
        client.onEvent([&](const Packet &packet) { events << packet.payload; });

        const QByteArray document = playSession(client, answers);
        QVERIFY(client.listen(cable.clock().in(std::chrono::seconds(1))));

        QCOMPARE(cable.complaint(), QString());
        const Bytes golden = goldenBytes(u"gap.txt"_s).at("description-document");
        QCOMPARE(document.toHex(' ').toStdString(), toHex(golden));
        QCOMPARE(answers[4].value(u"rev"_s).toInteger(), 42);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0].value(u"values"_s).toMap().value(3).toInteger(), -5150);
    }

    void whatIsRecordedCanBeReplayed()
    {
        const QByteArray trace = goldenText(u"session.trace"_s);
        auto cable = std::make_unique<ScriptedTransport>();
        cable->expectTrace(std::string_view(trace.constData(), static_cast<std::size_t>(trace.size())));
        std::string recorded;
        RecordingTransport recorder(std::move(cable), [&](const std::string &line) { recorded += line + '\n'; });
        Client first(recorder, consoleFraming());
        QList<QCborMap> answers, again;
        playSession(first, answers);

        ScriptedTransport replay;
        replay.expectTrace(recorded);
        Client second(replay, consoleFraming());
        playSession(second, again);
        QCOMPARE(again, answers);
        QCOMPARE(replay.complaint(), QString());
    }

    void aWrongByteIsComplainedAbout()
    {
        ScriptedTransport cable;
        cable.expect("03 10").answer("06").expect("04");
        QVERIFY(cable.complaint().contains(u"never written: 03 10"_s));
        QVERIFY(cable.write(Bytes{0x03, 0x11}));
        QVERIFY(cable.complaint().contains(u"03 10"_s) && cable.complaint().contains(u"03 11"_s));
    }
};

QTEST_APPLESS_MAIN(SpecificationTest)
#include "specification_test.moc"
