// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/discovery/port.h"

#include <cstdint>
#include <span>
#include <string_view>

/// Amps of other makers as data: by what they are recognised, and how well each is known. devices/catalog/README.md says how to add one.
namespace gainstage::catalog {

/// How a model's commands are known; the weakest of those that are sent.
enum class Evidence : std::uint8_t {
    Recorded,      ///< bytes recorded from a unit
    Driven,        ///< a published program drove real units
    Program,       ///< read out of published programs
    MakersProgram, ///< read out of the maker's own program
    None,
};

enum class Support : std::uint8_t {
    Supported, ///< `family` drives it
    Known,     ///< recognised, named, and never written to
};

struct Model {
    std::string_view family; ///< Family::name(); empty where none speaks its protocol yet
    std::string_view maker, name;
    std::uint16_t vendorId, productId; ///< productId 0: any of the vendor's
    Wire wire;
    std::string_view product; ///< stands in normalised() of the product string; empty: any
    Support support;
    Evidence evidence;
};

/// In order: the first that fits is meant.
std::span<const Model> models();

/// The model that a port belongs to, by vendor, product id, wire and product string; nullptr where nobody knows it. Simulated amps that announce
/// themselves with USB ids are found in the same way.
const Model *find(const Port &port);

/// Upper case, the Roman numeral signs as letters, and only letters and digits: "DX5 Ⅱ" is "DX5II".
QString normalised(const QString &product);

} // namespace gainstage::catalog
