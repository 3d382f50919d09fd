// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots/stage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gainstage {

Stage::Stage(QApplication &application, std::span<const Family *const> families, std::unique_ptr<Ports> ports, const QString &folder,
             const QString &simulator)
    : m_paths{folder % u"/presets"_s, folder % u"/history"_s, folder % u"/cache"_s, folder % u"/updates"_s}, m_ports(std::move(ports)),
      m_finder(families, *m_ports), m_amps(m_finder, m_paths), m_presets(m_paths.presets), m_preferences(folder % u"/gainstage.ini"_s),
      m_simulator(simulator, folder % u"/amp.flash"_s), m_appearance(application, m_preferences),
      m_model(m_amps, m_presets, m_preferences, m_simulator, m_paths.updates), m_window(m_model)
{
    QObject::connect(&m_appearance, &Appearance::localeChanged, &m_model, [this] { m_model.setLocale(m_appearance.locale()); });
    m_model.setLocale(m_appearance.locale());
    m_window.show();
}

void Stage::setVariant(ThemeChoice theme, const QString &language, QSize size)
{
    m_preferences.overrideTheme(theme);
    if (language != m_preferences.language())
        m_preferences.overrideLanguage(language);
    m_window.resize(size);
}

void Stage::onMove(QObject *context, const std::function<void()> &moved)
{
    QObject::connect(&m_model, &WindowModel::chosenChanged, context, [this, context, moved] { watch(context, moved); });
    QObject::connect(&m_amps, &Amps::changed, context, moved);
    QObject::connect(&m_amps, &Amps::historyChanged, context, moved);
    watch(context, moved);
}

void Stage::watch(QObject *context, const std::function<void()> &moved)
{
    if (AmpModels *chosen = m_model.chosen()) {
        QObject::connect(&chosen->page, &AmpPageModel::changed, context, moved);
        QObject::connect(&chosen->setup, &SetupModel::changed, context, moved);
        QObject::connect(&chosen->presets, &PresetsModel::changed, context, moved);
        QObject::connect(&chosen->firmware, &FirmwareModel::changed, context, moved);
        for (const auto &setting : chosen->page.settings())
            QObject::connect(setting.get(), &SettingModel::changed, context, moved);
        QObject::connect(&chosen->page, &AmpPageModel::rebuilt, context, [this, context, moved] { watch(context, moved); });
    }
    moved();
}

Amps::Entry &Stage::entry()
{
    return *m_amps.list()[static_cast<std::size_t>(m_model.chosenIndex())];
}

bool Stage::isReady() const
{
    const AmpModels *chosen = m_model.chosen();
    return chosen && chosen->page.isKnown() && chosen->page.link().kind == LinkState::Kind::Ready;
}

bool Stage::isMeasured() const
{
    const MetersModel *meters = m_model.chosen()->page.meters();
    return m_window.page() != PageId::Amp || !meters || meters->isMeasured();
}

bool Stage::isSettled() const
{
    if (!isReady())
        return false;
    const auto &settings = m_model.chosen()->page.settings();
    return isMeasured() && !m_model.chosen()->presets.isApplying() && !m_model.chosen()->setup.isStoring() &&
           std::ranges::none_of(settings, &SettingModel::isPending);
}

} // namespace gainstage
