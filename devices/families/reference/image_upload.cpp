// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/reference/image_upload.h"

#include <algorithm>

namespace gainstage::reference {
namespace {

using namespace std::chrono_literals;

/// The amp erases its slot before it answers the first piece.
constexpr Duration firstAnswer = 40s, nextAnswer = 2500ms;
constexpr int mostTries = 3;
/// The amp may fall back so often without getting further than before.
constexpr int mostSetbacks = 3;

constexpr auto kUpload = static_cast<std::uint8_t>(smp::ImageCommand::Upload);

Result<smp::UploadReply> understood(const Result<QCborMap> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    return smp::UploadReply::decode(*answer);
}

/// Pieces can be sent again without harm, so that a missing answer is silence and nothing worse.
bool isLost(const Result<smp::UploadReply> &reply)
{
    return !reply && (reply.error().code == Errc::NotVerified || reply.error().code == Errc::BadFrame);
}

std::unexpected<Error> silent(Duration answer)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(answer).count();
    return failure(Errc::Timeout, SENTENCE("error", "The amp stopped answering during the upload (attempts: %1, %2 ms each)."),
                   {std::to_string(mostTries), std::to_string(milliseconds)},
                   SENTENCE("error", "Check the cable. What the amp has taken so far need not be sent again."));
}

Bytes copyOf(BytesView bytes)
{
    return {bytes.begin(), bytes.end()};
}

} // namespace

ImageUpload::ImageUpload(smp::Client &client, const Order &order, const FirmwareAccess::Taken &taken)
    : m_client(client), m_order(order), m_taken(taken), m_sha(firmware_file::sha256(order.file))
{}

Result<void> ImageUpload::run()
{
    while (!m_complete) {
        if (auto alone = sendAlone(); !alone)
            return alone;
        if (m_complete)
            break;
        if (auto ahead = sendAhead(); !ahead)
            return ahead;
    }
    if (m_complete->matches == false)
        return failure(Errc::NotVerified, SENTENCE("error", "What the amp has taken is not the file that was sent."), {},
                       SENTENCE("error", "Begin the update again."));
    return {};
}

/// The first piece announces the file; an amp that has a part of it already passes the piece over and says how far it is.
ImageUpload::Piece ImageUpload::pieceAt(std::uint32_t offset) const
{
    smp::UploadFirst first{.length = size(), .sha = m_sha, .data = {}, .onlyNewer = m_order.onlyNewer};
    smp::UploadNext next{.offset = offset, .data = {}};
    const std::size_t room = offset == 0 ? first.room(m_client.fullPacket()) : next.room(m_client.fullPacket());
    const BytesView data = m_order.file.subspan(offset, std::min<std::size_t>(room, size() - offset));
    (offset == 0 ? first.data : next.data) = copyOf(data);
    return {offset == 0 ? first.encode() : next.encode(), offset + static_cast<std::uint32_t>(data.size())};
}

Duration ImageUpload::patienceAt(std::uint32_t offset) const
{
    return offset == 0 ? firstAnswer : nextAnswer;
}

Result<void> ImageUpload::sendAlone()
{
    const Piece piece = pieceAt(m_at);
    for (int tries = 1;; ++tries) {
        const auto reply = understood(m_client.write(smp::kImageGroup, kUpload, piece.request, patienceAt(m_at)));
        m_sent = std::max(m_sent, piece.end);
        if (isLost(reply)) {
            if (tries >= mostTries)
                return silent(patienceAt(m_at));
            continue;
        }
        if (!reply)
            return std::unexpected(reply.error());
        if (m_at == 0 && reply->offset <= size())
            m_sent = std::max(m_sent, reply->offset); // it may have been sent at another time
        if (reply->offset == size())
            m_complete = *reply;
        if (reply->offset <= m_at && !m_complete && ++m_setbacks > mostSetbacks)
            return startOver();
        return goOnAt(reply->offset);
    }
}

/// Until the file ends or something goes wrong.
Result<void> ImageUpload::sendAhead()
{
    std::uint32_t next = m_at;
    m_ends.clear();
    m_elsewhere.reset();
    m_error.reset();
    const auto nextRequest = [&]() -> std::optional<QCborMap> {
        if (next == size())
            return std::nullopt;
        Piece piece = pieceAt(next);
        next = piece.end;
        m_ends.push_back(next);
        m_sent = std::max(m_sent, next);
        return std::move(piece.request);
    };
    const auto answered = [&](const Result<QCborMap> &answer) {
        const std::uint32_t end = m_ends.front();
        m_ends.pop_front();
        return judge(answer, end);
    };
    if (auto sent = m_client.pipeline(smp::kImageGroup, kUpload, m_order.window, nextRequest, answered, nextAnswer); !sent)
        return sent;
    if (m_error)
        return std::unexpected(*m_error);
    if (!m_elsewhere)
        return {};
    if (!m_complete && *m_elsewhere < m_at && ++m_setbacks > mostSetbacks)
        return startOver();
    return goOnAt(m_complete ? size() : *m_elsewhere);
}

/// One answer; whether more may be sent. After the first that is not as it should be nothing more is, and of those that still come the last one counts.
bool ImageUpload::judge(const Result<QCborMap> &answer, std::uint32_t end)
{
    const auto reply = understood(answer);
    if (!reply) {
        if (!isLost(reply) && !m_error)
            m_error = reply.error();
        m_elsewhere = m_elsewhere.value_or(m_at);
        return false;
    }
    if (reply->offset == size() && reply->offset <= m_sent)
        m_complete = *reply;
    if (m_error || m_elsewhere || reply->offset != end) {
        m_elsewhere = reply->offset;
        return false;
    }
    const auto gone = goOnAt(end);
    if (!gone)
        m_error = gone.error();
    return gone.has_value();
}

/// The amp is at `offset`: so are we, if that can be.
Result<void> ImageUpload::goOnAt(std::uint32_t offset)
{
    if (offset > m_sent)
        return startOver();
    m_at = offset;
    if (m_at > m_furthest) {
        m_furthest = m_at;
        m_setbacks = 0;
    }
    if (!m_taken || m_taken(m_at) || m_complete)
        return {};
    return failure(Errc::Cancelled, SENTENCE("error", "Cancelled."));
}

/// What the amp says of its offset cannot be; once it is asked from the beginning.
Result<void> ImageUpload::startOver()
{
    if (m_startedOver)
        return failure(Errc::BadFrame, SENTENCE("error", "The amp contradicts itself about how much of the file it has taken."), {},
                       SENTENCE("error", "Restart the amp and begin the update again."));
    m_startedOver = true;
    m_at = 0;
    m_setbacks = 0;
    m_complete.reset();
    return {};
}

} // namespace gainstage::reference
