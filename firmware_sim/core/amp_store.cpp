// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/changes.h"
#include "firmware_sim/core/handlers.h"
#include "firmware_sim/core/saving.h"

namespace gainstage::firmware {

Outcome writeStore(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const Guard guard(fields);
    if (fields.malformed())
        return refuse(SmpError::Malformed);
    if (const Outcome refusal = guard.check(amp))
        return refusal;
    const bool wasDirty = amp.isDirty();
    copyStored(amp.model, amp.working, amp.memory.draft().content);
    if (const Outcome refusal = save(amp))
        return refusal;
    if (wasDirty)
        amp.raiseRevision();
    Event event(amp, EventKind::Stored, 1);
    event.map().text("dirty").boolean(amp.isDirty());
    event.sendToAllBut(&request.author);
    putSaved(amp, answer);
    return std::nullopt;
}

} // namespace gainstage::firmware
