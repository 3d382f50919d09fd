// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/descriptor.h"

#include <utility>

#include <unistd.h>

namespace gainstage::sim {

Descriptor::~Descriptor()
{
    if (m_number >= 0)
        ::close(m_number);
}

Descriptor::Descriptor(Descriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) {}

Descriptor &Descriptor::operator=(Descriptor &&other) noexcept
{
    std::swap(m_number, other.m_number);
    return *this;
}

} // namespace gainstage::sim
