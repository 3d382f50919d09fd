// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/cases.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <optional>

namespace gainstage::calc {

using namespace Qt::StringLiterals;

namespace {

struct Tolerance {
    double absolute = 0.0, relative = 0.0;
    double period = 0.0; ///< where numbers so far apart are the same
};

constexpr Tolerance decibels{.absolute = 0.005}, coefficient{.absolute = 1e-9}, phase{.absolute = 0.01, .period = 360.0};
constexpr Tolerance exact{}, lastBit{.absolute = 1.0}, part{.relative = 1e-3}, parsed{.relative = 1e-6};

/// Rounding errors small enough to be told from nothing: a thousandth of the figure, but of the order of 1e-9 dB at least.
constexpr Tolerance smallError{.absolute = 1e-9, .relative = 1e-3};

Tolerance toleranceOf(const Case &one, const QString &key)
{
    const auto isOneOf = [&](const QStringList &keys) { return keys.contains(key); };
    if (one.operation == u"parse_peq_text"_s)
        return parsed;
    if (key == u"err_db"_s)
        return smallError;
    if (isOneOf({u"b0"_s, u"b1"_s, u"b2"_s, u"a1"_s, u"a2"_s, u"values"_s, u"a0_lo"_s, u"b1_lo"_s, u"a0_hi"_s, u"a1_hi"_s, u"b1_hi"_s, u"gain"_s}))
        return coefficient;
    if (key == u"phase_deg"_s)
        return phase;
    if (isOneOf({u"ints"_s, u"raw"_s, u"decoded"_s, u"delay_us"_s}))
        return one.operation == u"device_q230"_s ? lastBit : exact;
    const bool isDecibels =
        key == u"db"_s || key.endsWith(u"_db"_s) || key.endsWith(u"_dba"_s) || key.startsWith(u"sens_db"_s) || key.startsWith(u"spl_"_s);
    return isDecibels || isOneOf({u"dbv"_s, u"leq_40h"_s}) ? decibels : part;
}

bool areClose(double expected, double actual, const Tolerance &tolerance)
{
    const double difference = tolerance.period > 0 ? std::remainder(actual - expected, tolerance.period) : actual - expected;
    return std::abs(difference) <= std::max(tolerance.absolute, tolerance.relative * std::abs(expected));
}

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 12);
    return value.isUndefined() ? u"nothing"_s : value.toVariant().toString();
}

/// Of one output, whose parts share its key's tolerance.
class Comparison {
public:
    explicit Comparison(const Case &one) : m_case(one) {}
    QStringList found;

    void compare(const QString &path, const QString &key, const QJsonValue &expected, const QJsonValue &actual)
    {
        if (expected.isObject() && actual.isObject())
            return compareObjects(path, expected.toObject(), actual.toObject());
        if (expected.isArray() && actual.isArray() && expected.toArray().size() == actual.toArray().size()) {
            for (qsizetype i = 0; i < expected.toArray().size(); ++i)
                compare(u"%1[%2]"_s.arg(path).arg(i), key, expected[i], actual[i]);
            return;
        }
        const bool same = expected.isDouble() && actual.isDouble() ? areClose(expected.toDouble(), actual.toDouble(), toleranceOf(m_case, key))
                                                                   : expected == actual;
        if (!same)
            found.append(u"%1 is %2, not %3"_s.arg(path, textOf(actual), textOf(expected)));
    }

    void compareObjects(const QString &path, const QJsonObject &expected, const QJsonObject &actual)
    {
        QStringList keys = expected.keys() + actual.keys();
        keys.removeDuplicates();
        for (const QString &key : keys)
            compare(path.isEmpty() ? key : QString(path + u'.' + key), key, expected[key], actual[key]);
    }

private:
    const Case &m_case;
};

} // namespace

QStringList differences(const Case &one, const Result<QJsonObject> &outcome)
{
    const bool mustRefuse = one.expected == QJsonValue(u"invalid"_s);
    if (one.expected.isUndefined() || (mustRefuse && !outcome && outcome.error().code != Errc::NotFound))
        return {};
    if (mustRefuse || !outcome)
        return {outcome ? u"it is not refused"_s : u"it is refused"_s};
    Comparison comparison(one);
    comparison.compare({}, {}, one.expected, *outcome);
    return comparison.found;
}

} // namespace gainstage::calc
