// SPDX-License-Identifier: Apache-2.0
#include "protocol/smp/image_group.h"

#include "protocol/smp/map_reader.h"

#include <algorithm>

namespace gainstage::smp {
namespace {

constexpr qsizetype hashSize = 32;

QByteArray asArray(BytesView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

Sha256 hashOf(const QByteArray &bytes)
{
    Sha256 hash{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), hashSize), hash.begin());
    return hash;
}

Sha256 readHash(MapReader &in, const char *key)
{
    return hashOf(in.bytes(key, hashSize, hashSize));
}

/// A flag that says no is often left out.
bool flag(MapReader &in, const char *key)
{
    return in.optionalBoolean(key).value_or(false);
}

ImageState readImage(MapReader &in)
{
    ImageState state;
    state.image = in.optionalInteger<std::uint32_t>("image").value_or(0);
    state.slot = in.integer<std::uint32_t>("slot", 0, kMostImages);
    state.version = in.text("version").toStdString();
    state.hash = readHash(in, "hash");
    state.bootable = flag(in, "bootable");
    state.pending = flag(in, "pending");
    state.confirmed = flag(in, "confirmed");
    state.active = flag(in, "active");
    state.permanent = flag(in, "permanent");
    return state;
}

QCborMap imageMap(const ImageState &state)
{
    QCborMap map;
    if (state.image != 0)
        put(map, "image", state.image);
    put(map, "slot", state.slot);
    put(map, "version", QCborValue(QString::fromStdString(state.version)));
    put(map, "hash", asArray(state.hash));
    put(map, "bootable", QCborValue(state.bootable));
    put(map, "pending", QCborValue(state.pending));
    put(map, "confirmed", QCborValue(state.confirmed));
    put(map, "active", QCborValue(state.active));
    put(map, "permanent", QCborValue(state.permanent));
    return map;
}

Bytes readData(MapReader &in)
{
    const QByteArray data = in.bytes("data", 0, static_cast<qsizetype>(kLargestPacket));
    return {data.begin(), data.end()};
}

/// Bytes of the CBOR head of a byte string.
std::size_t headSize(std::size_t length)
{
    if (length < 24)
        return 1;
    return length < 0x100 ? 2 : 3;
}

/// `bare` is the message with no data, whose head takes one byte.
std::size_t roomBeside(const QCborMap &bare, std::size_t packetLimit)
{
    const std::size_t taken = kHeaderSize + static_cast<std::size_t>(QCborValue(bare).toCbor().size()) - 1;
    const std::size_t left = std::min(packetLimit, kLargestPacket) - std::min(taken, packetLimit);
    std::size_t size = left;
    while (size > 0 && size + headSize(size) > left)
        --size;
    return size;
}

} // namespace

QCborMap ImageStateReply::encode() const
{
    QCborArray all;
    for (const ImageState &image : images)
        all.append(imageMap(image));
    QCborMap map;
    put(map, "images", all);
    put(map, "splitStatus", 0);
    return map;
}

Result<ImageStateReply> ImageStateReply::decode(const QCborMap &map)
{
    MapReader in(map);
    ImageStateReply reply;
    in.eachMap("images", kMostImages, [&](MapReader &image) { reply.images.push_back(readImage(image)); });
    return in.done(std::move(reply));
}

QCborMap ImageStateWrite::encode() const
{
    QCborMap map;
    if (hash)
        put(map, "hash", asArray(*hash));
    put(map, "confirm", QCborValue(confirm));
    return map;
}

Result<ImageStateWrite> ImageStateWrite::decode(const QCborMap &map)
{
    MapReader in(map);
    ImageStateWrite request;
    if (in.has("hash"))
        request.hash = readHash(in, "hash");
    request.confirm = flag(in, "confirm");
    return in.done(request);
}

QCborMap UploadFirst::encode() const
{
    QCborMap map;
    put(map, "image", 0);
    put(map, "len", length);
    put(map, "off", 0);
    put(map, "sha", asArray(sha));
    put(map, "data", asArray(data));
    if (onlyNewer)
        put(map, "upgrade", QCborValue(true));
    return map;
}

Result<UploadFirst> UploadFirst::decode(const QCborMap &map)
{
    MapReader in(map);
    UploadFirst request;
    in.optionalInteger<std::uint32_t>("image", 0, 0);
    request.length = in.integer<std::uint32_t>("len", 1, kLargestImage);
    in.integer<std::uint32_t>("off", 0, 0);
    request.sha = readHash(in, "sha");
    request.data = readData(in);
    request.onlyNewer = flag(in, "upgrade");
    return in.done(std::move(request));
}

std::size_t UploadFirst::room(std::size_t packetLimit) const
{
    return roomBeside(UploadFirst{length, sha, {}, onlyNewer}.encode(), packetLimit);
}

QCborMap UploadNext::encode() const
{
    QCborMap map;
    put(map, "off", offset);
    put(map, "data", asArray(data));
    return map;
}

Result<UploadNext> UploadNext::decode(const QCborMap &map)
{
    MapReader in(map);
    UploadNext request;
    request.offset = in.integer<std::uint32_t>("off", 0, kLargestImage);
    request.data = readData(in);
    return in.done(std::move(request));
}

std::size_t UploadNext::room(std::size_t packetLimit) const
{
    return roomBeside(UploadNext{offset, {}}.encode(), packetLimit);
}

QCborMap UploadReply::encode() const
{
    QCborMap map;
    put(map, "off", offset);
    if (matches)
        put(map, "match", QCborValue(*matches));
    return map;
}

Result<UploadReply> UploadReply::decode(const QCborMap &map)
{
    MapReader in(map);
    UploadReply reply;
    reply.offset = in.integer<std::uint32_t>("off");
    reply.matches = in.optionalBoolean("match");
    return in.done(reply);
}

QCborMap SlotInfoReply::encode() const
{
    QCborArray all;
    for (const ImageSlots &image : images) {
        QCborArray slots;
        for (const SlotInfo &slot : image.slots) {
            QCborMap map;
            put(map, "slot", slot.slot);
            put(map, "size", slot.size);
            putIf(map, "upload_image_id", slot.uploadImage);
            slots.append(map);
        }
        QCborMap map;
        put(map, "image", image.image);
        put(map, "slots", slots);
        putIf(map, "max_image_size", image.largestImage);
        all.append(map);
    }
    QCborMap map;
    put(map, "images", all);
    return map;
}

Result<SlotInfoReply> SlotInfoReply::decode(const QCborMap &map)
{
    MapReader in(map);
    SlotInfoReply reply;
    in.eachMap("images", kMostImages, [&](MapReader &image) {
        ImageSlots &slots = reply.images.emplace_back();
        slots.image = image.integer<std::uint32_t>("image");
        image.eachMap("slots", kMostImages, [&](MapReader &slot) {
            slots.slots.push_back({slot.integer<std::uint32_t>("slot", 0, kMostImages), slot.integer<std::uint32_t>("size", 0, kLargestImage),
                                   slot.optionalInteger<std::uint32_t>("upload_image_id")});
        });
        slots.largestImage = image.optionalInteger<std::uint32_t>("max_image_size", 0, kLargestImage);
    });
    return in.done(std::move(reply));
}

} // namespace gainstage::smp
