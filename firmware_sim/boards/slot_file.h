// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/outcome.h"
#include "firmware_sim/boards/slot_flash.h"

#include <memory>
#include <string_view>

namespace gainstage::sim {

/// The file that the flash of firmware images is kept in, beside the flash file and under its lock (firmware_sim/README.md has the format). Each
/// operation changes its own bytes in place; one that the end of the program cuts short is one that a power cut has cut short.
class SlotFile {
public:
    /// Opens the file and loads it into `flash`, or makes one of what `flash` holds; from then on `flash` is kept in it. Refuses, without touching
    /// it, a file that is no such file, or belongs to another model or size of slots.
    static Outcome<std::unique_ptr<SlotFile>> open(const std::string &path, std::string_view model, SlotFlash &flash);
    ~SlotFile();
    SlotFile(const SlotFile &) = delete;
    SlotFile &operator=(const SlotFile &) = delete;

private:
    SlotFile(int file) : m_file(file) {}
    static Outcome<void> load(int file, const std::string &path, std::span<const std::uint8_t> header, SlotFlash &flash);
    bool write(std::size_t offset, std::span<const std::uint8_t> bytes);

    int m_file;
};

} // namespace gainstage::sim
