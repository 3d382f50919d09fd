// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/content.h"
#include "firmware_sim/core/flash_journal.h"

namespace gainstage::firmware {

struct Preset {
    bool used = false;
    std::uint8_t nameLength = 0;
    std::array<char, kMaxPresetName> nameBytes{};
    Content content;

    std::string_view name() const { return {nameBytes.data(), nameLength}; }
};

/// Everything that outlives a power cut.
struct Remembered {
    Content content;
    std::array<Preset, kMaxSlots> presets{};
    std::uint32_t wear = 0; ///< writes of flash in the amp's life
};

/// What stands in flash, and how it gets there: all or nothing.
class Memory {
public:
    /// Biggest form of `Remembered` in flash; with the journal's own bytes it fits a sector of 4 KiB.
    static constexpr std::size_t kMaxImage = 4096 - FlashJournal::kOverhead;

    Memory(Hardware &hardware, const ModelDefinition &model);
    /// Reads the flash. What cannot be read is as new; `damaged` and `failed` of the answer say so.
    FlashJournal::Found load();
    const Remembered &stored() const { return m_stored; }

    /// A copy to change; commit() writes it. False: the flash failed and nothing changed.
    Remembered &draft();
    bool commit();

private:
    const ModelDefinition &m_model;
    FlashJournal m_journal;
    Remembered m_stored, m_draft;
    std::array<std::uint8_t, kMaxImage> m_image{};
};

/// As an amp that comes out of its box.
Remembered rememberedAsNew(const ModelDefinition &model);

} // namespace gainstage::firmware
