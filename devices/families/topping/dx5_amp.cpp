// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/dx5_amp.h"

#include "devices/families/topping/dx5_description.h"
#include "devices/families/topping/quiet_steps.h"
#include "protocol/topping/command.h"
#include "protocol/topping/meters.h"

#include <algorithm>
#include <utility>

namespace gainstage::topping_family::dx5 {
namespace {

using namespace std::chrono_literals;
using topping::Model;

/// The maker's program beats every five seconds, and the meters stop without.
constexpr auto beatTime = 4s;
constexpr auto meterTime = 1s;
/// A volume is not written on what the amp said longer ago about its steps: somebody may have changed them at it, and then half as quiet is heard.
constexpr auto stepTime = 1s;

/// Settings whose change leaves the equalizer as it is, whatever the amp keeps for each input and output.
bool leavesEqualizer(SettingId setting)
{
    return setting != id::input && setting != id::output;
}

/// No band is on and no preamp: nothing of it is heard. There is no other switch.
bool isOff(const HeldEqualizer &held)
{
    const auto nothing = [](const topping::DumpChannel &channel) {
        return !channel.preampOn && std::ranges::none_of(std::span(channel.bands).first(topping::kBands), &topping::DumpBand::on);
    };
    return nothing(held.left) && nothing(held.right);
}

topping::DumpChannel switchedOff(topping::DumpChannel channel)
{
    channel.preampOn = false;
    for (topping::DumpBand &band : channel.bands)
        band.on = false;
    return channel;
}

bool sameNumbers(const topping::DumpChannel &a, const topping::DumpChannel &b)
{
    topping::DumpChannel one = a, other = b;
    one.preampOn = other.preampOn = true;
    return meaningOf(one) == meaningOf(other) && preampOf(one) == preampOf(other);
}

} // namespace

Result<topping::dx5::Settings> readSettings(Conversation &conversation)
{
    const auto sets = conversation.askForSets(topping::dx5::encode(topping::dx5::ReadSettings{}), topping::dx5::settingsGathering(),
                                              topping::ReadCommand::dx5Settings.number());
    return sets ? topping::dx5::decodeSettings(sets->back()) : std::unexpected(sets.error());
}

Dx5Amp::Dx5Amp(std::unique_ptr<Transport> wire, const topping::dx5::Settings &settings)
    : ToppingAmp(std::move(wire), descriptionOf(settings), Model::Dx5Ii), m_describedStep(settings.volumeStep), m_step(settings.volumeStep)
{}

Result<State> Dx5Amp::readState()
{
    const bool onlySettings = std::exchange(m_onlySettings, false) && m_held;
    const auto settings = readSettings(talk());
    if (!settings)
        return std::unexpected(settings.error());
    m_step = settings->volumeStep;
    m_stepKnownAt = clock().now();
    if (auto read = onlySettings ? Result<void>() : readEqualizer(); !read)
        return std::unexpected(read.error());
    State state = stateOf(*settings, m_describedStep);
    state.equalizer = equalizer();
    return state;
}

Result<void> Dx5Amp::readEqualizer()
{
    m_held.reset();
    const auto sets =
        talk().askForSets(topping::dumpRequest(Model::Dx5Ii), topping::dumpGathering(), topping::ReadCommand::dx1EqualizerDump.number());
    if (!sets)
        return std::unexpected(sets.error());
    const auto dump = topping::decodeDump(sets->back());
    if (!dump)
        return std::unexpected(dump.error());
    m_held = HeldEqualizer{dump->left, dump->right};
    return {};
}

std::optional<Equalizer> Dx5Amp::equalizer() const
{
    if (!m_held)
        return std::nullopt;
    if (!isOff(*m_held))
        return meaningOf(*m_held);
    const auto remembered = m_switchedOff ? std::optional(switchedOff(channelOf(*m_switchedOff))) : std::nullopt;
    if (remembered && sameNumbers(m_held->left, *remembered) && sameNumbers(m_held->right, *remembered))
        return m_switchedOff;
    HeldEqualizer shown = *m_held;
    shown.left.preampOn = shown.right.preampOn = true; // its value is there, though it is not heard
    auto equalizer = meaningOf(shown);
    if (equalizer)
        equalizer->on = false;
    return equalizer;
}

/// Begins and ends with a heartbeat, as the maker's program does.
Result<void> Dx5Amp::send(const Change &change)
{
    if (change.value(id::volume)) {
        if (auto known = knowStep(); !known)
            return known;
    }
    if (auto begun = beat(); !begun)
        return begun;
    for (const auto &[setting, value] : change.values()) {
        if (auto sent = sendValue(setting, value); !sent)
            return sent;
    }
    if (change.equalizer()) {
        if (auto sent = sendEqualizer(*change.equalizer()); !sent)
            return sent;
    }
    auto ended = beat();
    m_onlySettings =
        ended && !change.equalizer() && std::ranges::all_of(change.values(), [](const auto &entry) { return leavesEqualizer(entry.first); });
    return ended;
}

Result<void> Dx5Amp::knowStep()
{
    if (!m_stepKnownAt || *m_stepKnownAt + stepTime < clock().now()) {
        const auto settings = readSettings(talk());
        if (!settings)
            return std::unexpected(settings.error());
        m_step = settings->volumeStep;
        m_stepKnownAt = clock().now();
    }
    if (m_step == m_describedStep)
        return {};
    return failure(Errc::OutOfRange,
                   SENTENCE("error", "The steps of the amp's volume were changed at the amp, and the volume is not touched any more."), {},
                   SENTENCE("error", "Disconnect the amp and connect it again."));
}

Result<void> Dx5Amp::sendValue(SettingId setting, Value value)
{
    const auto message = messageFor(setting, value, m_step);
    if (!message)
        return failure(Errc::ReadOnly, SENTENCE("error", "Setting %1 of the amp can only be read."),
                       {description().find(setting)->key.toStdString()});
    return talk().sayAndPause(topping::dx5::encode(*message));
}

Result<void> Dx5Amp::sendEqualizer(const Equalizer &equalizer)
{
    const topping::DumpChannel channel = channelOf(equalizer);
    const auto steps = quietSteps(m_held, equalizer.on ? channel : switchedOff(channel));
    m_switchedOff = equalizer.on ? std::nullopt : std::optional(equalizer);
    m_held.reset(); // until it is read
    for (const auto &message : steps.all()) {
        if (auto sent = talk().sayAndPause(topping::encode(model(), message)); !sent)
            return sent;
    }
    return {};
}

Result<void> Dx5Amp::beat()
{
    m_nextBeat = clock().in(beatTime);
    return talk().sayAndPause(topping::dx5::encode(topping::dx5::Heartbeat{}));
}

/// Only single writes that are no answer to anything: it tells what somebody does at its knob, at its remote control, or in another program.
bool Dx5Amp::unasked(const topping::Frame &frame)
{
    if (topping::isMeter(frame)) {
        takeMeter(frame);
        return false;
    }
    const bool isHeartbeat = frame.command == topping::WriteCommand::dx5Heartbeat.number();
    const bool isAnswer =
        frame.command == topping::ReadCommand::dx5Settings.number() || frame.command == topping::ReadCommand::dx1EqualizerDump.number();
    return frame.kind == topping::Kind::Write && frame.count == 1 && !isHeartbeat && !isAnswer;
}

void Dx5Amp::takeMeter(const topping::Frame &frame)
{
    const auto meter = topping::decodeMeter(frame);
    const auto *levels = meter ? std::get_if<topping::LevelFrame>(&*meter) : nullptr;
    if (levels == nullptr)
        return;
    m_meters = Meters{{DbfsLevel{double(levels->leftDecibels)}, DbfsLevel{double(levels->rightDecibels)}}, {}, {}, {}};
    if (m_meterInterval.count() == 0 || clock().now() < m_nextMeter)
        return;
    m_nextMeter = clock().in(m_meterInterval);
    tell(MetersMeasured{*m_meters});
}

Result<Meters> Dx5Amp::meters()
{
    if (auto begun = beat(); !begun)
        return std::unexpected(begun.error());
    m_meters.reset();
    const Deadline end = clock().in(meterTime);
    while (!m_meters && clock().now() < end) {
        if (auto passed = talk().pause(kPace); !passed)
            return std::unexpected(passed.error());
    }
    if (!m_meters)
        return failure(Errc::Timeout, SENTENCE("error", "The amp did not answer in time."));
    return *m_meters;
}

Result<void> Dx5Amp::meterEvery(std::chrono::milliseconds interval)
{
    m_meterInterval = std::max(interval, std::chrono::milliseconds(0));
    m_nextMeter = clock().now();
    return m_meterInterval.count() > 0 ? beat() : Result<void>();
}

std::optional<Deadline> Dx5Amp::nextDuty() const
{
    return m_meterInterval.count() > 0 ? std::optional(m_nextBeat) : std::nullopt;
}

Result<void> Dx5Amp::doDuty()
{
    return beat();
}

} // namespace gainstage::topping_family::dx5
