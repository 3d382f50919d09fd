// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/families/foreign_amp.h"

namespace gainstage::sim {

/// Makes one model; each family declares its own here and has a line in models.cpp.
using MakeForeign = std::unique_ptr<ForeignAmp> (*)(const std::string &serialNumber, std::uint32_t seed);

std::unique_ptr<ForeignAmp> makeToppingDx5(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeToppingDx1(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeToppingD90(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeFiioKa15(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeFiioKa17(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeFiioJa11(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeFiioQx13(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeFiioMelody(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeFiioOakNano(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeFiioK13R2r(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeElementIv(const std::string &serialNumber, std::uint32_t seed);
std::unique_ptr<ForeignAmp> makeOldElementIv(const std::string &serialNumber, std::uint32_t seed);

} // namespace gainstage::sim
