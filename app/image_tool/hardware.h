// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/image_tool/call.h"
#include "devices/firmware/uuid.h"

#include <optional>

namespace gainstage::image_tool {

/// For which amps: --vendor is a domain or a UUID, --class a name within the vendor or a UUID.
struct Hardware {
    std::optional<firmware_file::Uuid> vendor, classId;
};
/// Errc::Usage for a class by name without its vendor.
Result<Hardware> hardwareOf(const Call &call);

} // namespace gainstage::image_tool
