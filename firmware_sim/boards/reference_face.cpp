// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/reference_face.h"

#include "firmware_sim/boards/models.h"

namespace gainstage::sim {
namespace {

constexpr std::uint16_t kPidCodes = 0x1209, kDesktop = 0x0001, kDongle = 0x0002;

/// Usage page ff00, usage 1; 64 bytes each way, without ids.
constexpr std::uint8_t kReportDescriptor[] = {
    0x06, 0x00, 0xff, 0x09, 0x01, 0xa1, 0x01,             // vendor page, usage, application collection
    0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x40, // 64 fields of 8 bits
    0x09, 0x01, 0x81, 0x02, 0x09, 0x01, 0x91, 0x02, 0xc0, // to the computer, to the amp
};

} // namespace

std::optional<Model> referenceModel(std::string_view name)
{
    if (name == "desktop")
        return Model::Desktop;
    return name == "dongle" ? std::optional(Model::Dongle) : std::nullopt;
}

UsbFace referenceFace(Model model, const std::string &serialNumber, bool hid)
{
    const firmware::ModelDefinition &definition = setupOf(model, {}, 0, {}).model;
    UsbFace face;
    face.vendorId = kPidCodes;
    face.productId = model == Model::Desktop ? kDesktop : kDongle;
    face.maker = definition.maker;
    face.product = definition.model;
    face.serialNumber = serialNumber;
    if (hid)
        face.reportDescriptor.assign(std::begin(kReportDescriptor), std::end(kReportDescriptor));
    return face;
}

} // namespace gainstage::sim
