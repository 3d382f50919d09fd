// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gainstage::firmware_file {

/// The version of an image; compared field by field, the build last.
struct ImageVersion {
    std::uint8_t major = 0;
    std::uint8_t minor = 0;
    std::uint16_t revision = 0;
    std::uint32_t build = 0;
    friend bool operator==(const ImageVersion &, const ImageVersion &) = default;
    friend auto operator<=>(const ImageVersion &, const ImageVersion &) = default;

    /// "1.2.3", for people.
    std::string text() const;
    /// "1.2.3+4"; the build also where it is 0. For scripts, and for people where two builds differ.
    std::string fullText() const;
    /// "1.2.3" or "1.2.3+4"; nullopt for anything else and for numbers that the header cannot hold.
    static std::optional<ImageVersion> fromText(std::string_view text);
};

} // namespace gainstage::firmware_file
