// SPDX-License-Identifier: Apache-2.0
#include "protocol/jdslabs/bands.h"

#include <algorithm>
#include <array>

namespace gainstage::jdslabs {
namespace {

using enum Kind;

constexpr std::array<Place, 12> twelve{{{LowShelf, 1},
                                        {LowShelf, 2},
                                        {Peaking, 1},
                                        {Peaking, 2},
                                        {Peaking, 3},
                                        {Peaking, 4},
                                        {Peaking, 5},
                                        {Peaking, 6},
                                        {Peaking, 7},
                                        {Peaking, 8},
                                        {HighShelf, 1},
                                        {HighShelf, 2}}};
constexpr std::array<Place, 10> ten{
    {{LowShelf, 1}, {Peaking, 1}, {Peaking, 2}, {Peaking, 3}, {Peaking, 4}, {Peaking, 5}, {Peaking, 6}, {Peaking, 7}, {Peaking, 8}, {HighShelf, 1}}};

std::string_view wordOf(Kind kind)
{
    switch (kind) {
    case LowShelf: return "Lowshelf";
    case Peaking: return "Peaking";
    case HighShelf: return "Highshelf";
    }
    return {};
}

Filter neutral(Kind kind)
{
    switch (kind) {
    case LowShelf: return {0, 80, 0.707};
    case Peaking: return {0, 1000, 0.707};
    case HighShelf: return {0, 10000, 0.707};
    }
    return {};
}

std::unexpected<Error> outOfRange(double value)
{
    return failure(Errc::OutOfRange, SENTENCE("error", "The amp does not take the value %1."), {std::to_string(value)});
}

bool within(double value, double least, double most)
{
    return value >= least && value <= most;
}

} // namespace

std::span<const Place> placesOf(Layout layout)
{
    if (layout == Layout::Twelve)
        return twelve;
    return ten;
}

std::string nameOf(Layout layout, Place place)
{
    std::string name(wordOf(place.kind));
    if (layout == Layout::Twelve || place.kind == Peaking)
        name += ' ' + std::to_string(place.number);
    return name;
}

std::string_view typeNameOf(Kind kind)
{
    switch (kind) {
    case LowShelf: return "LOWSHELF";
    case Peaking: return "PEAKING";
    case HighShelf: return "HIGHSHELF";
    }
    return {};
}

Placing place(Layout layout, std::span<const WantedFilter> filters)
{
    Placing placing;
    std::vector<bool> taken(placesOf(layout).size());
    for (const Place where : placesOf(layout))
        placing.bands.push_back({where, neutral(where.kind)});
    for (std::size_t i = 0; i < filters.size(); ++i) {
        std::size_t at = 0;
        while (at < taken.size() && (taken[at] || placing.bands[at].place.kind != filters[i].kind))
            ++at;
        if (at == taken.size()) {
            placing.leftOut.push_back(i);
            continue;
        }
        taken[at] = true;
        placing.bands[at].filter = filters[i].filter;
    }
    return placing;
}

Result<void> checkGain(double decibels)
{
    return within(decibels, -kMostGainDecibels, kMostGainDecibels) ? Result<void>() : outOfRange(decibels);
}

Result<void> checkFilter(const Filter &filter)
{
    if (!within(filter.frequencyHertz, kLeastFrequencyHertz, kMostFrequencyHertz))
        return outOfRange(filter.frequencyHertz);
    if (!within(filter.q, kLeastQ, kMostQ))
        return outOfRange(filter.q);
    return checkGain(filter.gainDecibels);
}

} // namespace gainstage::jdslabs
