// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/update_course.h"

namespace gainstage::firmware_update {
namespace {

constexpr int kAttempts = 3;

/// Causes that may pass by themselves or by what a person does at the amp or the computer.
bool mayPass(Errc code)
{
    switch (code) {
    case Errc::Busy:
    case Errc::Locked:
    case Errc::Cancelled:
    case Errc::Permission:
    case Errc::FileIo: return true;
    default: return isLoss(code);
    }
}

Result<SlotImages> withRunning(Result<SlotImages> images)
{
    if (images && runningImage(*images) == nullptr)
        return failure(Errc::NotVerified, SENTENCE("error", "The amp does not say which firmware it runs."));
    return images;
}

} // namespace

bool isLoss(Errc code)
{
    return code == Errc::Timeout || code == Errc::Disconnected || code == Errc::NotVerified || code == Errc::BadFrame;
}

Course::Course(AmpLine &line, const Order &order, Journal &journal, const Listener &listener, std::stop_token cancel)
    : m_line(line), m_order(order), m_journal(journal), m_listener(listener), m_cancel(std::move(cancel))
{
    record.kind = order.kind;
    if (!order.unfinished || order.unfinished->kind != order.kind)
        return;
    record = *order.unfinished;
    begun = true;
    asked = record.stage >= Stage::MarkTest && record.stage <= Stage::Confirm;
}

// Verify and Query only ask, and every run begins with them: what stands in the journal must not be overwritten by them.
std::optional<End> Course::enter(Stage stage)
{
    if (isCancelled() && !asked)
        return cancelled();
    if (stage >= Stage::Upload) {
        record.stage = stage;
        const auto written = m_journal.write(record);
        if (!written && !asked)
            return End{Ending::NotChanged, written.error(), true};
        if (!written && !m_journalFailed)
            remarks.push_back(written.error());
        m_journalFailed = m_journalFailed || !written;
    }
    tell({.stage = stage, .remaining = std::nullopt, .canCancel = canCancel(stage)});
    return std::nullopt;
}

void Course::tell(const Progress &progress) const
{
    if (m_listener)
        m_listener(progress);
}

bool Course::isCancelled() const
{
    return m_cancel.stop_requested();
}

End Course::cancelled() const
{
    return failed({Errc::Cancelled, SENTENCE("error", "The update was cancelled."), {}, ""});
}

End Course::failed(Error why) const
{
    const bool canRetry = asked || mayPass(why.code);
    return {asked ? Ending::Unfinished : Ending::NotChanged, std::move(why), canRetry};
}

Result<FirmwareAccess *> Course::firmware() const
{
    Amp *const amp = m_line.amp();
    if (amp == nullptr)
        return failure(Errc::Disconnected, SENTENCE("error", "The connection to the amp is lost."));
    if (FirmwareAccess *const access = amp->firmware())
        return access;
    return failure(Errc::Unsupported, SENTENCE("error", "The firmware of this amp cannot be updated."));
}

Result<SlotImages> Course::images()
{
    const auto access = firmware();
    if (!access)
        return std::unexpected(access.error());
    auto before = (*access)->images();
    for (int attempt = 0; before && attempt < kAttempts; ++attempt) {
        auto now = (*access)->images();
        if (!now || *now == *before)
            return withRunning(std::move(now));
        before = std::move(now);
    }
    if (!before)
        return before;
    return failure(Errc::NotVerified, SENTENCE("error", "The amp's answers about its firmware contradict each other."));
}

Result<SlotImages> Course::imagesAgain(Duration limit)
{
    auto answer = images();
    for (int attempt = 1; attempt < kAttempts && !answer && isLoss(answer.error().code); ++attempt) {
        if (auto back = reopen(limit); !back)
            return std::unexpected(back.error());
        answer = images();
    }
    return answer;
}

Result<void> Course::reopen(Duration limit) const
{
    m_line.close();
    const Deadline deadline = m_line.clock().in(limit);
    while (true) {
        auto opened = m_line.open();
        if (opened || opened.error().code == Errc::Cancelled)
            return opened;
        if (isCancelled() && !asked)
            return std::unexpected(*cancelled().why);
        if (m_line.clock().now() >= deadline)
            return failure(Errc::Disconnected, SENTENCE("error", "The connection to the amp was lost, and it has not come back."), {},
                           SENTENCE("error", "Check cable and power. Then the update can be gone on with."));
        if (auto paused = m_line.pause(std::chrono::seconds(1)); !paused)
            return paused;
    }
}

Result<void> Course::holdOthersBack()
{
    const auto access = firmware();
    if (!access)
        return std::unexpected(access.error());
    auto taken = (*access)->holdOthersBack(std::chrono::ceil<std::chrono::milliseconds>(lock));
    held = taken.has_value();
    return taken;
}

} // namespace gainstage::firmware_update
