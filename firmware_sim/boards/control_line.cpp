// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/control_line.h"

#include <QJsonDocument>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

std::size_t wire(Arguments &arguments, const Wires &wires)
{
    return static_cast<std::size_t>(arguments.integerOr(u"link"_s, 0, static_cast<int>(wires.count()) - 1, 0));
}

} // namespace

QJsonObject refusal(const QString &why)
{
    return {{u"ok"_s, false}, {u"error"_s, why}};
}

QByteArray answerLine(const QByteArray &request, const std::function<QJsonObject(const QJsonObject &)> &carryOut)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request, &error);
    QJsonObject answered;
    if (error.error != QJsonParseError::NoError)
        answered = refusal(u"this is no JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    else if (!document.isObject())
        answered = refusal(u"a request is one JSON object in one line, such as {\"do\":\"state\"}"_s);
    else
        answered = carryOut(document.object());
    return QJsonDocument(answered).toJson(QJsonDocument::Compact);
}

void moveLink(Arguments &arguments, Wires &wires)
{
    const bool plugged = arguments.flag(u"plugged"_s);
    const std::size_t link = wire(arguments, wires);
    if (!arguments.failed())
        wires.setPlugged(link, plugged);
}

void changeFaults(Arguments &arguments, Wires &wires)
{
    const std::string specification = arguments.text(u"spec"_s).toStdString();
    const std::size_t link = wire(arguments, wires);
    const auto faults = parseFaults(specification);
    if (!faults)
        arguments.fail(QString::fromStdString(faults.error()));
    if (!arguments.failed())
        wires.setFaults(link, *faults, specification);
}

QJsonArray linksOf(const Wires &wires)
{
    QJsonArray links;
    for (std::size_t link = 0; link < wires.count(); ++link)
        links += QJsonObject{{u"plugged"_s, wires.isPlugged(link)}, {u"faults"_s, QString::fromStdString(wires.faults(link))}};
    return links;
}

} // namespace gainstage::sim
