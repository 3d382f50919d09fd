// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/gap/limits.h"
#include "protocol/smp/client.h"

namespace gainstage::reference {

// One request of the amp group and its answer, as types.

template <typename Reply, typename Request>
Result<Reply> ask(smp::Client &client, gap::Command command, const Request &request, Duration answer = std::chrono::seconds(1))
{
    const auto map = client.read(gap::kGroup, static_cast<std::uint8_t>(command), request.encode(), answer);
    if (!map)
        return std::unexpected(map.error());
    return Reply::decode(*map);
}

/// Errc::NotVerified where no answer came, or none that makes sense.
template <typename Reply, typename Request>
Result<Reply> tell(smp::Client &client, gap::Command command, const Request &request, Duration answer = std::chrono::seconds(1))
{
    const auto map = client.write(gap::kGroup, static_cast<std::uint8_t>(command), request.encode(), answer);
    if (!map)
        return std::unexpected(map.error());
    auto reply = Reply::decode(*map);
    if (!reply)
        return failure(Errc::NotVerified,
                       SENTENCE("error", "The amp's answer to the change makes no sense; whether it was carried out is not known."), {},
                       SENTENCE("error", "Read the amp's state before trying again."));
    return reply;
}

} // namespace gainstage::reference
