// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/call.h"

#include <functional>

namespace gainstage::cli {

/// The amp that a command is about, open, and what it holds.
struct Opened {
    std::unique_ptr<Amp> amp;
    State state;
    const Description &description() const { return amp->description(); }
};
Attempt<Opened> openAndRead(Call &call);

/// Writes what came of a change into the history; empty where nothing differs.
using Note = std::function<Result<HistoryEntry>(History &history, const QJsonObject &before, const QJsonObject &after)>;
/// An entry of its own, where something differs.
Note noteOf(const Call &call, const Description &amp, const QString &origin);

/// Ear-safe, verified and noted. Also what a failed change left behind is noted, with `origin`. The answer is what the amp then holds.
Attempt<State> carryOut(Call &call, Opened &opened, const Change &change, const QString &origin, const Note &note);

/// Carries `change` out as the options --dry-run and --store say, and answers with what it did; `more` stands in the answer too.
Attempt<void> changeAmp(Call &call, Opened &opened, const Change &change, const QString &origin, const QJsonObject &more = {});

} // namespace gainstage::cli
