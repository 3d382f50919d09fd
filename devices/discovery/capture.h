// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transport/transport.h"

#include <string>
#include <vector>

namespace gainstage {

/// A report, or a piece of a stream, that a device sent by itself.
struct CapturedReport {
    std::chrono::milliseconds at{0}; ///< since the beginning
    Bytes bytes;
};

/// The most that is kept; the rest is dropped.
inline constexpr std::size_t kMostCaptured = 20000;

/// Listens until the deadline, or until a stop is requested at the wire; sends nothing. Errc::Disconnected only if nothing came before.
Result<std::vector<CapturedReport>> captureFrom(Transport &wire, Deadline deadline);

/// `bytes` with every part of `secret` of four or more characters overwritten by '*': as it is, as UTF-16, and with the characters of each group of
/// four turned round, as some amps send it. Case does not count.
Bytes withoutSecret(BytesView bytes, const std::string &secret);

} // namespace gainstage
