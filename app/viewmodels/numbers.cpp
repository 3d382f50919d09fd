// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/numbers.h"

#include "app/core/value_text.h"
#include "app/core/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

QString shortest(double value, int mostDecimals, const QLocale &locale)
{
    for (int places = 0; places < mostDecimals; ++places) {
        const double scale = std::pow(10.0, places);
        if (std::abs(std::round(value * scale) / scale - value) < 1e-6)
            return locale.toString(value, 'f', places);
    }
    return locale.toString(value, 'f', mostDecimals);
}

/// The open protocol's connectors (protocol/README.md, 5.4).
QString connectorName(const OutputFigures &output, const QLocale &locale)
{
    if (output.line)
        return QCoreApplication::translate("amp", "Line");
    if (output.connector == u"xlr4")
        return u"XLR-4"_s;
    if (output.connector == u"xlr3")
        return u"XLR-3"_s;
    if (output.connector == u"rca")
        return QCoreApplication::translate("amp", "RCA");
    for (const double millimetres : {3.5, 4.4, 6.35}) {
        if (output.connector == QString::number(millimetres) % u"mm"_s)
            return shortest(millimetres, 2, locale) % QChar(0x202f) % u"mm"_s;
    }
    return {};
}

} // namespace

QString measured(double value, int decimals, const QString &unit, const QLocale &locale)
{
    const double half = 0.5 * std::pow(10.0, -decimals);
    QString text = locale.toString(std::abs(value), 'f', decimals);
    if (value <= -half)
        text.prepend(QChar(0x2212));
    return unit.isEmpty() ? text : QString(text % QChar(0x202f) % unit);
}

QString addedText(Decibels adds, const QLocale &locale)
{
    const QString number = shortest(std::abs(adds.value), 2, locale);
    const QString sign = adds.value > 0 ? u"+"_s : adds.value < 0 ? QString(QChar(0x2212)) : QString();
    return sign % number % QChar(0x202f) % u"dB"_s;
}

QString balanceText(const Setting &balance, Value value, const QLocale &locale)
{
    if (value.raw == 0)
        return QCoreApplication::translate("amp", "centre");
    const Value quieter{-std::abs(value.raw)};
    const QString by = shownText(balance, quieter, locale);
    // Positive attenuates the left channel (protocol/README.md, 5.4).
    return value.raw > 0 ? QCoreApplication::translate("amp", "left %1").arg(by) : QCoreApplication::translate("amp", "right %1").arg(by);
}

QString outputName(const Description &amp, const OutputFigures &output, const QLocale &locale)
{
    const auto sameConnector = [&](const OutputFigures &other) { return other.connector == output.connector; };
    const QString name = connectorName(output, locale);
    return name.isEmpty() || std::ranges::count_if(amp.outputs, sameConnector) > 1 ? output.label : name;
}

QString valueText(const Description *amp, const Setting &setting, Value value, const QLocale &locale)
{
    if (setting.role == Role::Balance && setting.range())
        return balanceText(setting, value, locale);
    const OutputFigures *output = amp && setting.role == Role::Output ? amp->output(value) : nullptr;
    const QString name = output ? outputName(*amp, *output, locale) : QString();
    const Choice *choice = setting.choices() ? setting.choices()->find(value) : nullptr;
    if (choice && choice->key == u"off")
        return QCoreApplication::translate("choice", "Off");
    return name.isEmpty() ? shownText(setting, value, locale) : name;
}

QString jackText(const Jack &jack, const QLocale &locale)
{
    if (!jack.plugged)
        return QCoreApplication::translate("amp", "empty");
    if (!jack.impedance)
        return QCoreApplication::translate("amp", "plugged in");
    const QString ohms = measured(jack.impedance->value, jack.impedance->value < 10 ? 1 : 0, QString(QChar(0x03a9)), locale);
    return QCoreApplication::translate("amp", "%1 found").arg(ohms);
}

QString sampleRateText(std::int32_t hertz, const QLocale &locale)
{
    return shortest(hertz / 1000.0, 3, locale) % QChar(0x202f) % u"kHz"_s;
}

QString keptName(const Description *amp, const QString &key)
{
    if (key == u"equalizer")
        return QCoreApplication::translate("amp", "Equalizer");
    const Setting *known = amp ? amp->find(key) : nullptr;
    return known ? label(*known) : key;
}

QString keptText(const Description *amp, const QString &key, const QJsonValue &value, const QLocale &locale)
{
    if (value.isUndefined() || value.isNull())
        return QCoreApplication::translate("amp", "unknown");
    if (value.isObject())
        return value[u"on"].toBool() ? QCoreApplication::translate("amp", "on") : QCoreApplication::translate("amp", "off");
    const Setting *known = amp ? amp->find(key) : nullptr;
    const auto parsed = known ? fromJson(*known, value) : Result<Value>(failure(Errc::UnknownSetting, ""));
    return parsed ? valueText(amp, *known, *parsed, locale) : value.toVariant().toString();
}

QString sentences(const Error &error)
{
    const QString advice = hint(error);
    return advice.isEmpty() ? words(error) : QString(words(error) % u' ' % advice);
}

} // namespace gainstage
