// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/family.h"
#include "protocol/smp/client.h"

namespace gainstage::reference {

/// Hello, version, parameters and description (protocol/README.md, section 6): who is at the other end and what it can do.
/// Errc::Timeout where nothing answers, Unsupported for another major version or a device that is no amp, BadFrame for a description that makes no sense.
Result<Description> introduce(smp::Client &client, const Port &port, DescriptionCache *cache);

} // namespace gainstage::reference
