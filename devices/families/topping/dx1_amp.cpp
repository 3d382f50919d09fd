// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/dx1_amp.h"

#include "devices/families/topping/dx1_description.h"
#include "protocol/topping/command.h"

#include <algorithm>
#include <utility>

namespace gainstage::topping_family::dx1 {
namespace {

using namespace topping::dx1;
using topping::Model;

} // namespace

Result<topping::OutputBlock> readOutputBlock(Conversation &conversation)
{
    const auto sets =
        conversation.askForSets(encode(Read{SafeRead::OutputBlock}), topping::outputBlockGathering(), topping::ReadCommand::dx1OutputBlock.number());
    return sets ? topping::decodeOutputBlock(sets->back()) : std::unexpected(sets.error());
}

Dx1Amp::Dx1Amp(std::unique_ptr<Transport> wire) : ToppingAmp(std::move(wire), dx1::description(), Model::Dx1Ii) {}

Result<gainstage::State> Dx1Amp::readState()
{
    const bool onlySettings = std::exchange(m_onlySettings, false) && m_slotsKnown;
    auto read = readOutputs();
    if (read)
        read = readStandby();
    if (read && !onlySettings)
        read = readEqualizer();
    if (!read)
        return std::unexpected(read.error());
    gainstage::State state;
    state.values = m_told;
    state.values.merge(valuesOf(m_block));
    state.values[id::slot] = m_equalizerOn ? Value{m_slot} : kNoSlot;
    state.equalizer = meaningOf(m_slots.at(m_slot));
    if (state.equalizer)
        state.equalizer->on = m_equalizerOn;
    if (const auto source = state.value(id::input))
        state.input = InputState{*source, false, 0};
    return state;
}

Result<void> Dx1Amp::readOutputs()
{
    const auto block = readOutputBlock(talk());
    if (!block)
        return std::unexpected(block.error());
    m_block = *block;
    return {};
}

/// The answer to a question that has one of its own type.
template <typename Answer>
Result<Answer> Dx1Amp::ask(SafeRead what)
{
    const auto frame = talk().ask(encode(Read{what}));
    if (!frame)
        return std::unexpected(frame.error());
    const auto report = decode(*frame);
    if (!report)
        return std::unexpected(report.error());
    if (const auto *answer = std::get_if<Answer>(&*report))
        return *answer;
    return failure(Errc::BadFrame, SENTENCE("error", "The amp does not answer as it should."));
}

Result<void> Dx1Amp::readStandby()
{
    const auto standby = ask<AutoStandby>(SafeRead::AutoStandby);
    if (!standby)
        return std::unexpected(standby.error());
    m_told[id::autoStandby] = {standby->on ? 1 : 0};
    return {};
}

Result<void> Dx1Amp::readEqualizer()
{
    m_slotsKnown = false;
    const auto equalizer = ask<EqualizerState>(SafeRead::EqualizerState);
    if (!equalizer)
        return std::unexpected(equalizer.error());
    const auto slot = ask<Slot>(SafeRead::ActiveSlot);
    if (!slot)
        return std::unexpected(slot.error());
    m_equalizerOn = equalizer->on;
    m_slot = slot->number.value_or(m_slot);
    return readSlots();
}

Result<void> Dx1Amp::readSlots()
{
    const auto sets =
        talk().askForSets(topping::dumpRequest(Model::Dx1Ii), topping::dumpGathering(), topping::ReadCommand::dx1EqualizerDump.number(), kSlots);
    if (!sets)
        return std::unexpected(sets.error());
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        const auto dump = topping::decodeDump((*sets)[i]);
        if (!dump)
            return std::unexpected(dump.error());
        m_slots[i] = {dump->left, dump->right};
    }
    m_slotsKnown = true;
    return {};
}

Result<void> Dx1Amp::send(const Change &change)
{
    for (const auto &[setting, value] : change.values()) {
        if (auto sent = sendValue(setting, value); !sent)
            return sent;
    }
    if (change.equalizer()) {
        if (auto sent = sendEqualizer(*change.equalizer()); !sent)
            return sent;
    }
    m_onlySettings = !change.equalizer() && !change.value(id::slot);
    return {};
}

Result<void> Dx1Amp::sendValue(SettingId setting, Value value)
{
    const auto message = messageFor(setting, value, m_block);
    if (!message)
        return failure(Errc::ReadOnly, SENTENCE("error", "Setting %1 of the amp can only be read."),
                       {description().find(setting)->key.toStdString()});
    if (const auto *slot = std::get_if<Slot>(&*message))
        return sendSlot(slot->number);
    m_told.erase(setting); // if the amp does not confirm it, it is not known which of the two it holds
    if (auto sent = talk().sayAndConfirm(encode(*message)); !sent)
        return sent;
    if (const auto *mute = std::get_if<Mute>(&*message)) {
        m_block.analogMuted = mute->analog;
        m_block.opticalMuted = mute->optical;
    }
    if (setting != id::mute && setting != id::opticalMute && !valuesOf(m_block).contains(setting))
        m_told[setting] = value;
    return {};
}

Result<void> Dx1Amp::sendSlot(std::optional<std::uint8_t> slot)
{
    if (auto sent = talk().sayAndConfirm(encode(Slot{slot})); !sent)
        return sent;
    m_equalizerOn = slot.has_value();
    m_slot = slot.value_or(m_slot);
    return {};
}

/// Into the slot that is chosen; the registers are those of the chosen slot. While it is switched off nobody hears its bands.
Result<void> Dx1Amp::sendEqualizer(const Equalizer &equalizer)
{
    if (m_equalizerOn && !equalizer.on) {
        if (auto sent = sendSlot(std::nullopt); !sent)
            return sent;
    }
    const auto held = m_slotsKnown ? std::optional(m_slots.at(m_slot)) : std::nullopt;
    for (const auto &message : quietSteps(held, channelOf(equalizer)).all()) {
        if (auto sent = talk().sayAndConfirm(topping::encode(model(), message)); !sent)
            return sent;
    }
    return equalizer.on && !m_equalizerOn ? sendSlot(m_slot) : Result<void>();
}

bool Dx1Amp::unasked(const topping::Frame &frame)
{
    if (topping::decodeEqualizer(frame))
        return true; // another program
    const auto report = decode(frame);
    return report && takeReport(*report);
}

/// Echoes of our own are among them, which change nothing.
bool Dx1Amp::takeReport(const topping::dx1::Report &report)
{
    bool changed = std::holds_alternative<Volume>(report) || std::holds_alternative<Mute>(report);
    if (const auto *slot = std::get_if<Slot>(&report))
        changed = slot->number ? !m_equalizerOn || m_slot != *slot->number : m_equalizerOn;
    for (const auto &[setting, value] : valuesOf(report)) {
        const auto known = m_told.find(setting);
        changed = changed || known == m_told.end() || known->second != value;
        m_told[setting] = value;
    }
    return changed;
}

} // namespace gainstage::topping_family::dx1
