// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/ear_safe.h"

#include "devices/amp/safe_plan.h"
#include "devices/amp/value_facts.h"

namespace gainstage {
namespace {

/// A revision that moved for another reason than a setting (a jack, the input's lock) is no conflict; but it must come to rest.
constexpr int mostRetries = 8;

const char *const leftQuiet =
    SENTENCE("error", "The amp was left muted or quieter than before, so that nothing becomes loud. Look at its values and set its volume again.");

std::unexpected<Error> overtaken()
{
    return failure(
        Errc::Conflict,
        SENTENCE("error", "Somebody else changed the amp (its knob, or another program). What would have made it louder was not carried out."), {},
        SENTENCE("error", "Look at the amp's values and set it again."));
}

std::unexpected<Error> notHeld(const Setting &setting, Value wanted, std::optional<Value> actual)
{
    return failure(Errc::NotVerified, SENTENCE("error", "%1 was set to %2, but the amp says that it is %3."),
                   {setting.key.toStdString(), valueFact(setting, wanted), valueFact(setting, actual)},
                   SENTENCE("error", "The amp may be limiting it. Look at its values."));
}

/// Read-back: whether the amp holds what it was told.
Result<void> verify(const Description &amp, const Change &change, const State &state)
{
    const Change missing = change.against(state);
    for (const auto &[id, wanted] : missing.values())
        return notHeld(*amp.find(id), wanted, state.value(id));
    if (missing.equalizer())
        return failure(Errc::NotVerified, SENTENCE("error", "The amp's equalizer does not hold what it was set to."));
    return {};
}

/// Whether two states are the same as far as a change in progress is concerned.
bool sameForTheEar(const Description &amp, const Change &change, const State &a, const State &b)
{
    for (const Setting &setting : amp.settings) {
        const bool matters = setting.flags.audible || change.value(setting.id) || setting.role == Role::Gain || setting.role == Role::Output ||
                             setting.role == Role::Volume || setting.role == Role::Mute;
        if (matters && a.value(setting.id) != b.value(setting.id))
            return false;
    }
    return a.equalizer == b.equalizer;
}

bool wireIsGone(const Error &error)
{
    return error.code == Errc::Disconnected || error.code == Errc::Cancelled;
}

/// One change on its way.
class SafeApply {
public:
    SafeApply(Amp &amp, const State &now, const Change &change) : m_amp(amp), m_change(change), m_start(now), m_state(now) {}
    Result<State> carryOut();

private:
    const Description &description() const { return m_amp.description(); }
    Result<void> plan();
    Result<void> run();
    Result<void> carryOut(const SafeStep &step);
    Result<void> resume();
    Result<void> takeUp(const State &fresh);
    Change unmuted() const;
    std::unexpected<Error> giveUp(const Error &error);
    bool restore(const State &fresh, bool volumeToo);
    void write(const State &from, const Change &change);

    Amp &m_amp;
    Change m_change;
    State m_start; ///< what the ear is used to
    State m_state; ///< what the amp said last
    std::vector<SafeStep> m_steps;
    std::size_t m_next = 0;
    int m_retries = 0;
    bool m_muteIsOurs = false;
};

Result<State> SafeApply::carryOut()
{
    if (const auto checked = Change::of(description(), m_change.values(), m_change.equalizer()); !checked)
        return std::unexpected(checked.error());
    auto done = plan();
    if (done)
        done = run();
    if (done)
        done = verify(description(), m_change, m_state);
    if (!done)
        return giveUp(done.error());
    return m_state;
}

/// Where nothing seems to be left to do the amp is asked, as what we were given may be old.
Result<void> SafeApply::plan()
{
    m_steps = earSafeSteps(description(), m_state, m_change);
    if (!m_steps.empty())
        return {};
    const auto fresh = m_amp.read();
    if (!fresh)
        return std::unexpected(fresh.error());
    if (m_change.against(*fresh).empty()) {
        m_state = *fresh;
        return {};
    }
    return takeUp(*fresh);
}

Result<void> SafeApply::run()
{
    while (m_next < m_steps.size()) {
        auto done = carryOut(m_steps[m_next]);
        if (done)
            ++m_next;
        else if (done.error().code == Errc::Conflict)
            done = resume();
        if (!done)
            return done;
    }
    return {};
}

Result<void> SafeApply::carryOut(const SafeStep &step)
{
    const auto outcome = m_amp.apply(step.change, m_state.revision);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (auto held = verify(description(), step.change, *outcome); !held)
        return held;
    m_state = *outcome;
    if (const Setting *mute = description().find(Role::Mute); mute != nullptr && step.change.value(mute->id))
        m_muteIsOurs = step.change.value(mute->id) == Value{1};
    return step.pause.count() > 0 ? m_amp.listen(m_amp.clock().in(step.pause)) : Result<void>();
}

Result<void> SafeApply::resume()
{
    const auto fresh = m_amp.read();
    if (!fresh)
        return std::unexpected(fresh.error());
    if (++m_retries > mostRetries)
        return overtaken();
    return takeUp(*fresh);
}

/// Goes on from what the amp holds now: as planned if nothing that matters has changed, with what lowers otherwise.
Result<void> SafeApply::takeUp(const State &fresh)
{
    const bool goesOn = sameForTheEar(description(), m_change, m_state, fresh);
    m_state = fresh;
    if (goesOn)
        return {};
    const SafePlan rest(description(), m_state, m_muteIsOurs ? unmuted().then(m_change) : m_change);
    if (!rest.onlyLowers())
        return overtaken();
    m_steps = rest.steps();
    m_next = 0;
    return {};
}

Change SafeApply::unmuted() const
{
    const Setting *mute = description().find(Role::Mute);
    return mute != nullptr ? Change::of(description(), {{mute->id, Value{0}}}).value_or(Change()) : Change();
}

/// Takes back a mute or a lowered volume of our own where that is for sure no louder than before.
std::unexpected<Error> SafeApply::giveUp(const Error &error)
{
    if (wireIsGone(error))
        return std::unexpected(error);
    Error told = error;
    const auto fresh = m_amp.read();
    const bool restored = fresh && (restore(*fresh, error.code != Errc::Conflict) || restore(*fresh, false));
    if (!restored && *told.hint == '\0')
        told.hint = leftQuiet;
    return std::unexpected(told);
}

/// True if nothing is left to take back.
bool SafeApply::restore(const State &fresh, bool volumeToo)
{
    const Setting *mute = description().find(Role::Mute);
    const auto volume = VolumeTool::of(description());
    Values back;
    if (m_muteIsOurs && !isMuted(description(), m_start) && isMuted(description(), fresh) && m_change.value(mute->id) != Value{1})
        back[mute->id] = Value{0};
    const auto before = volume ? m_start.value(volume->id()) : std::nullopt;
    if (volumeToo && before && fresh.value(volume->id()) < before && fresh.value(volume->id()) == m_state.value(volume->id()))
        back[volume->id()] = *before;
    const auto change = Change::of(description(), back);
    if (!change || change->empty())
        return change.has_value();
    if (!noLouder(description(), m_start, after(fresh, *change)))
        return false;
    write(fresh, *change);
    return change->against(m_state).empty();
}

/// As far as it goes.
void SafeApply::write(const State &from, const Change &change)
{
    m_state = from;
    for (const SafeStep &step : earSafeSteps(description(), from, change)) {
        if (!carryOut(step))
            return;
    }
}

} // namespace

Result<State> applySafely(Amp &amp, const State &now, const Change &change)
{
    return SafeApply(amp, now, change).carryOut();
}

} // namespace gainstage
