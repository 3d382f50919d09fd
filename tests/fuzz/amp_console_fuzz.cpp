// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/core/console_framing.h"
#include "tests/fuzz/amp_wire.h"

using namespace gainstage;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const std::size_t limit : {std::size_t{256}, firmware::kMaxPacket}) {
        firmware::ReceiveBuffer buffer;
        buffer.limit = limit;
        firmware::ConsoleReceiver receiver;
        for (std::size_t i = 0; i < size; ++i)
            fuzz::checkArrival(receiver.take(data[i], buffer), buffer);
    }
    return 0;
}
