// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/foreign_amp.h"

#include "firmware_sim/families/makers.h"

#include <algorithm>
#include <array>

namespace gainstage::sim {
namespace {

struct Row {
    std::string_view name;
    MakeForeign make;
};

constexpr std::array kModels{
    Row{"topping-dx5-ii", makeToppingDx5}, Row{"topping-dx1-ii", makeToppingDx1}, Row{"topping-d90-iii", makeToppingD90},
    Row{"fiio-ka15", makeFiioKa15},        Row{"fiio-ka17", makeFiioKa17},        Row{"fiio-ja11", makeFiioJa11},
    Row{"fiio-qx13", makeFiioQx13},        Row{"fiio-melody", makeFiioMelody},    Row{"fiio-oak-nano", makeFiioOakNano},
    Row{"fiio-k13-r2r", makeFiioK13R2r},   Row{"jds-element-iv", makeElementIv},  Row{"jds-element-iv-old", makeOldElementIv},
};

} // namespace

std::vector<std::string_view> foreignModels()
{
    std::vector<std::string_view> names;
    std::ranges::transform(kModels, std::back_inserter(names), &Row::name);
    return names;
}

std::unique_ptr<ForeignAmp> makeForeignAmp(std::string_view model, const std::string &serialNumber, std::uint32_t seed)
{
    const auto found = std::ranges::find(kModels, model, &Row::name);
    return found == kModels.end() ? nullptr : found->make(serialNumber, seed);
}

} // namespace gainstage::sim
