// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/image_maker.h"
#include "firmware_sim/boards/simulated_amp.h"
#include "firmware_sim/core/firmware.h"

#include <algorithm>
#include <string_view>

namespace gainstage::test {

/// A signed image that a simulated amp takes; its payload has `size` bytes of a pattern and begins with `text`.
inline Bytes simulatorImage(sim::Model model, firmware::Version version, std::size_t size, std::string_view text = {}, std::uint32_t counter = 1)
{
    const firmware::ImageRules &rules = (model == sim::Model::Desktop ? firmware::desktopModel() : firmware::dongleModel()).images;
    sim::ImageContent content{.version = version, .payload = Bytes(size), .counter = counter, .vendor = rules.vendor, .device = rules.device};
    std::uint32_t pattern = 1;
    std::ranges::generate(content.payload, [&pattern] { return static_cast<std::uint8_t>((pattern = pattern * 1664525 + 1013904223) >> 24U); });
    std::ranges::copy(text.substr(0, size), content.payload.begin());
    return sim::makeImage(content);
}

} // namespace gainstage::test
