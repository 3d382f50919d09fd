// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/faults/faults.h"

#include <charconv>
#include <cmath>

namespace gainstage::sim {
namespace {

constexpr double kLongestDelay = 60e6; // microseconds

struct Unit {
    std::string_view name;
    double microseconds;
};
constexpr Unit kUnits[] = {{"us", 1}, {"ms", 1e3}, {"s", 1e6}};

template <typename T>
bool parseNumber(std::string_view text, T &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

bool parseProbability(std::string_view text, double &value)
{
    return parseNumber(text, value) && value >= 0 && value <= 1;
}

bool parseTime(std::string_view text, std::int64_t &microseconds)
{
    const auto digits = std::min(text.find_first_not_of("0123456789."), text.size());
    double number = 0;
    if (!parseNumber(text.substr(0, digits), number))
        return false;
    for (const Unit &unit : kUnits)
        if (text.substr(digits) == unit.name && number * unit.microseconds <= kLongestDelay) {
            microseconds = std::llround(number * unit.microseconds);
            return true;
        }
    return false;
}

bool parseDelay(std::string_view text, Faults &faults)
{
    const auto colon = text.find(':');
    return colon != text.npos && parseProbability(text.substr(0, colon), faults.delay) && parseTime(text.substr(colon + 1), faults.delayMicroseconds);
}

bool parseWord(std::string_view key, std::string_view value, Faults &faults)
{
    if (key == "drop")
        return parseProbability(value, faults.drop);
    if (key == "flip")
        return parseProbability(value, faults.flip);
    if (key == "repeat")
        return parseProbability(value, faults.repeat);
    if (key == "delay")
        return parseDelay(value, faults);
    if (key == "cut")
        return parseNumber(value, faults.cut.emplace());
    return key == "seed" && parseNumber(value, faults.seed.emplace());
}

std::string complaint(std::string_view word)
{
    return "“" + std::string(word) +
           "” is no fault; these are: drop=P, flip=P, repeat=P, delay=P:TIME, cut=BYTES, seed=N (P from 0 to 1, TIME as 20ms)";
}

} // namespace

std::expected<Faults, std::string> parseFaults(std::string_view specification)
{
    Faults faults;
    while (!specification.empty()) {
        const std::string_view word = specification.substr(0, specification.find(','));
        const auto equals = std::min(word.find('='), word.size());
        if (equals == word.size() || !parseWord(word.substr(0, equals), word.substr(equals + 1), faults))
            return std::unexpected(complaint(word));
        if (word.size() + 1 == specification.size())
            return std::unexpected(complaint("")); // a comma with nothing behind it
        specification.remove_prefix(std::min(specification.size(), word.size() + 1));
    }
    return faults;
}

} // namespace gainstage::sim
