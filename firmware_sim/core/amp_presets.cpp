// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/content_map.h"
#include "firmware_sim/core/handlers.h"
#include "firmware_sim/core/recall.h"
#include "firmware_sim/core/saving.h"
#include "firmware_sim/core/utf8.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

enum Action : std::uint8_t { StoreSlot = 0, RecallSlot, RenameSlot, EraseSlot };

struct PresetRequest {
    explicit PresetRequest(const CborMap &map)
        : fields(map), guard(fields), slot(fields.number("slot")), action(fields.number("do")), name(fields.text("name"))
    {}
    bool isWellFormed() const { return !fields.malformed() && slot && action && *action <= EraseSlot && (name || *action != RenameSlot); }

    Fields fields;
    Guard guard;
    std::optional<std::uint64_t> slot, action;
    std::optional<CborString> name;
};

void putList(const Amp &amp, CborWriter &answer)
{
    const Remembered &stored = amp.memory.stored();
    answer.map(2).text("slots").array(amp.model.presets.slots);
    for (std::size_t slot = 0; slot < amp.model.presets.slots; ++slot) {
        const Preset &preset = stored.presets[slot];
        answer.map(3).text("slot").unsignedNumber(slot).text("name").text(preset.name()).text("used").boolean(preset.used);
    }
    answer.text("wear").number(stored.wear);
}

void putSlot(const Amp &amp, std::size_t slot, CborWriter &answer)
{
    const Preset &preset = amp.memory.stored().presets[slot];
    const bool hasEqualizer = amp.model.equalizer != nullptr;
    answer.map(hasEqualizer ? 4 : 3).text("slot").unsignedNumber(slot).text("name").text(preset.name()).text("values");
    putValues(answer, amp.model, preset.content, [&amp](std::size_t i) { return amp.model.settings[i].has(Stored); });
    if (hasEqualizer)
        putEqualizer(answer.text("eq").map(3), amp.model, preset.content.equalizer);
}

/// The slot's number is right and, where it has to be, something is in it.
Outcome checkSlot(const Amp &amp, std::uint64_t slot, bool mustBeUsed)
{
    if (slot >= amp.model.presets.slots)
        return refuse(AmpError::NoSuchSlot, slot);
    if (mustBeUsed && !amp.memory.stored().presets[static_cast<std::size_t>(slot)].used)
        return refuse(AmpError::SlotEmpty, slot);
    return std::nullopt;
}

bool takeName(const Amp &amp, const CborString &name, Preset &preset)
{
    std::array<std::uint8_t, kMaxPresetName> bytes{};
    if (name.size() > std::min<std::size_t>(amp.model.presets.nameLength, bytes.size()))
        return false;
    const std::size_t size = name.copyTo(bytes);
    std::copy_n(bytes.begin(), size, preset.nameBytes.begin());
    preset.nameLength = static_cast<std::uint8_t>(size);
    return isUtf8(std::span(bytes).first(size));
}

Outcome saveSlot(Amp &amp, const PresetRequest &wanted, std::size_t slot)
{
    Preset &preset = amp.memory.draft().presets[slot];
    if (wanted.action == EraseSlot)
        preset = Preset{};
    else if (wanted.name && !takeName(amp, *wanted.name, preset))
        return refuse(AmpError::BadName, slot);
    if (wanted.action == StoreSlot) {
        preset.used = true;
        preset.content = initialContent(amp.model);
        copyStored(amp.model, amp.working, preset.content);
    }
    return save(amp);
}

Outcome act(Amp &amp, const PresetRequest &wanted, const Link &author)
{
    const auto slot = static_cast<std::size_t>(*wanted.slot);
    const Preset &preset = amp.memory.stored().presets[slot];
    if (wanted.action == RecallSlot)
        return recall(amp, preset.content, author);
    if (wanted.action == EraseSlot && !preset.used)
        return std::nullopt;
    return saveSlot(amp, wanted, slot);
}

} // namespace

Outcome readPresets(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto slot = fields.number("slot");
    if (fields.malformed())
        return refuse(SmpError::Malformed);
    if (!slot) {
        putList(amp, answer);
        return std::nullopt;
    }
    if (const Outcome refusal = checkSlot(amp, *slot, true))
        return refusal;
    putSlot(amp, static_cast<std::size_t>(*slot), answer);
    return std::nullopt;
}

Outcome writePresets(Amp &amp, const Request &request, CborWriter &answer)
{
    const PresetRequest wanted(request.map);
    if (!wanted.isWellFormed())
        return refuse(SmpError::Malformed);
    if (const Outcome refusal = wanted.guard.check(amp))
        return refusal;
    if (const Outcome refusal = checkSlot(amp, *wanted.slot, wanted.action == RecallSlot || wanted.action == RenameSlot))
        return refusal;
    if (const Outcome refusal = act(amp, wanted, request.author))
        return refusal;
    putSaved(amp, answer);
    return std::nullopt;
}

} // namespace gainstage::firmware
