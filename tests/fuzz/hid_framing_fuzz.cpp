// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smp/framing.h"
#include "tests/fuzz/require.h"

using namespace gainstage;

namespace {

constexpr std::size_t kReport = 64;

/// A packet that came in goes out and comes in again as the same.
void survivesARoundTrip(const Bytes &packet)
{
    const auto framing = smp::hidFraming();
    for (const Bytes &write : framing->frame(packet))
        framing->take(write, Instant{});
    fuzz::require(framing->next() == packet);
    fuzz::require(!framing->next());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto framing = smp::hidFraming();
    for (BytesView rest(data, size); !rest.empty(); rest = rest.subspan(std::min(kReport, rest.size()))) {
        framing->take(rest.first(std::min(kReport, rest.size())), Instant{});
        while (const auto packet = framing->next())
            survivesARoundTrip(*packet);
    }
    return 0;
}
