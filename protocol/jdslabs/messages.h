// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"
#include "protocol/jdslabs/bands.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What is said to an Element IV and what it answers: JSON text. README.md, "Messages".
namespace gainstage::jdslabs {

/// Asks for everything; answered by a Description.
struct Describe {
    friend bool operator==(const Describe &, const Describe &) = default;
};
/// Changes the equalizer of the headphone output and stores it; answered by whether it worked. Only whole ones, as place() makes them, were sent to a
/// real amp; whether fewer bands work is not known.
struct Update {
    Layout layout = Layout::Twelve;
    double preampDecibels = 0;
    std::vector<Band> bands;
    friend bool operator==(const Update &, const Update &) = default;
};
using Request = std::variant<Describe, Update>;

/// The bytes for the wire, with the zero byte at the end. Errc::OutOfRange for values beyond the limits, no band, or a place that the layout
/// does not have or that comes twice.
Result<Bytes> encode(const Request &request);
/// The request in a message without its zero byte. Errc::BadFrame, or encode()'s own errors.
Result<Request> decodeRequest(BytesView message);

struct Equalizer {
    double preampDecibels = 0;
    std::vector<Band> bands; ///< all of the layout, in its order
    friend bool operator==(const Equalizer &, const Equalizer &) = default;
};
struct Description {
    Layout layout = Layout::Twelve;
    std::string inputMode; ///< "USB" or another, in UTF-8
    Equalizer headphone;
    std::optional<Equalizer> line; ///< of the RCA sockets
    friend bool operator==(const Description &, const Description &) = default;
};
/// From the answer to Describe, without its zero byte. Keys that nobody knows are ignored. Errc::BadFrame.
Result<Description> decodeDescription(BytesView message);
/// Whether the amp took and stored an Update. Errc::BadFrame.
Result<bool> decodeUpdateReply(BytesView message);

/// The firmware's version as the USB device descriptor has it (bcdDevice).
struct Version {
    std::uint8_t major = 0, minor = 0, patch = 0;
    friend bool operator==(const Version &, const Version &) = default;
};
Version versionOf(std::uint16_t bcdDevice);

} // namespace gainstage::jdslabs
