// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/filter_line.h"

#include "app/profiles/text_of.h"
#include "devices/eq/equalizer_apo.h"
#include "devices/eq/width.h"

#include <QRegularExpression>

#include <algorithm>
#include <numbers>

namespace gainstage::profiles {

using namespace Qt::StringLiterals;

namespace {

constexpr double butterworth = std::numbers::sqrt2 / 2;
constexpr double notchQ = 30.0;

struct Kind {
    const char *word;
    FilterType type;
    enum { Plain, Corner, Centred, FirstOrder } form = Plain;
};
constexpr Kind kinds[] = {
    {"PK", FilterType::Peaking},
    {"PEQ", FilterType::Peaking},
    {"MODAL", FilterType::Peaking},
    {"LP", FilterType::LowPass},
    {"LPQ", FilterType::LowPass},
    {"HP", FilterType::HighPass},
    {"HPQ", FilterType::HighPass},
    {"LP1", FilterType::LowPass, Kind::FirstOrder},
    {"HP1", FilterType::HighPass, Kind::FirstOrder},
    {"BP", FilterType::BandPass},
    {"LS", FilterType::LowShelf, Kind::Corner},
    {"LSC", FilterType::LowShelf, Kind::Centred},
    {"LSQ", FilterType::LowShelf, Kind::Centred},
    {"HS", FilterType::HighShelf, Kind::Corner},
    {"HSC", FilterType::HighShelf, Kind::Centred},
    {"HSQ", FilterType::HighShelf, Kind::Centred},
    {"NO", FilterType::Notch},
    {"AP", FilterType::AllPass},
};

const Kind *kindOf(const QString &word)
{
    const auto row = std::ranges::find_if(kinds, [&](const Kind &kind) { return word.compare(QLatin1String(kind.word), Qt::CaseInsensitive) == 0; });
    return row != std::end(kinds) ? row : nullptr;
}

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

/// The numbers of a line, as far as they are there.
struct Numbers {
    std::optional<FrequencyText> frequency;
    std::optional<double> gain, q, bandwidth, slope;
};

std::optional<double> after(const QRegularExpression &expression, const QString &text)
{
    const auto match = expression.match(text);
    return match.hasMatch() ? numberOf(match.capturedView(1)) : std::nullopt;
}

Numbers numbersOf(const QString &text, bool isShelf)
{
    static const auto fc = pattern(uR"(Fc\s*([-+]?[0-9.,]+(?: [0-9]{3}(?![0-9]))*[0-9.,]*)\s*(k?)\s*Hz)"_s);
    static const auto gain = pattern(uR"(Gain\s*([-+]?[0-9.,]+)\s*dB)"_s), q = pattern(uR"((?<![A-Za-z])Q\s*([-+]?[0-9.,]+))"_s);
    static const auto bandwidth = pattern(uR"(BW\s*Oct\s*([-+]?[0-9.,]+))"_s), slope = pattern(uR"(^\s*([-+]?[0-9.,]+)\s*dB)"_s);
    Numbers numbers{{}, after(gain, text), after(q, text), after(bandwidth, text), isShelf ? after(slope, text) : std::nullopt};
    if (const auto match = fc.match(text); match.hasMatch()) {
        if (match.capturedLength(2) == 0)
            numbers.frequency = frequencyOf(match.capturedView(1));
        else if (const auto kilohertz = numberOf(match.capturedView(1)))
            numbers.frequency = FrequencyText{*kilohertz * 1000.0, false};
    }
    return numbers;
}

const char *problemOf(const Kind &kind, const Numbers &numbers)
{
    const auto isNegative = [](const std::optional<double> &number) { return number && *number < 0; };
    if (!numbers.frequency)
        return "no_fc";
    if (!(numbers.frequency->hertz > 0))
        return "bad_fc";
    if (eq::hasGain(kind.type) && !numbers.gain)
        return "no_gain";
    if (isNegative(numbers.q) || isNegative(numbers.bandwidth) || isNegative(numbers.slope))
        return "bad_q";
    return nullptr;
}

/// Zero counts as not given; a bandwidth counts before a Q.
std::optional<double> qOf(const Numbers &numbers)
{
    if (numbers.bandwidth && *numbers.bandwidth > 0)
        return eq::qOfBandwidth(*numbers.bandwidth).value_or(0.0);
    return numbers.q && *numbers.q > 0 ? numbers.q : std::nullopt;
}

std::optional<double> usualQ(FilterType type)
{
    switch (type) {
    case FilterType::LowPass:
    case FilterType::HighPass:
    case FilterType::BandPass: return butterworth;
    case FilterType::Notch: return notchQ;
    default: return std::nullopt;
    }
}

FilterLine shelfLine(const Kind &kind, const Numbers &numbers)
{
    const auto slope = numbers.slope && *numbers.slope > 0 ? numbers.slope : std::nullopt;
    const auto shelf =
        eq::filterOf(eq::ApoShelf{kind.type, kind.form == Kind::Centred, {numbers.frequency->hertz}, {*numbers.gain}, slope, qOf(numbers)});
    if (!shelf)
        return {{}, "bad_q"};
    return {TextBand{*shelf, true, false, {}}};
}

FilterLine bandOf(const Kind &kind, const Numbers &numbers)
{
    if (const char *problem = problemOf(kind, numbers))
        return {{}, problem};
    if (kind.form == Kind::Corner || kind.form == Kind::Centred)
        return shelfLine(kind, numbers);
    const bool firstOrder = kind.form == Kind::FirstOrder;
    const auto given = firstOrder ? std::nullopt : qOf(numbers);
    const auto q = given ? given : usualQ(kind.type);
    if (!q)
        return {{}, "no_q"};
    const Decibels gain{eq::hasGain(kind.type) ? *numbers.gain : 0.0};
    return {TextBand{{kind.type, {numbers.frequency->hertz}, gain, *q}, true, firstOrder, {}}};
}

} // namespace

FilterLine readFilterLine(const QString &text)
{
    static const auto start = pattern(uR"(^\s*(?:(ON|OFF)\b)?\s*(LP1|HP1|[A-Za-z]*)(.*)$)"_s);
    const auto match = start.match(text);
    const bool hasSwitch = match.capturedLength(1) > 0;
    FilterLine line;
    if (match.captured(2).compare(u"None"_s, Qt::CaseInsensitive) != 0) {
        const Kind *kind = kindOf(match.captured(2));
        const bool isShelf = kind != nullptr && (kind->form == Kind::Corner || kind->form == Kind::Centred);
        const Numbers numbers = numbersOf(match.captured(3), isShelf);
        line = kind != nullptr ? bandOf(*kind, numbers) : FilterLine{{}, "unknown_type"};
        line.isAmbiguous = numbers.frequency && numbers.frequency->ambiguous;
    }
    line.hasSwitch = hasSwitch;
    if (line.band)
        line.band->enabled = match.captured(1).compare(u"OFF"_s, Qt::CaseInsensitive) != 0;
    return line;
}

} // namespace gainstage::profiles
