// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/meters_model.h"

#include "app/viewmodels/numbers.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gainstage {

MetersModel::MetersModel(Session &session, const MeterLayout &layout, const QLocale &locale, QObject *parent)
    : QObject(parent), m_session(session), m_layout(layout), m_locale(locale)
{
    connect(&session, &Session::metersMeasured, this, &MetersModel::take);
    connect(&session, &Session::linkChanged, this, &MetersModel::onLinkChanged);
    connect(&session, &Session::maintainedChanged, this, &MetersModel::onLinkChanged);
}

MetersModel::~MetersModel()
{
    setWatched(false);
}

QString MetersModel::channelName(int channel) const
{
    if (m_layout.channels == 2)
        return channel == 0 ? tr("Left") : tr("Right");
    return tr("Channel %1").arg(channel + 1);
}

std::optional<DbfsLevel> MetersModel::level(int channel) const
{
    if (!m_meters || channel < 0 || static_cast<std::size_t>(channel) >= m_meters->level.size())
        return {};
    return m_meters->level[static_cast<std::size_t>(channel)];
}

QString MetersModel::levelText(int channel) const
{
    const auto now = level(channel);
    if (!now)
        return tr("unknown");
    return now->value <= -119.9 ? tr("silent") : measured(now->value, 0, tr("dBFS"), m_locale);
}

QString MetersModel::clipText() const
{
    if (!m_meters || !m_meters->clips)
        return {};
    const auto count = static_cast<int>(std::min<std::int64_t>(*m_meters->clips, 999'999));
    return count == 0 ? tr("no clip") : tr("clipped %n time(s)", nullptr, count);
}

QString MetersModel::temperature() const
{
    return m_meters && m_meters->temperature ? measured(m_meters->temperature->value, 0, u"°C"_s, m_locale) : tr("unknown");
}

QString MetersModel::supply() const
{
    if (!m_meters || m_meters->supply.empty())
        return tr("unknown");
    const auto &rails = m_meters->supply;
    if (rails.size() == 2 && rails[0].value > 0 && std::abs(rails[0].value + rails[1].value) < 0.05 * rails[0].value)
        return QChar(0x00b1) % measured(rails[0].value, 1, u"V"_s, m_locale);
    QStringList texts;
    for (const Volts rail : rails)
        texts += measured(rail.value, 1, u"V"_s, m_locale);
    return texts.join(u" · "_s);
}

void MetersModel::setWatched(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    m_session.meterEvery(watched ? std::max<std::chrono::milliseconds>(m_layout.fastest, 100ms) : 0ms);
}

void MetersModel::take(const Meters &meters)
{
    m_clipping = meters.clips && m_clipsBefore && *meters.clips > *m_clipsBefore;
    m_clipsBefore = meters.clips;
    m_meters = meters;
    Q_EMIT changed();
}

void MetersModel::onLinkChanged()
{
    if (m_session.link() == Session::Link::Ready && !m_session.isMaintained())
        return;
    m_meters.reset();
    m_clipsBefore.reset();
    m_clipping = false;
    Q_EMIT changed();
}

} // namespace gainstage
