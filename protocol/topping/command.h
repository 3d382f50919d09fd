// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/topping/frame.h"

#include <cstdint>

// What may be sent. None of these types can be made from a number, and so nothing that resets, updates or overwrites scenes can get into a frame.
namespace gainstage::topping {

inline constexpr std::uint8_t kBandRegisters = 11; ///< the last one stores values and does nothing

/// A command that is written.
class WriteCommand {
public:
    static const WriteCommand dx5Power, dx5Volume, dx5Input, dx5Output, dx5Brightness, dx5Filter, dx5Gain, dx5Heartbeat, dx5EqualizerDump;
    static const WriteCommand dx1Filter, dx1Gain, dx1AutoStandby, dx1Brightness, dx1Input, dx1Slot;
    static const WriteCommand d90EqualizerSwitch;

    /// `band` 0 to kBandRegisters - 1, `field` 1 to 10; others are taken for the nearest that there is.
    static constexpr WriteCommand ofBand(std::uint8_t band, std::uint8_t field) { return of(0x91, band, kBandRegisters - 1, field, 10); }
    /// `field` 1 to 4.
    static constexpr WriteCommand ofPreamp(std::uint8_t field) { return of(0x9c, 0, 0, field, 4); }

    constexpr std::uint16_t number() const { return m_number; }

private:
    constexpr explicit WriteCommand(std::uint16_t number) : m_number(number) {}

    static constexpr WriteCommand of(std::uint8_t base, std::uint8_t add, std::uint8_t mostAdd, std::uint8_t field, std::uint8_t mostField)
    {
        const unsigned high = base + unsigned(add < mostAdd ? add : mostAdd);
        const unsigned low = field < 1 ? 1 : unsigned(field < mostField ? field : mostField);
        return WriteCommand(static_cast<std::uint16_t>(high << 8U | low));
    }

    std::uint16_t m_number;
};

/// A command that an amp really reads; a DX1 II takes a read of anything else for a write of zero.
class ReadCommand {
public:
    static const ReadCommand dx5Settings;
    static const ReadCommand dx1State, dx1AutoStandby, dx1AutoScreenOff, dx1OutputBlock, dx1AnalogBalance, dx1OpticalBalance, dx1Unnamed,
        dx1RemoteArrow, dx1RemoteMute, dx1KnobSingle, dx1KnobDouble, dx1KnobCapabilities, dx1EqualizerState, dx1ActiveSlot, dx1EqualizerDump;

    constexpr std::uint16_t number() const { return m_number; }

private:
    constexpr explicit ReadCommand(std::uint16_t number) : m_number(number) {}

    std::uint16_t m_number;
};

/// A field of the output block of a DX1 II that is written.
class OutputField {
public:
    static const OutputField headphoneVolume, lineVolume, commonVolume, opticalVolume, mute;

    constexpr std::uint8_t number() const { return m_number; }

private:
    constexpr explicit OutputField(std::uint8_t number) : m_number(number) {}

    std::uint8_t m_number;
};

/// What the power of a DX5 II has and nothing else: an index of 0 and a checksum.
enum class Shape : std::uint8_t { Plain, Power };

Bytes readRequest(Framing framing, ReadCommand command);
Bytes write(Framing framing, WriteCommand command, std::int32_t value, Shape shape = Shape::Plain);
Bytes write(Framing framing, OutputField field, std::int32_t value);

inline constexpr WriteCommand WriteCommand::dx5Power{0x7101}, WriteCommand::dx5Volume{0x7102}, WriteCommand::dx5Input{0x7104},
    WriteCommand::dx5Output{0x7105}, WriteCommand::dx5Brightness{0x710a}, WriteCommand::dx5Filter{0x710d}, WriteCommand::dx5Gain{0x7117},
    WriteCommand::dx5Heartbeat{0x7134}, WriteCommand::dx5EqualizerDump{0x1206};
inline constexpr WriteCommand WriteCommand::dx1Filter{0x7300}, WriteCommand::dx1Gain{0x7500}, WriteCommand::dx1AutoStandby{0x7900},
    WriteCommand::dx1Brightness{0x7a00}, WriteCommand::dx1Input{0x7b00}, WriteCommand::dx1Slot{0x110e};
inline constexpr WriteCommand WriteCommand::d90EqualizerSwitch{0x9e01};

inline constexpr ReadCommand ReadCommand::dx5Settings{0x710c}, ReadCommand::dx1State{0x7100}, ReadCommand::dx1AutoStandby{0x7900},
    ReadCommand::dx1AutoScreenOff{0x7d00}, ReadCommand::dx1OutputBlock{0x810a}, ReadCommand::dx1AnalogBalance{0x810b},
    ReadCommand::dx1OpticalBalance{0x810c}, ReadCommand::dx1Unnamed{0x810d}, ReadCommand::dx1RemoteArrow{0x810e}, ReadCommand::dx1RemoteMute{0x810f},
    ReadCommand::dx1KnobSingle{0x8200}, ReadCommand::dx1KnobDouble{0x8300}, ReadCommand::dx1KnobCapabilities{0x8400},
    ReadCommand::dx1EqualizerState{0x1204}, ReadCommand::dx1ActiveSlot{0x1206}, ReadCommand::dx1EqualizerDump{0x1106};

inline constexpr OutputField OutputField::headphoneVolume{3}, OutputField::lineVolume{4}, OutputField::commonVolume{5}, OutputField::opticalVolume{6},
    OutputField::mute{7};

} // namespace gainstage::topping
