// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/proven_amp.h"

#include <algorithm>
#include <set>
#include <utility>

namespace gainstage {
namespace {

bool isExperimental(const Setting &setting)
{
    return setting.flags.experimental;
}

/// Hands everything through but what the user has not asked for.
class ProvenAmp final : public Amp {
public:
    explicit ProvenAmp(std::unique_ptr<Amp> inner);

    const Description &description() const override { return m_description; }
    Result<State> read() override { return proven(m_inner->read()); }
    Result<State> apply(const Change &change, std::optional<Revision> expected) override;
    Result<void> store() override { return m_inner->store(); }
    Result<void> identify(std::chrono::milliseconds duration) override { return m_inner->identify(duration); }
    Result<Meters> meters() override { return m_inner->meters(); }
    Result<void> meterEvery(std::chrono::milliseconds interval) override { return m_inner->meterEvery(interval); }
    void onEvent(std::function<void(const Event &)> handler) override;
    Result<void> listen(Deadline deadline) override { return m_inner->listen(deadline); }
    void onReadable(std::function<void()> wake) override { m_inner->onReadable(std::move(wake)); }
    const Clock &clock() const override { return m_inner->clock(); }
    FirmwareAccess *firmware() override { return m_inner->firmware(); }

private:
    State proven(State state) const;
    Result<State> proven(Result<State> state) const;

    std::unique_ptr<Amp> m_inner;
    Description m_description;
    std::set<SettingId> m_hidden;
};

ProvenAmp::ProvenAmp(std::unique_ptr<Amp> inner) : m_inner(std::move(inner)), m_description(m_inner->description())
{
    for (const Setting &setting : m_description.settings) {
        if (isExperimental(setting))
            m_hidden.insert(setting.id);
    }
    std::erase_if(m_description.settings, isExperimental);
    m_inner->leaveOutExperimental();
}

State ProvenAmp::proven(State state) const
{
    for (const SettingId id : m_hidden)
        state.values.erase(id);
    return state;
}

Result<State> ProvenAmp::proven(Result<State> state) const
{
    return state ? Result<State>(proven(*std::move(state))) : state;
}

/// A change is made against a description; one that was made against another must not get through.
Result<State> ProvenAmp::apply(const Change &change, std::optional<Revision> expected)
{
    const auto checked = Change::of(m_description, change.values(), change.equalizer());
    if (!checked)
        return std::unexpected(checked.error());
    return proven(m_inner->apply(*checked, expected));
}

void ProvenAmp::onEvent(std::function<void(const Event &)> handler)
{
    m_inner->onEvent([this, told = std::move(handler)](const Event &event) {
        if (!told)
            return;
        if (const auto *changed = std::get_if<StateChanged>(&event))
            told(StateChanged{proven(changed->state), changed->source});
        else
            told(event);
    });
}

} // namespace

std::unique_ptr<Amp> withoutExperimental(std::unique_ptr<Amp> amp)
{
    if (std::ranges::none_of(amp->description().settings, isExperimental))
        return amp;
    return std::make_unique<ProvenAmp>(std::move(amp));
}

} // namespace gainstage
