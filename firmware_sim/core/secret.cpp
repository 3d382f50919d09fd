// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/secret.h"

namespace gainstage::firmware {

bool matches(const Secret &secret, const std::optional<CborString> &shown)
{
    if (!shown || shown->size() != secret.size())
        return false;
    Secret copy{};
    shown->copyTo(copy);
    return copy == secret;
}

} // namespace gainstage::firmware
