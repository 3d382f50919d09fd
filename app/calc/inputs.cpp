// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/inputs.h"

#include <limits>

namespace gainstage::calc {

using namespace Qt::StringLiterals;

void Inputs::complain(const char *sentence, const QString &fact) const
{
    if (!m_problem)
        m_problem = Error{Errc::OutOfRange, sentence, {fact.toStdString()}};
}

void Inputs::adopt(const Inputs &part) const
{
    if (!m_problem)
        m_problem = part.m_problem;
}

double Inputs::toNumber(const char *key, const QJsonValue &value) const
{
    if (value.isDouble())
        return value.toDouble();
    if (value != QJsonValue(u"NaN"_s))
        complain(value.isUndefined() || value.isNull() ? SENTENCE("error", "“%1” is missing.") : SENTENCE("error", "“%1” is not a number."),
                 QLatin1String(key));
    return std::numeric_limits<double>::quiet_NaN();
}

double Inputs::number(const char *key) const
{
    return toNumber(key, m_in[QLatin1String(key)]);
}

double Inputs::number(const char *key, double otherwise) const
{
    return maybe(key).value_or(otherwise);
}

std::optional<double> Inputs::maybe(const char *key) const
{
    const QJsonValue value = m_in[QLatin1String(key)];
    return value.isUndefined() || value.isNull() ? std::nullopt : std::optional(toNumber(key, value));
}

QString Inputs::text(const char *key) const
{
    const QJsonValue value = m_in[QLatin1String(key)];
    if (!value.isString())
        complain(value.isUndefined() ? SENTENCE("error", "“%1” is missing.") : SENTENCE("error", "“%1” is not a text."), QLatin1String(key));
    return value.toString();
}

QJsonArray Inputs::list(const char *key) const
{
    const QJsonValue value = m_in[QLatin1String(key)];
    if (!value.isArray())
        complain(value.isUndefined() ? SENTENCE("error", "“%1” is missing.") : SENTENCE("error", "“%1” is not a list."), QLatin1String(key));
    return value.toArray();
}

std::vector<double> Inputs::numbers(const char *key) const
{
    std::vector<double> all;
    for (const QJsonValue value : list(key))
        all.push_back(toNumber(key, value));
    return all;
}

std::vector<std::vector<double>> Inputs::rows(const char *key, std::size_t fewest, std::size_t most) const
{
    std::vector<std::vector<double>> all;
    for (const QJsonValue row : list(key)) {
        std::vector<double> numbers;
        for (const QJsonValue value : row.toArray())
            numbers.push_back(toNumber(key, value));
        if (numbers.size() < fewest || numbers.size() > most)
            complain(SENTENCE("error", "A row of “%1” has too few or too many numbers."), QLatin1String(key));
        else
            all.push_back(std::move(numbers));
    }
    return all;
}

std::vector<Inputs> Inputs::objects(const char *key) const
{
    std::vector<Inputs> all;
    for (const QJsonValue value : list(key)) {
        if (!value.isObject())
            complain(SENTENCE("error", "“%1” is not a list of objects."), QLatin1String(key));
        all.emplace_back(value.toObject());
    }
    return all;
}

} // namespace gainstage::calc
