// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/handlers.h"

namespace gainstage::firmware {

Outcome readFirmware(Amp &amp, const Request &, CborWriter &answer)
{
    const ImageRules &rules = amp.model.images;
    const bool isOnTrial = amp.confirmation.isRunning();
    answer.map(isOnTrial ? 5 : 4).text("vendor").bytes(rules.vendor).text("class").bytes(rules.device);
    answer.text("counter").number(amp.slots.securityCounter()).text("keys").array(rules.keys.size());
    for (const PublicKey &key : rules.keys)
        answer.bytes(key);
    if (isOnTrial)
        answer.text("trial").number(amp.confirmation.remaining(amp.now()));
    return std::nullopt;
}

} // namespace gainstage::firmware
