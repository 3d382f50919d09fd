// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/event.h"
#include "firmware_sim/core/handlers.h"
#include "firmware_sim/core/meter_map.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint32_t kLongestLeaseMs = 10000;
constexpr std::uint32_t kLongestEveryMs = INT32_MAX; // what a timer can wait

} // namespace

std::size_t meterPairs(const MeterDefinition &meters)
{
    return (meters.channels > 0 ? 1u : 0u) + (meters.clip ? 1u : 0u) + (meters.temperature ? 1u : 0u) + (meters.rails > 0 ? 1u : 0u);
}

void putMeters(Amp &amp, CborWriter &out)
{
    const MeterDefinition &meters = amp.model.meters;
    const SensorReadings sensors = amp.hardware.sensors();
    if (meters.channels > 0) {
        out.text("level").array(meters.channels);
        for (const std::int32_t level : std::span(sensors.levelCentiDbfs).first(meters.channels))
            out.number(level);
    }
    if (meters.clip)
        out.text("clip").number(sensors.clips);
    if (meters.temperature)
        out.text("temp").number(sensors.deciCelsius);
    if (meters.rails == 0)
        return;
    out.text("supply").array(meters.rails);
    for (const std::int32_t rail : std::span(sensors.supplyMillivolt).first(meters.rails))
        out.number(rail);
}

Outcome readMeters(Amp &amp, const Request &, CborWriter &answer)
{
    putMeters(amp, answer.map(meterPairs(amp.model.meters)));
    return std::nullopt;
}

Outcome writeMeters(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto every = fields.number("every");
    const auto lease = fields.number("lease");
    if (!every || !lease)
        return refuse(SmpError::Malformed);
    MeterLease &meters = request.author.meters;
    meters.end();
    meters.everyMs = *every == 0 ? 0 : std::max(atMost(*every, kLongestEveryMs), amp.model.meters.everyMs);
    meters.leaseMs = atMost(*lease, kLongestLeaseMs);
    if (meters.everyMs > 0 && meters.leaseMs > 0) {
        meters.every.start(amp.now(), meters.everyMs);
        meters.lease.start(amp.now(), meters.leaseMs);
    }
    answer.map(2).text("every").number(meters.everyMs).text("lease").number(meters.leaseMs);
    return std::nullopt;
}

void pollMeters(Amp &amp, Link &link, std::uint32_t now)
{
    const bool due = link.meters.every.expire(now);
    if (link.meters.lease.expire(now)) {
        link.meters.end();
        return;
    }
    if (!due)
        return;
    Event event(amp, EventKind::Meters, meterPairs(amp.model.meters));
    putMeters(amp, event.map());
    event.sendTo(link);
    link.meters.every.start(now, link.meters.everyMs);
}

} // namespace gainstage::firmware
