// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/arguments.h"

#include <cmath>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

Arguments::Arguments(const QJsonObject &request, const QStringList &known) : m_request(request)
{
    for (const QString &key : request.keys())
        if (key != u"do"_s && !known.contains(key))
            fail(u"“%1” is not known here; %2"_s.arg(key, known.isEmpty() ? u"nothing is"_s : QString(u"known are: "_s + known.join(u", "_s))));
}

double Arguments::number(const QString &key, double min, double max)
{
    const QJsonValue value = m_request.value(key);
    const double number = value.toDouble();
    if (!value.isDouble() || !std::isfinite(number) || number < min || number > max)
        fail(u"“%1” must be a number from %2 to %3"_s.arg(key).arg(min).arg(max));
    return number;
}

int Arguments::integer(const QString &key, int min, int max)
{
    const double value = number(key, min, max);
    if (value != std::floor(value))
        fail(u"“%1” must be a whole number"_s.arg(key));
    return failed() ? min : static_cast<int>(value);
}

bool Arguments::flag(const QString &key)
{
    const QJsonValue value = m_request.value(key);
    if (!value.isBool())
        fail(u"“%1” must be true or false"_s.arg(key));
    return value.toBool();
}

QString Arguments::text(const QString &key)
{
    const QJsonValue value = m_request.value(key);
    if (!value.isString())
        fail(u"“%1” must be a text"_s.arg(key));
    return value.toString();
}

void Arguments::fail(const QString &why)
{
    if (m_error.isEmpty())
        m_error = why;
}

} // namespace gainstage::sim
