// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace gainstage::sim {

/// NOR flash: programming only clears bits, erasing sets a whole sector to ff.
class Flash {
public:
    static constexpr std::size_t kSize = 65536;
    static constexpr std::size_t kSector = 4096;
    /// Called after every change with the whole image; false: it could not be kept, and the change is taken back.
    using Keep = std::function<bool(std::span<const std::uint8_t> image)>;

    /// Erased.
    Flash() : m_image(kSize, 0xff) {}
    /// `image` has kSize bytes.
    void load(std::span<const std::uint8_t> image, Keep keep);

    bool read(std::size_t offset, std::span<std::uint8_t> out) const;
    bool program(std::size_t offset, std::span<const std::uint8_t> data);
    bool erase(std::size_t sectorOffset);
    std::span<const std::uint8_t> image() const { return m_image; }

private:
    bool change(std::size_t offset, std::vector<std::uint8_t> bytes);

    std::vector<std::uint8_t> m_image;
    Keep m_keep;
};

} // namespace gainstage::sim
