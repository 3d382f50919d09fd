// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/setup_model.h"

#include "app/core/when_done.h"
#include "app/viewmodels/numbers.h"

#include <algorithm>

namespace gainstage {

SetupModel::SetupModel(Amps &amps, Amps::Entry &entry, PresetStore &presets, Preferences &preferences, std::optional<State> &stored, QObject *parent)
    : QObject(parent), m_amps(amps), m_entry(entry), m_presets(presets), m_preferences(preferences), m_stored(stored)
{
    connect(&preferences, &Preferences::presetChanged, this, &SetupModel::readPreset);
    connect(&amps, &Amps::historyChanged, this, &SetupModel::changed);
    connect(&amps, &Amps::historyFailed, this, [this](const Error &error) { show(std::unexpected(error), {}); });
    if (entry.session) {
        connect(entry.session, &Session::stateChanged, this, &SetupModel::follow);
        connect(entry.session, &Session::linkChanged, this, &SetupModel::readPreset);
        connect(entry.session, &Session::pendingChanged, this, &SetupModel::changed);
        connect(entry.session, &Session::maintainedChanged, this, &SetupModel::changed);
    }
    readPreset();
}

const Description *SetupModel::description() const
{
    return m_entry.session ? m_entry.session->description() : nullptr;
}

const State *SetupModel::state() const
{
    return m_entry.session ? m_entry.session->state() : nullptr;
}

bool SetupModel::isReady() const
{
    return m_entry.session && m_entry.session->link() == Session::Link::Ready && !m_entry.session->isMaintained() && state();
}

void SetupModel::readPreset()
{
    m_preset.reset();
    if (const Description *amp = description()) {
        const QString name = m_preferences.presetOf(amp->identity);
        const auto preset = m_presets.load(name);
        if (!name.isEmpty() && preset)
            m_preset = *preset;
    }
    follow();
}

void SetupModel::follow()
{
    watchStored();
    Q_EMIT changed();
}

void SetupModel::watchStored()
{
    if (isReady() && !state()->unstored)
        m_stored = *state();
}

QString SetupModel::presetName() const
{
    return m_preset ? m_preset->name : QString();
}

QString SetupModel::headphone() const
{
    return m_preset ? m_preset->headphone : QString();
}

int SetupModel::differences() const
{
    if (!m_preset || !description() || !state())
        return 0;
    const PresetPlan difference = plan(*m_preset, *description(), *state());
    return static_cast<int>(difference.differences.size()) + (difference.equalizer ? 1 : 0);
}

int SetupModel::countUnstored() const
{
    const auto differs = [this](const Setting &setting) { return setting.flags.stored && m_stored->value(setting.id) != state()->value(setting.id); };
    if (!m_stored)
        return 0;
    const auto settings = std::ranges::count_if(description()->settings, differs);
    return static_cast<int>(settings) + (m_stored->equalizer != state()->equalizer ? 1 : 0);
}

bool SetupModel::isUnstored() const
{
    return description() && description()->canStore && state() && state()->unstored;
}

QString SetupModel::unstoredText() const
{
    if (!isUnstored())
        return {};
    const int count = countUnstored();
    return count > 0 ? tr("%n change(s) not stored", nullptr, count) : tr("changes not stored");
}

QString SetupModel::unstoredBrief() const
{
    if (!isUnstored())
        return {};
    const int count = countUnstored();
    return count > 0 ? tr("%1 not stored").arg(count) : tr("not stored");
}

bool SetupModel::canStore() const
{
    return isReady() && description()->canStore && state()->unstored && !m_storing;
}

void SetupModel::store()
{
    if (!canStore())
        return;
    m_storing = true;
    Q_EMIT changed();
    whenDone(this, m_entry.session->store(), [this](const Result<void> &outcome) {
        m_storing = false;
        // Somebody changed it meanwhile: what is in flash is not known any more.
        if (outcome && state() && state()->unstored)
            m_stored.reset();
        show(outcome, tr("Stored in the amp."));
    });
}

bool SetupModel::canUndo() const
{
    const History *history = m_amps.history(m_entry);
    return isReady() && !m_stepping && history && history->toUndo();
}

bool SetupModel::canRedo() const
{
    const History *history = m_amps.history(m_entry);
    return isReady() && !m_stepping && history && history->toRedo();
}

void SetupModel::undo()
{
    if (canUndo())
        step(m_amps.undo(m_entry), tr("Undone."));
}

void SetupModel::redo()
{
    if (canRedo())
        step(m_amps.redo(m_entry), tr("Done again."));
}

void SetupModel::step(const QFuture<Result<Applied>> &future, const QString &done)
{
    m_stepping = true;
    Q_EMIT changed();
    whenDone(this, future, [this, done](const Result<Applied> &outcome) {
        m_stepping = false;
        show(outcome ? Result<void>() : std::unexpected(outcome.error()), done);
    });
}

void SetupModel::show(const Result<void> &outcome, const QString &done)
{
    m_message = outcome ? Message{Message::Kind::Done, done} : Message{Message::Kind::Problem, sentences(outcome.error())};
    follow();
}

void SetupModel::dismissMessage()
{
    m_message = {};
    Q_EMIT changed();
}

const Setting *SetupModel::mute() const
{
    const Setting *mute = description() ? description()->find(Role::Mute) : nullptr;
    return mute && mute->isSwitch() && !mute->flags.readOnly ? mute : nullptr;
}

bool SetupModel::hasMute() const
{
    return mute() != nullptr;
}

bool SetupModel::canMute() const
{
    return hasMute() && isReady();
}

bool SetupModel::isMuted() const
{
    return hasMute() && state() && state()->value(mute()->id) == Value{1};
}

void SetupModel::toggleMute()
{
    if (!canMute())
        return;
    if (const auto change = Change::of(*description(), {{mute()->id, Value{isMuted() ? 0 : 1}}}))
        m_entry.session->wish(*change);
}

} // namespace gainstage
