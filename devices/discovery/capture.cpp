// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/capture.h"

namespace gainstage {
namespace {

constexpr std::size_t shortestPart = 4;

std::uint8_t folded(std::uint8_t byte)
{
    return byte >= 'a' && byte <= 'z' ? static_cast<std::uint8_t>(byte - 'a' + 'A') : byte;
}

/// Overwrites what is found of `part` in `bytes`, whose characters are `stride` bytes apart.
void cover(Bytes &bytes, BytesView part, std::size_t stride)
{
    const std::size_t span = (part.size() - 1) * stride + 1;
    for (std::size_t at = 0; at + span <= bytes.size(); ++at) {
        bool found = true;
        for (std::size_t i = 0; found && i < part.size(); ++i)
            found = folded(bytes[at + i * stride]) == folded(part[i]);
        for (std::size_t i = 0; found && i < part.size(); ++i)
            bytes[at + i * stride] = '*';
    }
}

/// In each way in which an amp may send it.
void coverEverywhere(Bytes &bytes, BytesView part)
{
    cover(bytes, part, 1);
    cover(bytes, part, 2);
    Bytes turned(part.rbegin(), part.rend());
    cover(bytes, turned, 1);
}

} // namespace

Result<std::vector<CapturedReport>> captureFrom(Transport &wire, Deadline deadline)
{
    const Instant start = wire.clock().now();
    std::vector<CapturedReport> captured;
    while (captured.size() < kMostCaptured) {
        auto bytes = wire.read(deadline);
        if (!bytes && captured.empty() && bytes.error().code == Errc::Disconnected)
            return std::unexpected(bytes.error());
        if (!bytes)
            break;
        captured.push_back({std::chrono::duration_cast<std::chrono::milliseconds>(wire.clock().now() - start), *std::move(bytes)});
        if (wire.clock().now() >= deadline)
            break; // a device that never falls silent
    }
    return captured;
}

/// Parts that overlap are looked for in the original, so that covering one does not hide the next.
Bytes withoutSecret(BytesView bytes, const std::string &secret)
{
    const Bytes original(bytes.begin(), bytes.end());
    Bytes covered = original;
    const BytesView whole(reinterpret_cast<const std::uint8_t *>(secret.data()), secret.size());
    for (std::size_t at = 0; at + shortestPart <= whole.size(); ++at) {
        Bytes found = original;
        coverEverywhere(found, whole.subspan(at, shortestPart));
        for (std::size_t i = 0; i < covered.size(); ++i)
            covered[i] = found[i] == original[i] ? covered[i] : found[i];
    }
    return covered;
}

} // namespace gainstage
