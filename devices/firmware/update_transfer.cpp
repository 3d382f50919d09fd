// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/transfer_rate.h"
#include "devices/firmware/update_stages.h"

#include <algorithm>

namespace gainstage::firmware_update {
namespace {

constexpr Duration kBetweenReports = std::chrono::milliseconds(100);
constexpr Duration kCableOut = std::chrono::seconds(60);
/// Attempts in a row that brought the amp no further than it had been before.
constexpr int kFruitless = 4;
/// Of a whole file, where the amp takes it all and then has something else.
constexpr int kWholeUploads = 2;

/// One file on its way, over as many attempts as it takes.
class Transfer {
public:
    explicit Transfer(Course &course) : m_course(course), m_file(course.inspection.package->image) {}

    Result<void> attempt()
    {
        m_best = std::max(m_best, m_last);
        m_reached = 0;
        m_rate = {};
        const auto access = m_course.firmware();
        if (!access)
            return std::unexpected(access.error());
        return (*access)->upload(m_file, !m_course.record.consent, [this](std::size_t taken) { return take(taken); });
    }

    /// Whether the last attempt brought the amp further than all before it: an amp that begins anew time and again never ends.
    bool isFruitful() const { return m_reached > m_best; }

    void tellPaused() const { m_course.tell({.stage = Stage::Upload, .taken = m_last, .size = m_file.size(), .remaining = std::nullopt}); }

private:
    bool take(std::size_t taken)
    {
        m_last = taken;
        m_reached = std::max(m_reached, taken);
        const Instant now = m_course.line().clock().now();
        if (!m_told || now - *m_told >= kBetweenReports || taken >= m_file.size())
            tell(now, taken);
        return !m_course.isCancelled();
    }

    void tell(Instant now, std::size_t taken)
    {
        m_told = now;
        m_rate.add(now, taken);
        const std::size_t left = m_file.size() - std::min(taken, m_file.size());
        m_course.tell({Stage::Upload, taken, m_file.size(), m_rate.bytesPerSecond(), m_rate.timeFor(left), true});
    }

    Course &m_course;
    const Bytes &m_file;
    TransferRate m_rate;
    std::size_t m_best = 0, m_reached = 0, m_last = 0;
    std::optional<Instant> m_told;
};

/// The amp again after a loss; also where it only fell silent, as nobody knows what is left on the wire.
Result<void> comeBack(Course &course)
{
    auto back = course.reopen(kCableOut);
    // The lock went with an amp that lost its power; otherwise it is still our own, and its key is lost.
    if (back)
        static_cast<void>(course.holdOthersBack());
    return back;
}

} // namespace

Step upload(Course &course)
{
    if (++course.uploads > kWholeUploads)
        return course.failed({Errc::NotVerified,
                              SENTENCE("error", "The amp took the file, but what it holds then is something else."),
                              {},
                              SENTENCE("error", "Try again, perhaps with another cable.")});
    course.sent = true;
    Transfer transfer(course);
    for (int fruitless = 0; fruitless < kFruitless;) {
        const auto attempt = transfer.attempt();
        if (attempt)
            return Stage::CheckUploaded;
        if (course.isCancelled())
            return course.cancelled();
        if (!isLoss(attempt.error().code))
            return course.failed(attempt.error());
        fruitless = transfer.isFruitful() ? 0 : fruitless + 1;
        transfer.tellPaused();
        if (auto back = comeBack(course); !back)
            return course.failed(back.error());
    }
    return course.failed({Errc::Timeout,
                          SENTENCE("error", "The transfer to the amp breaks off again and again."),
                          {},
                          SENTENCE("error", "Check the cable. Then the update can be gone on with.")});
}

Step checkUploaded(Course &course)
{
    const auto images = course.imagesAgain(kCableOut);
    if (!images)
        return course.failed(images.error());
    const SlotImage *other = otherImage(*images);
    if (other != nullptr && other->hash == course.record.image && other->bootable)
        return Stage::MarkTest;
    return Stage::Upload;
}

} // namespace gainstage::firmware_update
