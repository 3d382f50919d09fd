// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/jdslabs/jdslabs_amp.h"

#include "devices/families/jdslabs/leaves.h"
#include "devices/families/jdslabs/translate.h"
#include "protocol/jdslabs/json.h"

namespace gainstage::jdslabs {

JdsLabsAmp::JdsLabsAmp(std::unique_ptr<Transport> wire, gainstage::Description description, Conversation conversation, Description held)
    : PlainAmp(std::move(wire), std::move(description)), m_conversation(std::move(conversation)), m_held(std::move(held))
{}

Result<State> JdsLabsAmp::readState()
{
    auto described = m_conversation.describe();
    if (!described)
        return std::unexpected(described.error());
    const auto object = objectIn(described->message);
    if (!object)
        return std::unexpected(object.error());
    if (described->description.layout != m_held.layout)
        return failure(Errc::Conflict, SENTENCE("error", "The amp has other bands than before."), {}, SENTENCE("error", "Connect it again."));
    m_held = std::move(described->description);
    State state;
    for (const Leaf &leaf : leavesIn(*object)) {
        const Setting *setting = description().find(keyOf(leaf.path));
        const auto value = setting != nullptr ? valueOf(leaf, *setting) : std::nullopt;
        if (value)
            state.values[setting->id] = *value;
    }
    state.equalizer = houseEqualizer(m_held.headphone);
    return state;
}

/// Only the equalizer can be in a change: all settings are read-only.
Result<void> JdsLabsAmp::send(const Change &change)
{
    if (!change.equalizer())
        return {};
    if (!change.equalizer()->on)
        return failure(Errc::Refused, SENTENCE("error", "The equalizer of this amp cannot be switched off."), {},
                       SENTENCE("error", "Set its bands to 0 dB."));
    return m_conversation.update(updateTo(*change.equalizer(), m_held));
}

} // namespace gainstage::jdslabs
