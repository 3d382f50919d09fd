// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/image_tool/call.h"

namespace gainstage::image_tool {

Result<void> createImage(Call &call);
Result<void> signImageFile(Call &call);
Result<void> verifyFile(Call &call);
Result<void> showFile(Call &call);
Result<void> generateKey(Call &call);

} // namespace gainstage::image_tool
