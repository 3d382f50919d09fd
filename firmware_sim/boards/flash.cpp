// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/flash.h"

#include <algorithm>

namespace gainstage::sim {
namespace {

bool isInside(std::size_t offset, std::size_t size)
{
    return offset <= Flash::kSize && size <= Flash::kSize - offset;
}

} // namespace

void Flash::load(std::span<const std::uint8_t> image, Keep keep)
{
    m_image.assign(image.begin(), image.end());
    m_keep = std::move(keep);
}

bool Flash::read(std::size_t offset, std::span<std::uint8_t> out) const
{
    if (!isInside(offset, out.size()))
        return false;
    std::ranges::copy(std::span(m_image).subspan(offset, out.size()), out.begin());
    return true;
}

bool Flash::program(std::size_t offset, std::span<const std::uint8_t> data)
{
    if (!isInside(offset, data.size()))
        return false;
    std::vector<std::uint8_t> bytes(data.begin(), data.end());
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] &= m_image[offset + i];
    return change(offset, std::move(bytes));
}

bool Flash::erase(std::size_t sectorOffset)
{
    if (sectorOffset % kSector != 0 || !isInside(sectorOffset, kSector))
        return false;
    return change(sectorOffset, std::vector<std::uint8_t>(kSector, 0xff));
}

bool Flash::change(std::size_t offset, std::vector<std::uint8_t> bytes)
{
    const auto place = m_image.begin() + static_cast<std::ptrdiff_t>(offset);
    std::ranges::swap_ranges(bytes, std::span(place, bytes.size()));
    if (!m_keep || m_keep(m_image))
        return true;
    std::ranges::copy(bytes, place);
    return false;
}

} // namespace gainstage::sim
