// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/smp/empty.h"

#include <QString>

#include <cstdint>

// Group 0 (protocol/README.md, section 3), as far as a client of an amp needs it.
namespace gainstage::smp {

enum class OsCommand : std::uint8_t { Echo = 0, Reset = 5, Parameters = 6 };

/// Comes back as EchoReply with the same text.
struct EchoWrite {
    QString text;
    QCborMap encode() const;
    static Result<EchoWrite> decode(const QCborMap &map);
};
struct EchoReply {
    QString text;
    QCborMap encode() const;
    static Result<EchoReply> decode(const QCborMap &map);
};

/// The amp restarts at most 250 ms after the answer, which is Empty.
using ResetWrite = Empty;

/// How large packets may be, and how many of them under way.
using ParametersRead = Empty;
struct ParametersReply {
    std::uint32_t bufferSize = 0;  ///< the largest packet, header included
    std::uint32_t bufferCount = 0; ///< one more than the requests that may be under way
    QCborMap encode() const;
    static Result<ParametersReply> decode(const QCborMap &map);
};

} // namespace gainstage::smp
