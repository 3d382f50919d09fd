// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/words.h"

namespace gainstage::calc {

using namespace Qt::StringLiterals;
using namespace headphone;

namespace {

constexpr const char *bindings[] = {"voltage", "current", "mixed"};
constexpr const char *pointWarnings[] = {"bad_point_dropped", "duplicate_load", "voltage_not_monotone", "current_not_monotone"};
constexpr const char *verdicts[] = {"not_enough", "marginal", "enough", "comfortable", "ample"};
constexpr const char *hisses[] = {"inaudible", "very_unlikely", "silence_only", "audible_quiet", "clearly_audible"};
constexpr const char *filterTypes[] = {"PK", "LS", "HS", "LP", "HP", "NO", "BP", "AP"}; // in the order of FilterType

template <std::size_t count, typename Enum>
QString at(const char *const (&words)[count], Enum value)
{
    return QLatin1String(words[static_cast<std::size_t>(value)]);
}

} // namespace

QString word(Binding binding)
{
    return at(bindings, binding);
}

QString word(PointWarning warning)
{
    return at(pointWarnings, warning);
}

QString word(Verdict verdict)
{
    return at(verdicts, verdict);
}

QString word(Hiss hiss)
{
    return at(hisses, hiss);
}

QString word(FilterType type)
{
    return at(filterTypes, type);
}

std::optional<FilterType> filterType(const QString &word)
{
    for (std::size_t i = 0; i < std::size(filterTypes); ++i) {
        if (word == QLatin1String(filterTypes[i]))
            return static_cast<FilterType>(i);
    }
    return std::nullopt;
}

} // namespace gainstage::calc
