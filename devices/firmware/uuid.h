// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gainstage::firmware_file {

/// A UUID (RFC 4122) in the order in which it is written.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};
    friend bool operator==(const Uuid &, const Uuid &) = default;
    friend auto operator<=>(const Uuid &, const Uuid &) = default;

    /// "c2747aa3-5bdb-5766-8c3c-be5205ead186"
    std::string text() const;
    /// Upper or lower case, without braces; nullopt for anything else.
    static std::optional<Uuid> fromText(std::string_view text);
};

/// The maker in an image: UUID version 5 of the domain in the DNS name space.
Uuid vendorUuid(std::string_view domain);
/// The kind of hardware in an image: UUID version 5 of its name in the vendor's UUID.
Uuid classUuid(const Uuid &vendor, std::string_view name);

} // namespace gainstage::firmware_file
