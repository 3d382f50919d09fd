// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/image_version.h"

#include <optional>
#include <string>

namespace gainstage::firmware_update {

/// A version as amps write it: "1.2.3", or "1.2.3.4" where there is a build; also "1.2.3+4". Nullopt for anything else.
std::optional<firmware_file::ImageVersion> versionFromAmp(std::string text);
/// The same way back: without the build where it is 0.
std::string versionForAmp(const firmware_file::ImageVersion &version);

} // namespace gainstage::firmware_update
