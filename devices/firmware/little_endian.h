// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/bytes.h"

#include <concepts>

namespace gainstage::firmware_file {

/// The number at the start of `bytes`, which must hold it.
template <std::unsigned_integral T>
T readLittleEndian(BytesView bytes)
{
    T number = 0;
    for (std::size_t i = sizeof(T); i-- > 0;)
        number = static_cast<T>((static_cast<std::uint64_t>(number) << 8U) | bytes[i]);
    return number;
}

template <std::unsigned_integral T>
void appendLittleEndian(Bytes &bytes, T number)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> (8 * i)));
}

} // namespace gainstage::firmware_file
