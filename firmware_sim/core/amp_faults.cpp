// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/handlers.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::size_t kEntry = 1 + 5 + 5 + 1 + 5; // an entry at its largest
constexpr std::size_t kNext = 5 + 5;              // "next" and its number

} // namespace

Outcome readFaults(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const std::uint64_t from = fields.number("from").value_or(0);
    if (fields.malformed())
        return refuse(SmpError::Malformed);
    const FaultLog &log = amp.faults;
    const std::uint32_t first = std::clamp(atMost(from, log.end()), log.begin(), log.end());
    answer.map(2).text("faults");
    const auto fitting = static_cast<std::uint32_t>((answer.room() - kNext - cborHeadSize(FaultLog::kCapacity)) / kEntry);
    const std::uint32_t next = first + std::min(fitting, log.end() - first);
    answer.array(next - first);
    for (std::uint32_t number = first; number < next; ++number) {
        const Fault &fault = log.at(number);
        answer.array(4).number(number).number(fault.seconds).number(static_cast<int>(fault.code)).number(fault.argument);
    }
    answer.text("next").number(next);
    return std::nullopt;
}

Outcome writeFaults(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const Guard guard(fields);
    const auto clear = fields.boolean("clear");
    if (fields.malformed() || !clear)
        return refuse(SmpError::Malformed);
    if (const Outcome refusal = guard.check(amp))
        return refusal;
    if (*clear)
        amp.faults.clear();
    answer.map(0);
    return std::nullopt;
}

} // namespace gainstage::firmware
