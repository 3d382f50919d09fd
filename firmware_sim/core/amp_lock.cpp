// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/event.h"
#include "firmware_sim/core/handlers.h"

namespace gainstage::firmware {

namespace {

void tellOthersHeld(Amp &amp, bool held, const Link &author)
{
    Event event(amp, EventKind::Lock, 1);
    event.map().text("held").boolean(held);
    event.sendToAllBut(&author);
}

void release(Amp &amp, const Link &author)
{
    amp.lock.release();
    tellOthersHeld(amp, false, author);
}

void take(Amp &amp, std::uint32_t milliseconds, const Link &author)
{
    amp.lock.take(amp.randomSecret());
    amp.lock.runFor(amp.now(), milliseconds);
    tellOthersHeld(amp, true, author);
}

} // namespace

Outcome readLock(Amp &amp, const Request &, CborWriter &answer)
{
    const bool held = amp.lock.isHeld();
    answer.map(2).text("held").boolean(held).text("ms").number(held ? amp.lock.remaining(amp.now()) : 0);
    return std::nullopt;
}

Outcome writeLock(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto wanted = fields.number("ms");
    const auto key = fields.bytes("key");
    if (fields.malformed() || !wanted || (*wanted == 0 && !key))
        return refuse(SmpError::Malformed);
    if (key && !amp.lock.isHeldBy(key))
        return refuse(AmpError::NotTheHolder);
    if (!key && amp.lock.isHeld())
        return refuse(AmpError::Locked);
    const std::uint32_t milliseconds = atMost(*wanted, Lock::kLongestMs);
    if (milliseconds == 0)
        release(amp, request.author);
    else if (key)
        amp.lock.runFor(amp.now(), milliseconds);
    else
        take(amp, milliseconds, request.author);
    answer.map(2).text("key").bytes(amp.lock.key()).text("ms").number(milliseconds);
    return std::nullopt;
}

} // namespace gainstage::firmware
