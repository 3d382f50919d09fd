// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/safe_plan.h"

#include <algorithm>
#include <iterator>

namespace gainstage {
namespace {

/// So far below the final volume sound comes back out of silence; the ramp does the rest.
constexpr Decibels rampDepth{30.0};

constexpr Value off{0}, on{1};

const Setting *settableMute(const Description &amp)
{
    const Setting *mute = amp.find(Role::Mute);
    return mute != nullptr && mute->isSwitch() && !mute->flags.readOnly ? mute : nullptr;
}

bool bringsEqualizer(const Description &amp, SettingId id)
{
    const Setting *setting = amp.find(id);
    return setting != nullptr && setting->flags.bringsEqualizer;
}

/// What the amp does not hold yet. An equalizer that it holds goes with what brings another one, and has to be written behind it.
Change remaining(const Description &amp, const State &now, const Change &change)
{
    Change rest = change.against(now);
    const bool brings = std::ranges::any_of(rest.values(), [&](const auto &entry) { return bringsEqualizer(amp, entry.first); });
    return brings && change.equalizer() ? rest.then(change.onlyEqualizer()) : rest;
}

} // namespace

SafePlan::SafePlan(const Description &amp, const State &now, const Change &change)
    : m_amp(amp), m_now(now), m_change(remaining(amp, now, change)), m_end(after(now, m_change)), m_mute(settableMute(amp)),
      m_volume(VolumeTool::of(amp)), m_wasSilent(isSilent(amp, now)), m_wasMuted(isMuted(amp, now)), m_endsMuted(isMuted(amp, m_end)),
      m_muted(m_wasMuted)
{
    if (m_volume) {
        m_volumeAt = now.value(m_volume->id());
        m_volumeEnd = m_end.value(m_volume->id());
    }
    sort(m_change);
    sortEqualizer();
    m_shelter = chooseShelter();
    lower();
    middle();
    raise();
    if (!m_steps.empty())
        m_steps.back().pause = {};
}

bool SafePlan::onlyLowers() const
{
    const bool lowersVolume = !m_volume || !m_change.value(m_volume->id()) || m_change.value(m_volume->id()) < m_now.value(m_volume->id());
    const bool liftsMute = m_mute != nullptr && m_change.value(m_mute->id) == off;
    return m_masked.empty() && m_raising.empty() && !m_equalizerMasked && m_rise <= 0.0 && lowersVolume && !liftsMute;
}

void SafePlan::sort(const Change &change)
{
    for (const auto &[id, value] : change.values()) {
        const Setting *setting = m_amp.find(id);
        if (setting == nullptr || setting == m_mute || (m_volume && id == m_volume->id()))
            continue;
        const auto raised = rise(*setting, m_now.value(id), value);
        if (setting->flags.clicks || !raised) {
            m_masked[id] = value;
        } else if (raised->value > 0.0) {
            m_raising[id] = value;
            m_rise += raised->value;
            ++m_rising;
        } else {
            m_lowering[id] = value;
        }
    }
}

void SafePlan::sortEqualizer()
{
    if (!m_change.equalizer())
        return;
    const auto raised = rise(m_amp, m_now.equalizer, *m_change.equalizer());
    m_equalizerMasked = !raised;
    m_rise += raised ? std::max(raised->value, 0.0) : 0.0;
    ++m_rising; // its loudest point may fall while one of its frequencies rises
}

/// The mute can be lifted again only if it is known that it was off, or the change says what it shall be.
bool SafePlan::canMute() const
{
    return m_mute != nullptr && (m_now.value(m_mute->id) || m_change.value(m_mute->id));
}

std::optional<Value> SafePlan::dipped() const
{
    if (!m_volumeAt || !m_volumeEnd || !m_volume->inDecibels())
        return std::nullopt;
    const auto below = m_volume->lowered(*m_volumeAt, {m_rise});
    return below ? std::optional(std::min(*below, *m_volumeEnd)) : std::nullopt;
}

Shelter SafePlan::chooseShelter() const
{
    if (m_wasSilent)
        return Shelter::None;
    // One rise of a ramp's step needs none; several at once could meet in one ear before what lowers it comes.
    const bool needsDip = m_rise > kRampStep.value || (m_rising > 1 && m_rise > 0.0);
    const bool masks = !m_masked.empty() || m_equalizerMasked;
    const bool liftsUnknownMute = m_mute != nullptr && !m_now.value(m_mute->id) && m_change.value(m_mute->id) == off;
    if (!masks && needsDip && !m_endsMuted && dipped())
        return Shelter::Dip;
    if (!masks && !needsDip && !m_endsMuted && !liftsUnknownMute)
        return Shelter::None;
    if (canMute())
        return Shelter::Mute;
    return m_volumeEnd ? Shelter::LowestVolume : Shelter::None;
}

/// Where the volume goes before anything is raised; nullopt: it stays.
std::optional<Value> SafePlan::loweredVolume() const
{
    if (!m_volumeEnd || (m_shelter == Shelter::Mute && !m_endsMuted))
        return std::nullopt;
    if (m_shelter == Shelter::LowestVolume || !m_volumeAt)
        return m_volume->lowest();
    const Value low = m_shelter == Shelter::Dip ? *dipped() : *m_volumeEnd;
    return low < *m_volumeAt ? std::optional(low) : std::nullopt;
}

void SafePlan::lower()
{
    if (m_wasSilent)
        return; // all of it can wait for the middle, which nobody hears
    Values values = m_lowering;
    if (m_shelter == Shelter::Mute) {
        values[m_mute->id] = on;
        m_muted = true;
    }
    if (const auto low = loweredVolume(); low && low != m_volumeAt) {
        values[m_volume->id()] = *low;
        m_volumeAt = low;
    }
    write(values);
}

void SafePlan::middle()
{
    Values values = m_masked;
    if (m_change.equalizer()) {
        Values first;
        std::ranges::copy_if(values, std::inserter(first, first.end()), [this](const auto &entry) { return bringsEqualizer(m_amp, entry.first); });
        std::erase_if(values, [&](const auto &entry) { return first.contains(entry.first); });
        write(first);
        m_steps.push_back({m_change.onlyEqualizer(), {}});
    }
    values.insert(m_raising.begin(), m_raising.end());
    if (m_wasSilent)
        values.insert(m_lowering.begin(), m_lowering.end());
    if (m_muted && m_volumeEnd && m_volumeAt != rampStart()) {
        m_volumeAt = rampStart();
        values[m_volume->id()] = *m_volumeAt;
    }
    if (m_endsMuted && !m_muted && m_mute != nullptr) {
        values[m_mute->id] = on;
        m_muted = true;
    }
    write(values);
}

/// The volume at which sound comes back: well below where it ends, and not above where it was heard before.
Value SafePlan::rampStart() const
{
    const Value end = *m_volumeEnd;
    if (m_endsMuted || m_volume->isFloor(end))
        return end;
    const auto below = m_volume->inDecibels() && level(m_amp, m_end) ? m_volume->lowered(end, rampDepth) : std::nullopt;
    const Value start = below.value_or(m_volume->lowest());
    const auto heard = m_wasSilent ? std::nullopt : m_now.value(m_volume->id());
    return heard ? std::min({start, *heard, end}) : std::min(start, end);
}

void SafePlan::raise()
{
    if (m_muted && !m_endsMuted && m_mute != nullptr)
        write({{m_mute->id, off}}, kRampPause);
    if (m_volumeEnd && m_volumeAt && *m_volumeAt < *m_volumeEnd)
        rampVolume();
    else if (m_volumeEnd && m_volumeAt != m_volumeEnd)
        write({{m_volume->id(), *m_volumeEnd}});
}

void SafePlan::rampVolume()
{
    if (m_endsMuted) {
        write({{m_volume->id(), *m_volumeEnd}});
        return;
    }
    for (const Value value : m_volume->ramp(*m_volumeAt, *m_volumeEnd, rampStart()))
        write({{m_volume->id(), value}}, kRampPause);
}

void SafePlan::write(const Values &values, std::chrono::milliseconds least)
{
    const auto change = Change::of(m_amp, values);
    if (!change || change->empty())
        return;
    m_steps.push_back({*change, std::max(least, settling(*change))});
}

std::chrono::milliseconds SafePlan::settling(const Change &change) const
{
    std::chrono::milliseconds longest{0};
    for (const auto &[id, value] : change.values())
        longest = std::max(longest, m_amp.find(id)->settle);
    return longest;
}

std::vector<SafeStep> earSafeSteps(const Description &amp, const State &now, const Change &change)
{
    return SafePlan(amp, now, change).steps();
}

} // namespace gainstage
