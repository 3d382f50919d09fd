// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/outcome.h"

#include <cerrno>
#include <system_error>

namespace gainstage::sim {

std::string systemReason()
{
    return std::generic_category().message(errno);
}

} // namespace gainstage::sim
