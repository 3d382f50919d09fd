// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/value_facts.h"

#include <QLocale>
#include <QStringList>

namespace gainstage {
namespace {

struct Shown {
    double scale;
    int decimals;
    const char16_t *symbol;
};

Shown shownAs(Unit unit)
{
    switch (unit) {
    case Unit::CentiDecibel: return {100.0, 2, u"dB"};
    case Unit::Hertz: return {1.0, 0, u"Hz"};
    case Unit::MilliQ: return {1000.0, 3, u""};
    case Unit::MilliOhm: return {1000.0, 3, u"Ω"};
    case Unit::MicroVolt: return {1.0, 0, u"µV"};
    case Unit::DeciCelsius: return {10.0, 1, u"°C"};
    case Unit::Millisecond: return {1.0, 0, u"ms"};
    case Unit::Percent: return {1.0, 0, u"%"};
    case Unit::Second: return {1.0, 0, u"s"};
    case Unit::Minute: return {1.0, 0, u"min"};
    case Unit::MilliVolt: return {1.0, 0, u"mV"};
    case Unit::None: break;
    }
    return {1.0, 0, u""};
}

/// As few decimals as show the number exactly.
QString plainNumber(double number, int most)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    for (int decimals = 0; decimals < most; ++decimals) {
        const QString text = locale.toString(number, 'f', decimals);
        if (qFuzzyCompare(locale.toDouble(text) + 1.0, number + 1.0))
            return text;
    }
    return locale.toString(number, 'f', most);
}

} // namespace

std::string numberFact(const Range &range, std::int32_t raw)
{
    const Shown shown = shownAs(range.unit);
    QString text = plainNumber(raw / shown.scale, shown.decimals);
    text.replace(QLatin1Char('-'), QChar(0x2212));
    const QString symbol = QString::fromUtf16(shown.symbol);
    return (symbol.isEmpty() ? text : QString(text % QChar(0x202f) % symbol)).toStdString();
}

std::string choicesFact(const Choices &choices)
{
    QStringList keys;
    for (const Choice &choice : choices.list)
        keys.append(choice.key);
    return keys.join(QLatin1String(", ")).toStdString();
}

std::string valueFact(const Setting &setting, std::optional<Value> value)
{
    if (!value)
        return "–";
    if (const Range *range = setting.range())
        return numberFact(*range, value->raw);
    const Choices *choices = setting.choices();
    const Choice *choice = choices != nullptr ? choices->find(*value) : nullptr;
    return choice != nullptr ? choice->key.toStdString() : std::to_string(value->raw);
}

} // namespace gainstage
