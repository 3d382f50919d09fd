// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/transport/hid_reports.h"

#include <optional>

namespace gainstage {

/// What a HID device is for, as its report descriptor says.
struct HidUsage {
    std::uint16_t page = 0, usage = 0;
    friend bool operator==(const HidUsage &, const HidUsage &) = default;
};

/// The usages of the top-level collections, in order. Takes what it understands of a descriptor that is cut or makes no sense.
std::vector<HidUsage> topLevelUsages(BytesView descriptor);

/// The reports with their lengths. Takes what it understands, as above; a report longer than 4096 bytes makes no sense and is left out.
HidReports reportsIn(BytesView descriptor);

} // namespace gainstage
