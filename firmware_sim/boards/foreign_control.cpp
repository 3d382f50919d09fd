// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/foreign_control.h"

#include "firmware_sim/boards/control_line.h"

#include <algorithm>
#include <cmath>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

/// Silence, which is minus infinity, is null: JSON has no word for it.
QJsonValue decibels(double level)
{
    return std::isfinite(level) ? QJsonValue(level) : QJsonValue();
}

} // namespace

struct ForeignControl::Verb {
    const char *name;
    QStringList keys;
    void (ForeignControl::*act)(Arguments &, QJsonObject &);
};

const ForeignControl::Verb ForeignControl::kVerbs[] = {
    {"link", {u"plugged"_s, u"link"_s}, &ForeignControl::link},
    {"faults", {u"spec"_s, u"link"_s}, &ForeignControl::faults},
    {"state", {}, &ForeignControl::state},
    {"mark", {}, &ForeignControl::mark},
    {"trajectory", {}, &ForeignControl::trajectory},
};

QByteArray ForeignControl::answer(const QByteArray &request, std::int64_t now)
{
    m_now = now;
    return answerLine(request, [this](const QJsonObject &object) { return carryOut(object); });
}

QJsonObject ForeignControl::carryOut(const QJsonObject &request)
{
    const QString name = request.value(u"do"_s).toString();
    if (name.isEmpty())
        return refusal(u"“do” must name what is to be done"_s);
    const auto *const verb = std::ranges::find_if(kVerbs, [&](const Verb &one) { return QLatin1String(one.name) == name; });
    if (verb == std::end(kVerbs)) {
        QJsonObject answered = m_amp.act(request, m_now);
        m_wires.powerChanged();
        return answered;
    }
    Arguments arguments(request, verb->keys);
    QJsonObject answered{{u"ok"_s, true}};
    if (!arguments.failed())
        (this->*verb->act)(arguments, answered);
    return arguments.failed() ? refusal(name + u": "_s + arguments.error()) : answered;
}

void ForeignControl::link(Arguments &arguments, QJsonObject & /*answer*/)
{
    moveLink(arguments, m_wires);
}

void ForeignControl::faults(Arguments &arguments, QJsonObject & /*answer*/)
{
    changeFaults(arguments, m_wires);
}

void ForeignControl::state(Arguments & /*arguments*/, QJsonObject &answer)
{
    const QJsonObject truth = m_amp.truth();
    for (auto entry = truth.begin(); entry != truth.end(); ++entry)
        answer[entry.key()] = entry.value();
    const UsbFace &face = m_amp.face();
    answer[u"level"_s] = decibels(m_amp.level());
    answer[u"onBus"_s] = m_amp.isOnBus(m_now);
    answer[u"links"_s] = linksOf(m_wires);
    answer[u"model"_s] = QString::fromStdString(face.product);
    answer[u"serialNumber"_s] = QString::fromStdString(face.serialNumber);
    answer[u"us"_s] = static_cast<qint64>(m_now);
}

void ForeignControl::mark(Arguments & /*arguments*/, QJsonObject &answer)
{
    m_levels.mark(m_now, m_amp.level());
    answer[u"us"_s] = static_cast<qint64>(m_now);
}

void ForeignControl::trajectory(Arguments & /*arguments*/, QJsonObject &answer)
{
    QJsonArray points;
    for (const HeardLevel &point : m_levels.points())
        points += QJsonObject{{u"us"_s, static_cast<qint64>(point.microseconds)}, {u"decibels"_s, decibels(point.decibels)}};
    answer[u"points"_s] = points;
    answer[u"dropped"_s] = static_cast<qint64>(m_levels.dropped());
    answer[u"us"_s] = static_cast<qint64>(m_now);
}

} // namespace gainstage::sim
