// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The bands of an Element IV. Each is bound to one kind of filter. README.md, "Bands".
namespace gainstage::jdslabs {

/// Which bands a firmware has.
enum class Layout : std::uint8_t {
    Twelve, ///< two low shelves, eight peaks, two high shelves
    Ten,    ///< older: one low shelf, eight peaks, one high shelf
};
enum class Kind : std::uint8_t { LowShelf, Peaking, HighShelf };

struct Place {
    Kind kind = Kind::Peaking;
    std::uint8_t number = 1; ///< from 1, among its kind
    friend bool operator==(const Place &, const Place &) = default;
};
/// In the order in which they are written.
std::span<const Place> placesOf(Layout layout);
/// "Lowshelf 1"; in Layout::Ten a shelf has no number.
std::string nameOf(Layout layout, Place place);
/// "LOWSHELF"
std::string_view typeNameOf(Kind kind);

inline constexpr double kMostGainDecibels = 12; ///< up and down; for the preamp, too
inline constexpr double kLeastQ = 0.1, kMostQ = 10;
inline constexpr double kLeastFrequencyHertz = 20, kMostFrequencyHertz = 20000; ///< the amp's own limits are not known

struct Filter {
    double gainDecibels = 0, frequencyHertz = 1000, q = 0.707;
    friend bool operator==(const Filter &, const Filter &) = default;
};
struct Band {
    Place place;
    Filter filter;
    friend bool operator==(const Band &, const Band &) = default;
};
struct WantedFilter {
    Kind kind = Kind::Peaking;
    Filter filter;
};

/// A place for every filter, by its kind and in order, and a neutral filter in each place that is left.
struct Placing {
    std::vector<Band> bands;            ///< all places of the layout
    std::vector<std::size_t> leftOut{}; ///< indexes of filters that found no place
};
Placing place(Layout layout, std::span<const WantedFilter> filters);

/// Errc::OutOfRange beyond the limits above.
Result<void> checkGain(double decibels);
Result<void> checkFilter(const Filter &filter);

} // namespace gainstage::jdslabs
