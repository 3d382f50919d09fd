// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/request.h"

namespace gainstage::firmware {

/// Writes the memory's draft into flash. A failure is noted in the fault log.
inline Outcome save(Amp &amp)
{
    if (amp.memory.commit())
        return std::nullopt;
    amp.noteFault(FaultCode::Flash);
    return refuse(AmpError::Flash);
}

/// The answer of the commands that write flash.
inline void putSaved(const Amp &amp, CborWriter &answer)
{
    answer.map(2).text("rev").number(amp.revision).text("wear").number(amp.memory.stored().wear);
}

} // namespace gainstage::firmware
