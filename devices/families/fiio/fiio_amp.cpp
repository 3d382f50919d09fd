// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/fiio/fiio_amp.h"

#include "devices/families/fiio/description.h"
#include "protocol/fiio/frame.h"

#include <utility>

namespace gainstage::fiio {
namespace {

using namespace std::chrono_literals;

constexpr Duration storing = 200ms;

/// Nothing came, or something that makes no sense: the amp does not know the question.
bool isUnknownTo(const Error &error)
{
    return error.code == Errc::Timeout || error.code == Errc::BadFrame;
}

std::unexpected<Error> changedMeanwhileError()
{
    return failure(Errc::Conflict, SENTENCE("error", "The amp was changed meanwhile."), {}, SENTENCE("error", "Look at its values and try again."));
}

} // namespace

FiioAmp::FiioAmp(std::unique_ptr<Transport> wire, Description description, Exchange exchange)
    : PlainAmp(std::move(wire), std::move(description)), m_exchange(exchange)
{
    m_held.bands.resize(factsOf(model()).bands);
}

void FiioAmp::forgetWritten()
{
    m_writtenGain.reset();
    m_writtenBands.clear();
}

Result<State> FiioAmp::readState()
{
    const auto written = std::exchange(m_toRead, std::nullopt);
    const bool wasKnown = std::exchange(m_known, false);
    Parts parts = written && wasKnown ? *written : Parts::everything(model(), m_experimental);
    if (parts.preset) {
        const std::uint8_t before = m_held.preset;
        if (auto read = readPreset(); !read)
            return std::unexpected(read.error());
        if (m_held.preset != before) {
            forgetWritten();
            parts = Parts::everything(model(), m_experimental);
        }
    }
    if (auto read = readParts(parts); !read)
        return std::unexpected(read.error());
    m_known = true;
    return stateOfHeld();
}

Result<void> FiioAmp::readPreset()
{
    const auto active = m_exchange.ask<ActivePreset>(GetActivePreset{});
    if (!active)
        return std::unexpected(active.error());
    m_held.preset = active->id;
    return {};
}

Result<void> FiioAmp::readParts(const Parts &parts)
{
    if (parts.count) {
        const auto count = m_exchange.ask<BandCount>(GetBandCount{});
        if (!count)
            return std::unexpected(count.error());
        m_held.bandCount = count->count;
    }
    if (auto read = readEqualizer(parts); !read)
        return read;
    return readExperimental(parts);
}

Result<void> FiioAmp::readEqualizer(const Parts &parts)
{
    if (parts.gain) {
        const auto gain = m_exchange.ask<GlobalGain>(GetGlobalGain{});
        if (!gain)
            return std::unexpected(gain.error());
        m_held.gainDeciDecibels = asWritten(model(), gain->gainDeciDecibels, m_writtenGain);
    }
    if (parts.equalizerSwitch) {
        const auto on = m_exchange.ask<EqualizerSwitch>(GetEqualizerSwitch{});
        if (!on)
            return std::unexpected(on.error());
        m_held.switchedOn = on->on;
    }
    for (std::uint8_t index = 0; index < factsOf(model()).bands; ++index) {
        if (!parts.bands.test(index))
            continue;
        const auto band = m_exchange.ask<Band>(GetBand{index});
        if (!band)
            return std::unexpected(band.error());
        const auto written = m_writtenBands.find(index);
        m_held.bands[index] = asWritten(model(), *band, written == m_writtenBands.end() ? std::nullopt : std::optional(written->second));
    }
    return {};
}

/// What the amp does not answer to is not asked for again.
Result<void> FiioAmp::readExperimental(const Parts &parts)
{
    const auto take = [](auto answer, bool &unanswered, auto keep) -> Result<void> {
        if (!answer && !isUnknownTo(answer.error()))
            return std::unexpected(answer.error());
        unanswered = !answer;
        keep(answer);
        return {};
    };
    Result<void> read;
    if (parts.volume && !m_unanswered.volume && description().find(volumeSetting) != nullptr)
        read = take(m_exchange.ask<experimental::Volume>(experimental::GetVolume{}), m_unanswered.volume,
                    [this](const auto &volume) { m_held.volume = volume ? std::optional(volume->steps) : std::nullopt; });
    if (read && parts.filter && !m_unanswered.filter)
        read = take(m_exchange.ask<experimental::DacFilter>(experimental::GetFilter{}), m_unanswered.filter,
                    [this](const auto &filter) { m_held.filter = filter ? std::optional(std::to_underlying(*filter)) : std::nullopt; });
    if (read && parts.balance && !m_unanswered.balance)
        read = take(m_exchange.ask<experimental::Balance>(experimental::GetBalance{}), m_unanswered.balance, [this](const auto &balance) {
            m_held.balanceRight = balance && balance->left == 0 ? std::optional(balance->right) : std::nullopt;
        });
    return read;
}

/// What the description has no value for is left out: a preset that nobody has listed, a balance to the left.
State FiioAmp::stateOfHeld() const
{
    State state;
    const auto put = [&](SettingId id, std::optional<std::uint8_t> value) {
        const Setting *setting = description().find(id);
        if (setting != nullptr && value && setting->accepts({*value}))
            state.values[id] = {*value};
    };
    put(presetSetting, m_held.preset);
    put(volumeSetting, m_held.volume);
    put(filterSetting, m_held.filter);
    put(balanceSetting, m_held.balanceRight);
    state.equalizer = equalizerOf(model(), m_held);
    return state;
}

Result<void> FiioAmp::store()
{
    if (!m_storeIsDue)
        return {};
    const std::uint8_t before = m_held.preset;
    if (auto read = readPreset(); !read)
        return read;
    if (m_known && m_held.preset != before) {
        m_known = false;
        changedMeanwhile();
        return changedMeanwhileError();
    }
    if (kindOf(model(), m_held.preset) != PresetKind::User)
        return failure(Errc::Refused, SENTENCE("error", "The active preset cannot be stored to."), {},
                       SENTENCE("error", "Choose one of the presets of the user first."));
    if (auto told = m_exchange.tell(StorePreset{m_held.preset}); !told)
        return told;
    auto alive = m_exchange.pause(storing);
    if (alive)
        alive = readPreset();
    const bool leaves = model() == Model::Ja11 && !alive && alive.error().code == Errc::Disconnected;
    if (!alive && !leaves)
        return alive;
    m_storeIsDue = false;
    setUnstored(false);
    return {};
}

/// Amps are not known to speak unasked. A late answer, or one to another program, may still show that something changed.
Result<bool> FiioAmp::heard(BytesView data)
{
    const auto payload = payloadOf(model(), data);
    const auto reply = payload ? decodeReply(model(), *payload) : std::unexpected(payload.error());
    if (!reply || reply->acknowledges || !m_known)
        return false;
    if (const auto *preset = std::get_if<ActivePreset>(&reply->content))
        return preset->id != m_held.preset;
    if (const auto *gain = std::get_if<GlobalGain>(&reply->content))
        return asWritten(model(), gain->gainDeciDecibels, m_writtenGain) != m_held.gainDeciDecibels;
    if (const auto *band = std::get_if<Band>(&reply->content)) {
        const auto written = m_writtenBands.find(band->index);
        return asWritten(model(), *band, written == m_writtenBands.end() ? std::nullopt : std::optional(written->second)) !=
               m_held.bands[band->index];
    }
    return false;
}

} // namespace gainstage::fiio
