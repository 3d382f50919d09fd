// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/flash.h"
#include "firmware_sim/boards/outcome.h"

#include <memory>
#include <string_view>

namespace gainstage::sim {

/// The file that an amp's flash is kept in (firmware_sim/README.md has the format). Each change of the flash replaces the file as a whole, so that
/// the end of the program at any moment leaves the flash before the change or after it. Only one amp uses a file at a time.
class FlashFile {
public:
    /// Opens the file, or makes one with erased flash, and loads it into `flash`, which from then on is kept in it. Refuses, without touching it, a
    /// file that is no flash file, belongs to another model, is cut short, or is in use.
    static Outcome<std::unique_ptr<FlashFile>> open(const std::string &path, std::string_view model, Flash &flash);
    ~FlashFile();
    FlashFile(const FlashFile &) = delete;
    FlashFile &operator=(const FlashFile &) = delete;

private:
    FlashFile(std::string path, std::string_view model);
    Outcome<bool> lockExisting();
    Outcome<void> load(Flash &flash);
    bool save(std::span<const std::uint8_t> image);

    std::string m_path;
    std::vector<std::uint8_t> m_header;
    int m_file = -1; ///< what `m_path` names; locked
};

} // namespace gainstage::sim
