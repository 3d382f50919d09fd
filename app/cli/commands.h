// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"

namespace gainstage::cli {

class Call;

Attempt<void> listDevices(Call &call);
Attempt<void> showDevice(Call &call);
Attempt<void> identifyDevice(Call &call);
Attempt<void> doctor(Call &call);
Attempt<void> capture(Call &call);
Attempt<void> conformance(Call &call);

Attempt<void> getSettings(Call &call);
Attempt<void> setSettings(Call &call);
Attempt<void> watch(Call &call);

Attempt<void> listPresets(Call &call);
Attempt<void> savePreset(Call &call);
Attempt<void> showPreset(Call &call);
Attempt<void> diffPreset(Call &call);
Attempt<void> applyPreset(Call &call);
Attempt<void> renamePreset(Call &call);
Attempt<void> deletePreset(Call &call);
Attempt<void> importPreset(Call &call);
Attempt<void> exportPreset(Call &call);

Attempt<void> showFirmware(Call &call);
Attempt<void> checkFirmware(Call &call);
Attempt<void> installFirmware(Call &call);
Attempt<void> confirmFirmware(Call &call);
Attempt<void> revertFirmware(Call &call);
Attempt<void> forgetFirmware(Call &call);

Attempt<void> listHistory(Call &call);
Attempt<void> undo(Call &call);
Attempt<void> redo(Call &call);

} // namespace gainstage::cli
