// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/makers.h"
#include "firmware_sim/families/topping_d90.h"
#include "firmware_sim/families/topping_dx1.h"
#include "firmware_sim/families/topping_dx5.h"

namespace gainstage::sim {

std::unique_ptr<ForeignAmp> makeToppingDx5(const std::string &serialNumber, std::uint32_t seed)
{
    return std::make_unique<topping::Dx5>(serialNumber, seed);
}

std::unique_ptr<ForeignAmp> makeToppingDx1(const std::string &serialNumber, std::uint32_t seed)
{
    return std::make_unique<topping::Dx1>(serialNumber, seed);
}

std::unique_ptr<ForeignAmp> makeToppingD90(const std::string &, std::uint32_t)
{
    return std::make_unique<topping::D90>();
}

} // namespace gainstage::sim
