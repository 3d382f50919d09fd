// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/filter_inputs.h"
#include "app/calc/operation.h"
#include "devices/eq/convention.h"
#include "devices/eq/response.h"

#include <array>
#include <cmath>

namespace gainstage::calc {

using namespace Qt::StringLiterals;

namespace {

/// Integers and what does not fit, of several values.
Result<QJsonObject> fixedOf(std::span<const double> values, eq::FixedPoint format)
{
    QJsonArray integers, overflows;
    for (const double value : values) {
        const auto fixed = eq::toFixed(value, format);
        if (!fixed)
            return std::unexpected(fixed.error());
        integers.append(static_cast<qint64>(fixed->raw));
        overflows.append(fixed->overflows);
    }
    return QJsonObject{{u"ints"_s, integers}, {u"overflow"_s, overflows}};
}

/// A number of bits; −1 for what is none, which every format refuses.
int bits(double number)
{
    return number >= 0 && number <= 64 && number == std::floor(number) ? static_cast<int>(number) : -1;
}

Result<QJsonObject> fixedPoint(const Inputs &in)
{
    const eq::FixedPoint format{bits(in.number("int_bits")), bits(in.number("frac_bits"))};
    return outputs(fixedOf(in.numbers("values"), format), [&](QJsonObject out) {
        QJsonArray digits;
        for (qsizetype i = 0; i < out[u"ints"_s].toArray().size(); ++i) {
            const bool overflows = out[u"overflow"_s][i].toBool();
            digits.append(overflows ? QJsonValue() : QJsonValue(QString::fromStdString(eq::hexOf(out[u"ints"_s][i].toInteger(), format))));
        }
        out[u"hex"_s] = digits;
        return out;
    });
}

/// A band as dongles with the walkplay protocol get it: both feedback coefficients with their signs turned.
Result<QJsonObject> dongle(const Inputs &in)
{
    const eq::Filter named = filterFrom(in);
    const auto filter = eq::filterOf(named.type, named.frequency, named.gain, named.q, eq::kWalkplayFilters);
    if (!filter)
        return std::unexpected(filter.error());
    const auto made = eq::design(*filter, {in.number("fs", eq::kWalkplayFilters.designRate->value)});
    if (!made)
        return std::unexpected(made.error());
    const std::array values{made->b0, made->b1, made->b2, -made->a1, -made->a2};
    return outputs(fixedOf(values, *eq::kWalkplayFilters.coefficients), [&](QJsonObject out) {
        QJsonArray exact;
        for (const double value : values)
            exact.append(value);
        out[u"values"_s] = exact;
        return out;
    });
}

Result<QJsonObject> quantisedError(const Inputs &in)
{
    constexpr int roomInFront = 8; // so that only the fraction is rounded
    const Frequency rate{in.number("fs")}, frequency{in.number("f")};
    const std::array filters{filterFrom(in)};
    const auto exact = eq::Response::of(filters, rate);
    const auto held = eq::Response::of(filters, rate, eq::FixedPoint{roomInFront, bits(in.number("frac_bits"))});
    if (!exact || !held)
        return std::unexpected(exact ? held.error() : exact.error());
    return QJsonObject{{u"err_db"_s, (held->magnitude(frequency) - exact->magnitude(frequency)).value}};
}

Result<QJsonObject> fixed88(const Inputs &in)
{
    const double value = in.number("value");
    const auto fixed = eq::toFixed(value, eq::kSigned8_8);
    if (fixed && fixed->overflows)
        in.complain(SENTENCE("error", "%1 does not fit into 8.8 bits."), QString::number(value));
    return outputs(fixed, [](const eq::FixedNumber &number) {
        return QJsonObject{{u"raw"_s, static_cast<std::uint16_t>(number.raw)}, {u"decoded"_s, eq::fromFixed(number.raw, eq::kSigned8_8)}};
    });
}

constexpr Operation operations[] = {{"fixed_point", fixedPoint}, {"device_q230", dongle}, {"quantised_error", quantisedError}, {"fixed88", fixed88}};

} // namespace

std::span<const Operation> fixedPointOperations()
{
    return operations;
}

} // namespace gainstage::calc
