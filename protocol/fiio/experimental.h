// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"
#include "protocol/fiio/model.h"

#include <cstdint>
#include <variant>

// EXPERIMENTAL: messages that are only known from the maker's own web program. Nobody has published that a real amp was driven with them. A program
// offers them only to somebody who asked for it. README.md, "Experimental".
namespace gainstage::fiio::experimental {

enum class DacFilter : std::uint8_t { ShortDelaySharp = 0, Sharp = 1, ShortDelaySlow = 2, Slow = 3, NonOversampling = 4 };
inline constexpr std::uint8_t kMostBalance = 127; ///< beyond, the byte would mean the other side

struct GetMaximumVolume {
    friend bool operator==(const GetMaximumVolume &, const GetMaximumVolume &) = default;
};
struct GetVolume {
    friend bool operator==(const GetVolume &, const GetVolume &) = default;
};
struct GetFilter {
    friend bool operator==(const GetFilter &, const GetFilter &) = default;
};
struct GetBalance {
    friend bool operator==(const GetBalance &, const GetBalance &) = default;
};
/// In the amp's own steps, whose size is not known. `maximum` is the amp's answer to GetMaximumVolume: nothing above it can be sent.
struct SetVolume {
    std::uint8_t steps = 0, maximum = 0;
    friend bool operator==(const SetVolume &, const SetVolume &) = default;
};
struct SetFilter {
    DacFilter filter = DacFilter::ShortDelaySharp;
    friend bool operator==(const SetFilter &, const SetFilter &) = default;
};
/// Towards the right, or 0 for the middle. How an amp wants the left is in dispute, so it cannot be sent.
struct SetBalanceRight {
    std::uint8_t steps = 0;
    friend bool operator==(const SetBalanceRight &, const SetBalanceRight &) = default;
};
using Request = std::variant<GetMaximumVolume, GetVolume, GetFilter, GetBalance, SetVolume, SetFilter, SetBalanceRight>;

/// As fiio::encode() and fiio::encodeReport(). Errc::OutOfRange.
Result<Bytes> encode(const Request &request);
Result<Bytes> encodeReport(Model model, const Request &request, std::size_t reportLength);

struct MaximumVolume {
    std::uint8_t steps = 0;
    friend bool operator==(const MaximumVolume &, const MaximumVolume &) = default;
};
struct Volume {
    std::uint8_t steps = 0;
    friend bool operator==(const Volume &, const Volume &) = default;
};
struct Balance {
    std::uint8_t left = 0, right = 0; ///< steps towards that side; one of them is 0
    friend bool operator==(const Balance &, const Balance &) = default;
};
using Reply = std::variant<MaximumVolume, Volume, DacFilter, Balance>;
/// The answer to a get, in an input report without its id. Errc::BadFrame.
Result<Reply> decodeReply(BytesView payload);

} // namespace gainstage::fiio::experimental
