// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/meters.h"

namespace gainstage::topping {
namespace {

// Only ever received.
constexpr std::uint16_t levels = 0x7130;
constexpr std::uint16_t spectrum = 0x7131;
constexpr std::uint8_t levelFrames = 2;
constexpr std::uint8_t spectrumFrames = 8;

std::int8_t byteOf(std::int32_t value, unsigned shift)
{
    return static_cast<std::int8_t>(static_cast<std::uint32_t>(value) >> shift);
}

} // namespace

bool isMeter(const Frame &frame)
{
    return frame.command == levels || frame.command == spectrum;
}

Result<Meter> decodeMeter(const Frame &frame)
{
    if (frame.kind == Kind::Write && frame.command == levels && frame.count == levelFrames && frame.index == 0)
        return LevelFrame{static_cast<std::int16_t>(static_cast<std::uint32_t>(frame.value) >> 16U), static_cast<std::int16_t>(frame.value)};
    if (frame.kind == Kind::Write && frame.command == spectrum && frame.count == spectrumFrames && frame.index < spectrumFrames)
        return SpectrumFrame{static_cast<std::uint8_t>(frame.index * 4),
                             {byteOf(frame.value, 24), byteOf(frame.value, 16), byteOf(frame.value, 8), byteOf(frame.value, 0)}};
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent something else than what was asked for (%1)."), {std::to_string(frame.command)});
}

} // namespace gainstage::topping
