// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/window_model.h"

#include <algorithm>
#include <utility>

namespace gainstage {

WindowModel::WindowModel(Amps &amps, PresetStore &presets, Preferences &preferences, Simulator &simulator, QString updates, QObject *parent)
    : QObject(parent), m_amps(amps), m_store(presets), m_preferences(preferences), m_simulator(simulator), m_updates(std::move(updates)), m_list(amps)
{
    connect(&amps, &Amps::changed, this, &WindowModel::onAmpsChanged);
    connect(&preferences, &Preferences::experimentalChanged, this, [this] { m_amps.allowExperimental(m_preferences.experimental()); });
    m_amps.allowExperimental(m_preferences.experimental());
    make();
    onAmpsChanged();
}

WindowModel::~WindowModel() = default;

PresetsModel &WindowModel::presets()
{
    return m_chosen ? m_chosen->presets : *m_presetsAlone;
}

void WindowModel::choose(int index)
{
    if (index == m_index || index < 0 || index >= static_cast<int>(m_amps.list().size()))
        return;
    m_index = index;
    make();
}

void WindowModel::choose(const Port &port)
{
    const auto &list = m_amps.list();
    for (std::size_t index = 0; index < list.size(); ++index) {
        if (list[index]->port.selector() == port.selector())
            choose(static_cast<int>(index));
    }
}

void WindowModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    m_list.setLocale(locale);
    make();
}

void WindowModel::onAmpsChanged()
{
    if (m_index < 0)
        choose(0);
}

FirmwareWork &WindowModel::work(Amps::Entry &entry)
{
    auto &work = m_works[&entry];
    if (!work) {
        work = std::make_unique<FirmwareWork>(entry, m_updates);
        connect(work.get(), &FirmwareWork::changed, this, &WindowModel::updateChanged);
    }
    return *work;
}

FirmwareWork *WindowModel::update() const
{
    const auto runs = std::ranges::find_if(m_works, [](const auto &work) { return work.second->isUpdating(); });
    return runs == m_works.end() ? nullptr : runs->second.get();
}

void WindowModel::make()
{
    auto before = std::move(m_chosen);
    auto aloneBefore = std::move(m_presetsAlone);
    if (m_index >= 0) {
        Amps::Entry &entry = *m_amps.list()[static_cast<std::size_t>(m_index)];
        m_chosen = std::make_unique<AmpModels>(m_amps, entry, m_store, m_preferences, m_stored[&entry], work(entry), m_locale);
    } else {
        m_presetsAlone = std::make_unique<PresetsModel>(m_store, m_preferences, nullptr, m_locale);
    }
    Q_EMIT chosenChanged();
}

} // namespace gainstage
