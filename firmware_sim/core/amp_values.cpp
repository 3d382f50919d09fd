// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/changes.h"
#include "firmware_sim/core/content_map.h"
#include "firmware_sim/core/handlers.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

void putJacks(const Amp &amp, CborWriter &out)
{
    const auto detecting = std::count_if(amp.model.outputs.begin(), amp.model.outputs.end(), [](const auto &output) { return output.detects; });
    out.text("jacks").array(static_cast<std::size_t>(detecting));
    for (std::size_t i = 0; i < amp.model.outputs.size(); ++i) {
        const OutputDefinition &output = amp.model.outputs[i];
        const JackReading &jack = amp.surroundings.jacks[i];
        if (!output.detects)
            continue;
        out.map(jackPairs(output, jack));
        putJack(out, output, jack);
    }
}

void putState(const Amp &amp, CborWriter &out)
{
    const bool hasInput = !amp.model.inputs.empty();
    out.map(hasInput ? 6 : 5).text("rev").number(amp.revision).text("values");
    putValues(out, amp.model, amp.working, [](std::size_t) { return true; });
    putJacks(amp, out);
    if (hasInput)
        putInput(out.text("input"), amp.surroundings.input);
    out.text("prot").number(amp.surroundings.protection).text("dirty").boolean(amp.isDirty());
}

/// Where the last entry for each setting stands among the entries: of several for one setting, only that counts.
using LastEntries = std::array<std::size_t, kMaxSettings>;

/// False where a key is no unsigned or a value no integer.
bool readForm(const ModelDefinition &model, const CborMap &values, LastEntries &last)
{
    auto items = values.items();
    std::size_t entry = 0;
    for (auto key = items.next(); key; key = items.next(), ++entry) {
        const auto value = items.next();
        const auto id = key->asUnsigned();
        if (!id || !value->asInteger())
            return false;
        const std::size_t index = model.indexOfId(*id);
        if (index < model.settings.size())
            last[index] = entry;
    }
    return true;
}

Outcome setValue(const Amp &amp, std::size_t index, std::int64_t value, Content &next)
{
    const SettingDefinition &setting = amp.model.settings[index];
    if (setting.has(ReadOnly))
        return refuse(AmpError::ReadOnly, setting.id);
    if (!isAllowed(setting, value))
        return refuse(AmpError::OutOfRange, setting.id);
    next.values[index] = static_cast<std::int32_t>(value);
    if (heldByProtection(amp, next))
        return refuse(AmpError::NotNow, setting.id);
    return std::nullopt;
}

Outcome setValues(const Amp &amp, const CborMap &values, const LastEntries &last, Content &next)
{
    auto items = values.items();
    std::size_t entry = 0;
    for (auto key = items.next(); key; key = items.next(), ++entry) {
        const auto value = items.next();
        const std::uint64_t id = key->asUnsigned().value_or(0);
        const std::size_t index = amp.model.indexOfId(id);
        if (index == amp.model.settings.size())
            return refuse(AmpError::NoSuchSetting, id);
        if (last[index] != entry)
            continue;
        if (const Outcome refusal = setValue(amp, index, value->asInteger().value_or(0), next))
            return refusal;
    }
    return std::nullopt;
}

bool names(const ModelDefinition &model, const CborMap &values, Role role)
{
    const std::size_t index = model.indexOfRole(role);
    auto items = values.items();
    for (auto key = items.next(); key; key = items.next()) {
        items.next();
        if (index < model.settings.size() && key->asUnsigned() == model.settings[index].id)
            return true;
    }
    return false;
}

} // namespace

Outcome readState(Amp &amp, const Request &, CborWriter &answer)
{
    putState(amp, answer);
    return std::nullopt;
}

Outcome writeState(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const RevisionGuard guard(fields);
    const auto values = fields.map("values");
    LastEntries last{};
    if (fields.malformed() || !values || !readForm(amp.model, *values, last))
        return refuse(SmpError::Malformed);
    if (const Outcome refusal = guard.check(amp))
        return refusal;
    const Content before = amp.working;
    Content next = before;
    if (const Outcome refusal = setValues(amp, *values, last, next))
        return refusal;
    if (names(amp.model, *values, RoleVolume))
        amp.ramp.step.stop(); // whoever sets the volume ends a recall's way to its own
    if (takeWorking(amp, next))
        tellValues(amp, before, Source::Client, &request.author);
    putState(amp, answer);
    return std::nullopt;
}

} // namespace gainstage::firmware
