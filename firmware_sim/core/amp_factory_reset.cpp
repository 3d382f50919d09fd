// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/changes.h"
#include "firmware_sim/core/handlers.h"
#include "firmware_sim/core/saving.h"

namespace gainstage::firmware {

namespace {

constexpr std::uint32_t kTokenMs = 30000;

/// Into flash; only the wear goes on.
Outcome saveAsNew(Amp &amp)
{
    Remembered &draft = amp.memory.draft();
    const std::uint32_t wear = draft.wear;
    draft = rememberedAsNew(amp.model);
    draft.wear = wear;
    return save(amp);
}

/// In silence, from which the sound comes back by itself.
bool takeAsNew(Amp &amp, const Content &asNew)
{
    amp.ramp.step.stop();
    hushFor(amp, asNew);
    return takeWorking(amp, asNew);
}

} // namespace

Outcome readFactoryReset(Amp &amp, const Request &, CborWriter &answer)
{
    amp.token.secret = amp.randomSecret();
    amp.token.validity.start(amp.now(), kTokenMs);
    answer.map(1).text("token").bytes(amp.token.secret);
    return std::nullopt;
}

Outcome writeFactoryReset(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const Guard guard(fields);
    const auto token = fields.bytes("token");
    if (fields.malformed() || !token)
        return refuse(SmpError::Malformed);
    if (const Outcome refusal = guard.check(amp))
        return refusal;
    const bool valid = amp.token.validity.isRunning() && matches(amp.token.secret, token);
    if (!valid)
        return refuse(AmpError::BadToken);
    const Content asNew = initialContent(amp.model);
    if (const auto id = heldByProtection(amp, asNew))
        return refuse(AmpError::NotNow, *id);
    amp.token.validity.stop();
    const bool wasDirty = amp.isDirty();
    if (const Outcome refusal = saveAsNew(amp))
        return refusal;
    const bool changed = takeAsNew(amp, asNew);
    if (!changed && wasDirty)
        amp.raiseRevision();
    if (changed || wasDirty)
        tellOthers(amp, EventKind::Everything, Source::Client, request.author);
    answer.map(1).text("rev").number(amp.revision);
    return std::nullopt;
}

} // namespace gainstage::firmware
