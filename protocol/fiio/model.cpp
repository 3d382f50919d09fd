// SPDX-License-Identifier: Apache-2.0
#include "protocol/fiio/model.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gainstage::fiio {
namespace {

constexpr std::array<ModelFacts, kModelCount> facts{{
    {"KA15", 0x0104, 7, 10, -120, 120, false, ChecksumCover::FromStart},
    {"KA17", 0x0093, 1, 10, -120, 120, false, ChecksumCover::Absent},
    {"JA11", 0x0102, 2, 5, -120, 120, true, ChecksumCover::FromThird},
    {"QX13", 0x0128, 7, 10, -240, 120, false, ChecksumCover::Absent},
    {"Melody", 0x0126, 7, 10, -240, 120, false, ChecksumCover::FromStart},
    {"OAK NANO", 0x4016, 7, 8, -240, 120, true, ChecksumCover::FromReportId},
    {"K13 R2R", 0x0120, 7, 10, -240, 120, false, ChecksumCover::Unknown},
}};

using enum PresetKind;

constexpr std::array<Preset, 11> factory{{
    {0, Factory, "Jazz"},
    {1, Factory, "Pop"},
    {2, Factory, "Rock"},
    {3, Factory, "Dance"},
    {4, Factory, "R&B"},
    {5, Factory, "Classic"},
    {6, Factory, "Hip-hop"},
    {7, Factory, "Monitor"},
    {8, Factory, "Retro"},
    {9, Factory, "sDamp-1"},
    {10, Factory, "sDamp-2"},
}};
constexpr std::array<Preset, 11> user{{
    {160, User, "USER1"},
    {161, User, "USER2"},
    {162, User, "USER3"},
    {163, User, "USER4"},
    {164, User, "USER5"},
    {165, User, "USER6"},
    {166, User, "USER7"},
    {167, User, "USER8"},
    {168, User, "USER9"},
    {169, User, "USER10"},
    {240, Off, ""},
}};

template <std::size_t first, std::size_t second>
constexpr std::array<Preset, first + second> joined(const std::array<Preset, first> &head, const std::array<Preset, second> &tail)
{
    std::array<Preset, first + second> all{};
    std::ranges::copy(head, all.begin());
    std::ranges::copy(tail, all.begin() + first);
    return all;
}

template <std::size_t size>
constexpr std::array<Preset, size> firstOf(const std::array<Preset, 11> &list)
{
    std::array<Preset, size> some{};
    std::copy_n(list.begin(), size, some.begin());
    return some;
}

constexpr auto ofKa15 =
    joined(firstOf<7>(factory), std::array<Preset, 4>{{{7, User, "USER1"}, {8, User, "USER2"}, {9, User, "USER3"}, {10, Off, ""}}});
constexpr std::array<Preset, 11> ofKa17{{
    {0, Factory, "Jazz"},
    {1, Factory, "Pop"},
    {2, Factory, "Rock"},
    {3, Factory, "Dance"},
    {4, User, "USER1"},
    {5, Factory, "R&B"},
    {6, Factory, "Classic"},
    {7, Factory, "Hip-hop"},
    {8, User, "USER2"},
    {9, User, "USER3"},
    {10, Off, ""},
}};
constexpr std::array<Preset, 5> ofJa11{{{0, Factory, "Vocal"}, {1, Factory, "Classic"}, {2, Factory, "Bass"}, {3, User, "USER1"}, {4, Off, ""}}};
constexpr auto withTenOfTheUser = joined(factory, user);
constexpr auto ofMelody = joined(factory, std::array<Preset, 4>{{{160, User, "USER1"}, {161, User, "USER2"}, {162, User, "USER3"}, {240, Off, ""}}});
constexpr auto ofOakNano = joined(factory, firstOf<1>(user));

} // namespace

const ModelFacts &factsOf(Model model)
{
    return facts[std::to_underlying(model)];
}

bool takes(Model model, FilterType type)
{
    const FilterType last = factsOf(model).onlyShelves ? FilterType::HighShelf : FilterType::AllPass;
    return type <= last;
}

std::span<const Preset> presetsOf(Model model)
{
    switch (model) {
    case Model::Ka15: return ofKa15;
    case Model::Ka17: return ofKa17;
    case Model::Ja11: return ofJa11;
    case Model::Melody: return ofMelody;
    case Model::OakNano: return ofOakNano;
    case Model::Qx13:
    case Model::K13R2r: return withTenOfTheUser;
    }
    return {};
}

const Preset *presetOf(Model model, std::uint8_t id)
{
    const auto presets = presetsOf(model);
    const auto found = std::ranges::find(presets, id, &Preset::id);
    return found == presets.end() ? nullptr : &*found;
}

} // namespace gainstage::fiio
