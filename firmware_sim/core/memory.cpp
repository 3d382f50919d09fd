// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/memory.h"

#include "firmware_sim/core/memory_image.h"

namespace gainstage::firmware {

Remembered rememberedAsNew(const ModelDefinition &model)
{
    Remembered stored;
    stored.content = initialContent(model);
    return stored;
}

Memory::Memory(Hardware &hardware, const ModelDefinition &model) : m_model(model), m_journal(hardware, kMaxImage), m_stored(rememberedAsNew(model)) {}

FlashJournal::Found Memory::load()
{
    auto found = m_journal.open(m_image);
    if (found.size && !decodeImage(m_model, std::span(m_image).first(*found.size), m_stored)) {
        m_stored = rememberedAsNew(m_model);
        found.damaged = true;
    }
    return found;
}

Remembered &Memory::draft()
{
    m_draft = m_stored;
    return m_draft;
}

bool Memory::commit()
{
    ++m_draft.wear;
    const std::size_t size = encodeImage(m_model, m_draft, m_image);
    if (size == 0 || !m_journal.write(std::span(m_image).first(size)))
        return false;
    m_stored = m_draft;
    return true;
}

} // namespace gainstage::firmware
