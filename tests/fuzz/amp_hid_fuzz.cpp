// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/core/hid_framing.h"
#include "tests/fuzz/amp_wire.h"

#include <algorithm>

using namespace gainstage;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const std::size_t limit : {std::size_t{256}, firmware::kMaxPacket}) {
        firmware::ReceiveBuffer buffer;
        buffer.limit = limit;
        firmware::HidReceiver receiver;
        std::span<const std::uint8_t> rest(data, size);
        for (std::uint32_t now = 0; !rest.empty(); now += 100) {
            const std::size_t count = std::min(firmware::kHidReport, rest.size());
            fuzz::checkArrival(receiver.take(rest.first(count), now, buffer), buffer);
            rest = rest.subspan(count);
        }
    }
    return 0;
}
