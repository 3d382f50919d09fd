// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/amp_page_model.h"

#include "app/core/when_done.h"
#include "app/viewmodels/numbers.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gainstage {

namespace {

constexpr auto kIdentifyFor = 5000ms;

} // namespace

AmpPageModel::AmpPageModel(const Amps::Entry &entry, const QLocale &locale, QObject *parent) : QObject(parent), m_entry(entry), m_locale(locale)
{
    if (!entry.session)
        return;
    connect(entry.session, &Session::linkChanged, this, &AmpPageModel::onLinkChanged);
    connect(entry.session, &Session::stateChanged, this, &AmpPageModel::changed);
    connect(entry.session, &Session::maintainedChanged, this, &AmpPageModel::changed);
    rebuild();
}

LinkState AmpPageModel::link() const
{
    return linkState(m_entry, m_locale);
}

bool AmpPageModel::isLive() const
{
    return m_entry.session && m_entry.session->link() == Session::Link::Ready && !m_entry.session->isMaintained();
}

bool AmpPageModel::isKnown() const
{
    return m_identity.has_value();
}

QString AmpPageModel::name() const
{
    return ampName(m_entry);
}

SettingModel *AmpPageModel::find(Role role) const
{
    const auto found = std::ranges::find_if(m_settings, [role](const auto &model) { return model->setting().role == role; });
    return found == m_settings.end() ? nullptr : found->get();
}

void AmpPageModel::onLinkChanged()
{
    const Description *amp = m_entry.session->description();
    if (amp && m_entry.session->link() == Session::Link::Ready && !isSameAmp(*amp))
        rebuild();
    Q_EMIT changed();
}

bool AmpPageModel::isSameAmp(const Description &amp) const
{
    return m_identity && m_identity->maker == amp.identity.maker && m_identity->model == amp.identity.model &&
           m_identity->firmware == amp.identity.firmware && m_identity->digest == amp.identity.digest && m_settings.size() == amp.settings.size();
}

void AmpPageModel::rebuild()
{
    const Description *amp = m_entry.session->description();
    if (!amp)
        return;
    // Whoever shows the old ones lets go of them in rebuilt().
    const auto settingsBefore = std::exchange(m_settings, {});
    const auto metersBefore = std::exchange(m_meters, nullptr);
    m_identity = amp->identity;
    for (const Setting &setting : amp->settings)
        m_settings.push_back(std::make_unique<SettingModel>(*m_entry.session, setting, m_locale));
    if (amp->meters) {
        m_meters = std::make_unique<MetersModel>(*m_entry.session, *amp->meters, m_locale);
        connect(m_meters.get(), &MetersModel::changed, this, &AmpPageModel::changed);
    }
    Q_EMIT rebuilt();
}

std::vector<AmpPageModel::Row> AmpPageModel::rows() const
{
    std::vector<Row> rows;
    const Description *amp = m_entry.session ? m_entry.session->description() : nullptr;
    const State *state = amp ? m_entry.session->state() : nullptr;
    if (!state)
        return rows;
    if (state->input)
        rows.push_back(inputRow(*amp, *state));
    for (const Jack &jack : state->jacks)
        rows.push_back({jackSummary(*amp, jack), jackText(jack, m_locale), false});
    addMeasured(rows);
    rows.push_back(protectionRow(*state));
    rows.push_back({tr("Firmware"), amp->identity.firmware.isEmpty() ? tr("unknown") : amp->identity.firmware, false});
    if (!amp->identity.serialNumber.isEmpty())
        rows.push_back({tr("Serial number"), amp->identity.serialNumber, false});
    return rows;
}

void AmpPageModel::addMeasured(std::vector<Row> &rows) const
{
    if (m_meters && m_meters->layout().temperature)
        rows.push_back({tr("Temperature"), m_meters->temperature(), false});
    if (m_meters && m_meters->layout().supplyRails > 0)
        rows.push_back({tr("Supply"), m_meters->supply(), false});
}

AmpPageModel::Row AmpPageModel::inputRow(const Description &amp, const State &state) const
{
    const InputState &input = *state.input;
    const auto figures = std::ranges::find(amp.inputs, input.id, &InputFigures::id);
    const SettingModel *setting = find(Role::Input);
    QString name = figures == amp.inputs.end() ? QString() : figures->label;
    if (setting)
        name = setting->text(input.id);
    const QString signal = !input.locked ? tr("no signal") : input.sampleRate > 0 ? sampleRateText(input.sampleRate, m_locale) : tr("signal");
    return {tr("Input"), name.isEmpty() ? signal : QString(name % u" · "_s % signal), false};
}

AmpPageModel::Row AmpPageModel::protectionRow(const State &state) const
{
    const Protection &protection = state.protection;
    QStringList reasons;
    if (protection.thermal)
        reasons += tr("too hot");
    if (protection.dc)
        reasons += tr("DC at the output");
    if (protection.overCurrent)
        reasons += tr("over-current");
    return {tr("Protection"), reasons.isEmpty() ? tr("ready") : reasons.join(u", "_s), protection.any()};
}

QString AmpPageModel::jackSummary(const Description &amp, const Jack &jack) const
{
    const OutputFigures *figures = amp.output(jack.output);
    const QString name = figures ? outputName(amp, *figures, m_locale) : QString();
    return name.isEmpty() ? tr("Jack") : tr("Jack %1").arg(name);
}

bool AmpPageModel::canIdentify() const
{
    return isLive() && m_entry.session->description() && m_entry.session->description()->canIdentify;
}

void AmpPageModel::identify()
{
    whenDone(this, m_entry.session->identify(kIdentifyFor), [this](const Result<void> &outcome) {
        m_failure = outcome ? QString() : sentences(outcome.error());
        Q_EMIT changed();
    });
}

void AmpPageModel::retry()
{
    if (m_entry.session)
        m_entry.session->retry();
}

} // namespace gainstage
