// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/handlers.h"

namespace gainstage::firmware {

Outcome writeIdentify(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto milliseconds = fields.number("ms");
    if (!milliseconds)
        return refuse(SmpError::Malformed);
    amp.identify.begin(amp.hardware, atMost(*milliseconds, Identify::kLongestMs));
    answer.map(0);
    return std::nullopt;
}

} // namespace gainstage::firmware
