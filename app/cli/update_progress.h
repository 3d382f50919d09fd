// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/call.h"

#include <mutex>

namespace gainstage::cli {

/// How an update goes on: on a terminal one line that is written over, elsewhere a line now and then, for scripts an event each.
class UpdateProgress {
public:
    explicit UpdateProgress(Call &call) : m_call(call) {}

    void show(const firmware_update::Progress &progress);
    /// Somebody pressed Ctrl-C. Says, once, where that must not stop the update. From any thread.
    void onCancel();
    /// The line that was written over stays as it is.
    void finish();

private:
    QString textOf(const firmware_update::Progress &progress) const;
    bool isNews(const firmware_update::Progress &progress);
    void redraw(const QString &line);
    void endLine();

    Call &m_call;
    std::mutex m_mutex; ///< Ctrl-C comes in another thread
    std::optional<firmware_update::Stage> m_stage;
    int m_percent = -1;
    bool m_canCancel = true;
    bool m_cancelWasRefused = false;
    bool m_lineIsOpen = false;
};

} // namespace gainstage::cli
