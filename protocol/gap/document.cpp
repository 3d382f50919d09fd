// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/document.h"

#include "protocol/gap/limits.h"
#include "protocol/gap/map_reader.h"

#include <QtEndian>

namespace gainstage::gap {
namespace {

const char *const tryAgain = SENTENCE("error", "Try again; if it stays so, the amp's firmware is faulty.");

}

QCborMap DescriptionRead::encode() const
{
    QCborMap map;
    put(map, "off", offset);
    return map;
}

Result<DescriptionRead> DescriptionRead::decode(const QCborMap &map)
{
    MapReader in(map);
    DescriptionRead request{in.integer<std::uint32_t>("off")};
    return in.done(request);
}

QCborMap DescriptionReply::encode() const
{
    QCborMap map;
    put(map, "off", offset);
    put(map, "len", length);
    put(map, "digest", digest);
    put(map, "data", data);
    return map;
}

Result<DescriptionReply> DescriptionReply::decode(const QCborMap &map)
{
    MapReader in(map);
    DescriptionReply reply;
    reply.offset = in.integer<std::uint32_t>("off");
    reply.length = in.integer<std::uint32_t>("len", 1, kLongestDocument);
    reply.digest = in.bytes("digest", kDigestSize, kDigestSize);
    reply.data = in.bytes("data", 0, kLongestDocument);
    return in.done(std::move(reply));
}

QByteArray fnv1a(const QByteArray &bytes)
{
    quint64 hash = 0xcbf29ce484222325u;
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    QByteArray digest(kDigestSize, '\0');
    qToBigEndian(hash, digest.data());
    return digest;
}

DocumentAssembly::DocumentAssembly(std::uint32_t length, QByteArray digest) : m_length(length), m_digest(std::move(digest)) {}

std::uint32_t DocumentAssembly::offset() const
{
    return static_cast<std::uint32_t>(m_joined.size());
}

bool DocumentAssembly::complete() const
{
    return offset() == m_length;
}

Result<void> DocumentAssembly::add(const DescriptionReply &piece)
{
    const bool follows = piece.offset == offset() && piece.length == m_length && piece.digest == m_digest;
    if (!follows || piece.data.isEmpty() || piece.data.size() > m_length - offset())
        return failure(Errc::BadFrame, SENTENCE("error", "A piece of the amp's description does not fit to the others (at byte %1)."),
                       {std::to_string(offset())}, tryAgain);
    m_joined += piece.data;
    return {};
}

Result<QByteArray> DocumentAssembly::document() const
{
    if (!complete() || fnv1a(m_joined) != m_digest)
        return failure(Errc::BadFrame, SENTENCE("error", "The amp's description does not have the digest that the amp announced."), {}, tryAgain);
    return m_joined;
}

} // namespace gainstage::gap
