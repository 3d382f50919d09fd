// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/image_version.h"
#include "devices/firmware/keys.h"
#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"

#include <QString>

namespace gainstage {

/// Firmware for the simulated desktop amp, signed with the published test key that it trusts (firmware_sim/README.md, section 8).
struct FirmwarePlan {
    firmware_file::ImageVersion version;
    std::size_t size = 4096; ///< bytes of its payload
    bool works = true;       ///< otherwise it fails its self-test
    std::string device = "reference-desktop-a";
    QString notes; ///< XML of the release's description
};

/// The key that signs it.
firmware_file::PublicKey firmwareTestKey();
/// A bare image.
Result<Bytes> makeImage(const FirmwarePlan &plan);
/// The image in a cabinet with its metainfo.
Result<Bytes> makePackage(const FirmwarePlan &plan);
/// Writes it into a new file; gives its path.
Result<QString> writeFirmware(const QString &folder, const QString &name, const Result<Bytes> &bytes);

} // namespace gainstage
