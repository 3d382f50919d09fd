// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/equalizer.h"

#include "protocol/gap/equalizer_parts.h"
#include "protocol/gap/limits.h"

namespace gainstage::gap {
namespace {

constexpr qsizetype bandSize = 5; // type, hertz, centi-decibel, milli-Q, on

/// A band out of the five numbers that begin at `first`.
Band readBand(MapReader &in, const std::vector<std::int32_t> &row, std::size_t first)
{
    if (row[first] < 0 || row[first] > 255 || row[first + 4] < 0 || row[first + 4] > 1)
        in.refuse("bands");
    return {static_cast<std::uint8_t>(row[first]), row[first + 1], row[first + 2], row[first + 3], row[first + 4] == 1};
}

QCborArray bandRow(const Band &band)
{
    return {band.type, band.frequency, band.gain, band.q, band.on ? 1 : 0};
}

} // namespace

Bands readBands(MapReader &in)
{
    Bands bands;
    bands.on = in.boolean("on");
    bands.preamp = in.integer<std::int32_t>("pre");
    in.eachRow<std::int32_t>("bands", kMostBands, bandSize, [&](const auto &row) { bands.list.push_back(readBand(in, row, 0)); });
    return bands;
}

void putBands(QCborMap &map, const Bands &bands)
{
    put(map, "on", QCborValue(bands.on));
    put(map, "pre", bands.preamp);
    QCborArray rows;
    for (const Band &band : bands.list)
        rows.append(bandRow(band));
    put(map, "bands", rows);
}

QCborMap EqualizerRead::encode() const
{
    QCborMap map;
    putIf(map, "ch", channel);
    return map;
}

Result<EqualizerRead> EqualizerRead::decode(const QCborMap &map)
{
    MapReader in(map);
    EqualizerRead request{in.optionalInteger<std::uint8_t>("ch", 0, 2)};
    return in.done(request);
}

QCborMap EqualizerReply::encode() const
{
    QCborMap map;
    put(map, "rev", revision);
    putBands(map, equalizer);
    return map;
}

Result<EqualizerReply> EqualizerReply::decode(const QCborMap &map)
{
    MapReader in(map);
    EqualizerReply reply;
    reply.revision = in.integer<std::uint32_t>("rev");
    reply.equalizer = readBands(in);
    return in.done(std::move(reply));
}

QCborMap EqualizerWrite::encode() const
{
    QCborMap map;
    putIf(map, "on", on);
    putIf(map, "pre", preamp);
    if (bands) {
        QCborArray rows;
        for (const IndexedBand &indexed : *bands) {
            QCborArray row = bandRow(indexed.band);
            row.prepend(indexed.index);
            rows.append(row);
        }
        put(map, "bands", rows);
    }
    putIf(map, "rev", revision);
    putIf(map, "ch", channel);
    putIf(map, "key", key);
    return map;
}

Result<EqualizerWrite> EqualizerWrite::decode(const QCborMap &map)
{
    MapReader in(map);
    EqualizerWrite request;
    request.on = in.optionalBoolean("on");
    request.preamp = in.optionalInteger<std::int32_t>("pre");
    if (in.has("bands")) {
        request.bands.emplace();
        in.eachRow<std::int32_t>("bands", kMostBands, bandSize + 1, [&](const auto &row) {
            if (row[0] < 0 || row[0] >= kMostBands)
                in.refuse("bands");
            request.bands->push_back({static_cast<std::uint8_t>(row[0]), readBand(in, row, 1)});
        });
    }
    request.revision = in.optionalInteger<std::uint32_t>("rev");
    request.channel = in.optionalInteger<std::uint8_t>("ch", 0, 2);
    request.key = in.optionalBytes("key", 0, kLongestKey);
    return in.done(std::move(request));
}

} // namespace gainstage::gap
