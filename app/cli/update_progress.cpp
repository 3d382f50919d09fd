// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/update_progress.h"

#include "app/cli/firmware_json.h"

#include <algorithm>
#include <utility>

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;
using firmware_update::Progress;
using firmware_update::Stage;

constexpr QChar kNarrowSpace(0x202f);
constexpr int kPercentPerLine = 10; // where lines cannot be written over

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::Verify: return CommandWords::tr("Checking the file");
    case Stage::Query: return CommandWords::tr("Asking the amp");
    case Stage::Upload: return CommandWords::tr("Sending");
    case Stage::CheckUploaded: return CommandWords::tr("Checking what arrived");
    case Stage::MarkTest: return CommandWords::tr("Asking the amp to try the new firmware");
    case Stage::Reset: return CommandWords::tr("Restarting the amp");
    case Stage::WaitReturn: return CommandWords::tr("Waiting for the amp (leave it switched on)");
    case Stage::VerifyRunning: return CommandWords::tr("Checking that the amp works");
    case Stage::Confirm: return CommandWords::tr("Keeping the firmware");
    case Stage::Done:
    case Stage::RolledBack:
    case Stage::Failed: break;
    }
    return {};
}

int percentOf(const Progress &progress)
{
    return progress.size ? static_cast<int>(progress.taken * 100 / progress.size) : -1;
}

QString durationText(std::chrono::milliseconds duration, const QLocale &locale)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(duration).count();
    const QString rest = locale.toString(static_cast<qlonglong>(seconds % 60)) + kNarrowSpace + u's';
    return seconds < 60 ? rest : QString(locale.toString(static_cast<qlonglong>(seconds / 60)) + kNarrowSpace + u"min "_s + rest);
}

} // namespace

QString UpdateProgress::textOf(const Progress &progress) const
{
    const QLocale &locale = m_call.context().locale;
    QString text = stageText(progress.stage);
    if (const int percent = percentOf(progress); percent >= 0)
        text += u": "_s + locale.toString(percent) + kNarrowSpace + locale.percent();
    if (progress.bytesPerSecond > 0)
        text += u", "_s + locale.toString(progress.bytesPerSecond / 1000, 'f', 1) + kNarrowSpace + u"kB/s"_s;
    if (progress.remaining)
        text += u", "_s + CommandWords::tr("%1 left").arg(durationText(*progress.remaining, locale));
    return text;
}

bool UpdateProgress::isNews(const Progress &progress)
{
    const int percent = percentOf(progress);
    const bool news = m_stage != progress.stage || (percent >= 0 && (percent >= m_percent + kPercentPerLine || (percent == 100 && m_percent < 100)));
    if (news)
        m_percent = std::max(percent, 0);
    return news;
}

void UpdateProgress::redraw(const QString &line)
{
    m_call.context().err << u"\r"_s << line << u"\x1b[K"_s << Qt::flush; // what is longer from before is erased
    m_lineIsOpen = true;
}

void UpdateProgress::endLine()
{
    if (std::exchange(m_lineIsOpen, false))
        m_call.context().err << Qt::endl;
}

void UpdateProgress::show(const Progress &progress)
{
    if (m_call.json()) {
        m_call.tellEvent(toJson(progress));
        return;
    }
    const std::scoped_lock lock(m_mutex);
    m_canCancel = progress.canCancel;
    const QString text = textOf(progress);
    const bool isNewStage = m_stage != progress.stage, isNew = isNews(progress);
    m_stage = progress.stage;
    if (isNewStage)
        endLine();
    if (text.isEmpty())
        return;
    if (m_call.context().terminal.canRedraw)
        redraw(text);
    else if (isNew)
        m_call.context().err << text << Qt::endl;
}

void UpdateProgress::onCancel()
{
    if (m_call.json()) // scripts have can_cancel
        return;
    const std::scoped_lock lock(m_mutex);
    if (m_canCancel || std::exchange(m_cancelWasRefused, true))
        return;
    endLine();
    m_call.context().err << CommandWords::tr("The amp is already changing its firmware, which cannot be stopped any more; this goes on to its end. "
                                             "Ctrl-C again leaves it to the amp, and “gainstagectl firmware install” goes on later.")
                         << Qt::endl;
}

void UpdateProgress::finish()
{
    const std::scoped_lock lock(m_mutex);
    endLine();
}

} // namespace gainstage::cli
