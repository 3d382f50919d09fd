// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/amp.h"

#include <algorithm>

namespace gainstage::firmware {

Amp::Amp(Hardware &world, const ModelDefinition &definition, std::string_view serial, std::span<const Framing> framings)
    : hardware(world), model(definition), serialNumber(serial), uptime(world), working(initialContent(definition)), memory(world, definition),
      audio(world, definition, working), slots(world), upload(slots, definition.images), firmwareVersion(definition.firmware)
{
    linkCount = std::min(framings.size(), kMaxLinks);
    for (std::size_t i = 0; i < linkCount; ++i)
        allLinks[i].open(framings[i], static_cast<std::uint8_t>(i), std::min<std::size_t>(model.bufferSize, kMaxPacket));
}

Secret Amp::randomSecret()
{
    Secret secret{};
    hardware.fillRandom(secret);
    return secret;
}

} // namespace gainstage::firmware
