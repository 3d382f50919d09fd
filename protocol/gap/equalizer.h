// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QCborMap>

#include <cstdint>
#include <optional>
#include <vector>

namespace gainstage::gap {

/// One band: type number, hertz, centi-decibel, milli-Q (protocol/README.md, 5.6).
struct Band {
    std::uint8_t type = 0;
    std::int32_t frequency = 1000, gain = 0, q = 707;
    bool on = false;
    friend bool operator==(const Band &, const Band &) = default;
};

/// What an equalizer holds, without the revision: also the `eq` of a preset.
struct Bands {
    bool on = false;
    std::int32_t preamp = 0; ///< centi-decibel
    std::vector<Band> list;
    friend bool operator==(const Bands &, const Bands &) = default;
};

/// Command 3: all bands.
struct EqualizerRead {
    std::optional<std::uint8_t> channel; ///< 0 both, 1 left, 2 right; only where the amp has channels
    QCborMap encode() const;
    static Result<EqualizerRead> decode(const QCborMap &map);
};
struct EqualizerReply {
    std::uint32_t revision = 0;
    Bands equalizer;
    QCborMap encode() const;
    static Result<EqualizerReply> decode(const QCborMap &map);
};

struct IndexedBand {
    std::uint8_t index = 0;
    Band band;
    friend bool operator==(const IndexedBand &, const IndexedBand &) = default;
};
/// Only what changes, atomically; the answer is an EqualizerReply.
struct EqualizerWrite {
    std::optional<bool> on;
    std::optional<std::int32_t> preamp;
    std::optional<std::vector<IndexedBand>> bands;
    std::optional<std::uint32_t> revision;
    std::optional<std::uint8_t> channel;
    std::optional<QByteArray> key;
    QCborMap encode() const;
    static Result<EqualizerWrite> decode(const QCborMap &map);
};

} // namespace gainstage::gap
