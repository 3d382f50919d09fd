// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/jdslabs/messages.h"
#include "protocol/jdslabs/splitter.h"
#include "tests/fuzz/require.h"

using namespace gainstage;
using namespace gainstage::jdslabs;

static void check(BytesView message)
{
    (void)decodeUpdateReply(message);
    const auto description = decodeDescription(message);
    fuzz::require(!description || description->headphone.bands.size() == placesOf(description->layout).size());
    const auto request = decodeRequest(message);
    if (!request)
        return;
    const auto written = encode(*request);
    fuzz::require(written.has_value() && written->back() == 0);
    const auto again = decodeRequest(BytesView(*written).first(written->size() - 1));
    fuzz::require(again.has_value() && *again == *request);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Splitter splitter;
    splitter.take({data, size});
    while (const auto message = splitter.next()) {
        if (*message)
            check(**message);
    }
    check({data, size});
    return 0;
}
