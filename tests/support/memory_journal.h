// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/update.h"

#include <algorithm>

namespace gainstage::test {

/// Keeps everything that was written, and fails where a test says so.
class MemoryJournal final : public firmware_update::Journal {
public:
    std::vector<firmware_update::Record> records;
    std::function<bool(firmware_update::Stage stage)> fails;

    Result<void> write(const firmware_update::Record &record) override
    {
        if (fails && fails(record.stage))
            return failure(Errc::FileIo, "The disk is full.");
        records.push_back(record);
        return {};
    }
    std::vector<firmware_update::Stage> stages() const
    {
        std::vector<firmware_update::Stage> all;
        std::ranges::transform(records, std::back_inserter(all), &firmware_update::Record::stage);
        return all;
    }
    std::optional<firmware_update::Record> last() const { return records.empty() ? std::nullopt : std::optional(records.back()); }
};

} // namespace gainstage::test
