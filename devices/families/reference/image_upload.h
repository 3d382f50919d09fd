// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/firmware_access.h"
#include "protocol/smp/client.h"
#include "protocol/smp/image_group.h"

#include <deque>

namespace gainstage::reference {

/// One file on its way into the amp's other slot. A piece goes alone, and when the amp has taken it several go ahead of their answers; whatever goes
/// wrong ends that, and a piece goes alone again from where the amp says that it is. The amp's word on the offset is obeyed, within what can be true.
class ImageUpload {
public:
    struct Order {
        BytesView file;
        bool onlyNewer = false;
        int window = 1; ///< pieces under way at once
    };
    /// What `client` and `order` name must outlive it.
    ImageUpload(smp::Client &client, const Order &order, const FirmwareAccess::Taken &taken);

    /// Errc::Refused, NotVerified (the amp found another hash than announced), Cancelled (by `taken`), Timeout, BadFrame (the amp contradicts itself),
    /// and what the wire says.
    Result<void> run();

private:
    struct Piece {
        QCborMap request;
        std::uint32_t end = 0; ///< where the amp is when it has taken it
    };
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_order.file.size()); }
    Piece pieceAt(std::uint32_t offset) const;
    Duration patienceAt(std::uint32_t offset) const;
    Result<void> sendAlone();
    Result<void> sendAhead();
    bool judge(const Result<QCborMap> &answer, std::uint32_t end);
    Result<void> goOnAt(std::uint32_t offset);
    Result<void> startOver();

    smp::Client &m_client;
    const Order m_order;
    const FirmwareAccess::Taken &m_taken;
    const smp::Sha256 m_sha;
    std::uint32_t m_at = 0;   ///< that the amp has taken, as far as we know
    std::uint32_t m_sent = 0; ///< the end of the furthest piece that the amp may have
    std::uint32_t m_furthest = 0;
    int m_setbacks = 0; ///< since m_furthest rose
    bool m_startedOver = false;
    std::optional<smp::UploadReply> m_complete;

    // Of one sendAhead().
    std::deque<std::uint32_t> m_ends;         ///< of the pieces under way
    std::optional<std::uint32_t> m_elsewhere; ///< where the amp says it is after something went wrong
    std::optional<Error> m_error;
};

} // namespace gainstage::reference
