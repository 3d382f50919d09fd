// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/image_tool/hardware.h"

namespace gainstage::image_tool {

using namespace firmware_file;

Result<Hardware> hardwareOf(const Call &call)
{
    Hardware hardware;
    const std::string vendor = call.value("vendor").toStdString(), className = call.value("class").toStdString();
    if (!vendor.empty())
        hardware.vendor = Uuid::fromText(vendor).value_or(vendorUuid(vendor));
    if (className.empty())
        return hardware;
    hardware.classId = Uuid::fromText(className);
    if (!hardware.classId && !hardware.vendor)
        return wrongUsage(SENTENCE("error", "--class by name needs --vendor."));
    if (!hardware.classId)
        hardware.classId = classUuid(*hardware.vendor, className);
    return hardware;
}

} // namespace gainstage::image_tool
