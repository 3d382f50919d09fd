// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "protocol/gap/description.h"

namespace gainstage::reference {

/// The description document in the program's vocabulary. What later versions of the protocol may add (units, filter types) is left out.
Description translated(const gap::DescriptionDocument &document, const Identity &identity);

} // namespace gainstage::reference
