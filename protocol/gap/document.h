// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QCborMap>

#include <cstdint>

namespace gainstage::gap {

/// Command 1 (protocol/README.md, 5.2): a piece of the description document.
struct DescriptionRead {
    std::uint32_t offset = 0;
    QCborMap encode() const;
    static Result<DescriptionRead> decode(const QCborMap &map);
};
struct DescriptionReply {
    std::uint32_t offset = 0;
    std::uint32_t length = 0; ///< of the whole document
    QByteArray digest;        ///< of the whole document
    QByteArray data;
    QCborMap encode() const;
    static Result<DescriptionReply> decode(const QCborMap &map);
};

/// FNV-1a with 64 bits, big-endian: the digest of a description document.
QByteArray fnv1a(const QByteArray &bytes);

/// Joins the pieces of a description document.
class DocumentAssembly {
public:
    DocumentAssembly(std::uint32_t length, QByteArray digest);
    /// Where the next piece begins.
    std::uint32_t offset() const;
    bool complete() const;
    /// Errc::BadFrame for a piece that does not follow, is empty, goes beyond the end or belongs to another document.
    Result<void> add(const DescriptionReply &piece);
    /// The document once it is complete; Errc::BadFrame when its digest is not the announced one.
    Result<QByteArray> document() const;

private:
    std::uint32_t m_length;
    QByteArray m_digest;
    QByteArray m_joined;
};

} // namespace gainstage::gap
