// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/fiio/experimental.h"
#include "protocol/fiio/frame.h"
#include "protocol/fiio/messages.h"
#include "tests/fuzz/require.h"

#include <algorithm>

using namespace gainstage;
using namespace gainstage::fiio;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const BytesView input(data, size);
    for (int number = 0; number < kModelCount; ++number) {
        const auto model = static_cast<Model>(number);
        (void)checksumFits(model, input);
        (void)payloadOf(model, input);
        const auto reply = decodeReply(model, input);
        if (const auto *band = reply ? std::get_if<Band>(&reply->content) : nullptr) {
            fuzz::require(band->index < factsOf(model).bands);
            (void)wireQ(model, band->type, cookbookQ(model, *band), band->gainDeciDecibels);
        }
        const auto request = decodeRequest(model, input);
        if (!request)
            continue;
        const auto again = encode(model, *request);
        fuzz::require(again.has_value() && std::ranges::equal(*again, input));
    }
    (void)experimental::decodeReply(input);
    return 0;
}
