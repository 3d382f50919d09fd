// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/update.h"

#include <algorithm>
#include <array>

namespace gainstage::firmware_update {
namespace {

struct StageRow {
    Stage stage;
    const char *name;
};
constexpr std::array kStages = {
    StageRow{Stage::Verify, "verify"},          StageRow{Stage::Query, "query"},
    StageRow{Stage::Upload, "upload"},          StageRow{Stage::CheckUploaded, "check-uploaded"},
    StageRow{Stage::MarkTest, "mark-test"},     StageRow{Stage::Reset, "reset"},
    StageRow{Stage::WaitReturn, "wait-return"}, StageRow{Stage::VerifyRunning, "verify-running"},
    StageRow{Stage::Confirm, "confirm"},        StageRow{Stage::Done, "done"},
    StageRow{Stage::RolledBack, "rolled-back"}, StageRow{Stage::Failed, "failed"},
};

} // namespace

const char *nameOf(Stage stage)
{
    const auto row = std::ranges::find(kStages, stage, &StageRow::stage);
    return row == kStages.end() ? "failed" : row->name;
}

std::optional<Stage> stageFromName(std::string_view name)
{
    const auto row = std::ranges::find_if(kStages, [&](const StageRow &candidate) { return candidate.name == name; });
    return row == kStages.end() ? std::nullopt : std::optional(row->stage);
}

bool canCancel(Stage stage)
{
    return stage < Stage::MarkTest;
}

const char *nameOf(Ending ending)
{
    switch (ending) {
    case Ending::Installed: return "installed";
    case Ending::AlreadyInstalled: return "already-installed";
    case Ending::WentBack: return "went-back";
    case Ending::RolledBack: return "rolled-back";
    case Ending::NotChanged: return "not-changed";
    case Ending::Unfinished: break;
    }
    return "unfinished";
}

} // namespace gainstage::firmware_update
