// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/fiio_amp.h"

#include <QJsonArray>

namespace gainstage::sim::fiio {
namespace {

using namespace Qt::StringLiterals;

QJsonObject refused(const QString &why)
{
    return {{u"ok"_s, false}, {u"error"_s, why}};
}

QJsonObject done()
{
    return {{u"ok"_s, true}};
}

} // namespace

/// "set" with "key" (preset, volume, filter, balance) and "value": somebody at the amp itself. "name" with "slot" and "text": the
/// same for the name of a preset of the user. "misbehave" with "silent" (answers nothing), "calm" (says nothing twice or late), "deaf" (takes no sets) or
/// "plain" (knows nothing of volume, filter and balance).
QJsonObject FiioAmp::act(const QJsonObject &request, std::int64_t)
{
    const QString what = request[u"do"_s].toString(), key = request[u"key"_s].toString();
    if (what == u"misbehave"_s) {
        m_silent = request[u"silent"_s].toBool(m_silent);
        m_calm = request[u"calm"_s].toBool(m_calm);
        m_deaf = request[u"deaf"_s].toBool(m_deaf);
        m_plain = request[u"plain"_s].toBool(m_plain);
        return done();
    }
    if (what == u"name"_s) {
        const QByteArray text = request[u"text"_s].toString().toUtf8();
        Data data{static_cast<std::uint8_t>(request[u"slot"_s].toInt())};
        data.insert(data.end(), text.begin(), text.end());
        setName(data);
        return done();
    }
    if (what != u"set"_s)
        return refused(u"“"_s + what + u"” is nothing that happens to this amp"_s);
    const int value = request[u"value"_s].toInt(-1);
    if (value < 0 || value > 0xff)
        return refused(u"value"_s);
    const auto byte = static_cast<std::uint8_t>(value);
    if (key == u"preset"_s && presetOf(m_model, byte) != nullptr)
        select(byte);
    else if (key == u"volume"_s && byte <= m_model.mostVolume)
        m_volume = byte;
    else if (key == u"filter"_s)
        m_filter = byte;
    else if (key == u"balance-left"_s)
        m_left = byte, m_right = 0;
    else
        return refused(u"key, or a value that it does not take"_s);
    m_level = computeLevel();
    return done();
}

QJsonObject FiioAmp::truth() const
{
    QJsonArray bands;
    for (const Tone &tone : m_working.tones)
        bands.append(
            QJsonObject{{u"type"_s, tone.type}, {u"hertz"_s, tone.hertz}, {u"gain"_s, tone.deciDecibel / 10.0}, {u"q"_s, tone.qHundredths / 100.0}});
    const QJsonObject equalizer{{u"on"_s, m_on}, {u"preamp"_s, m_working.deciDecibel / 10.0}, {u"count"_s, m_count}, {u"bands"_s, bands}};
    const QJsonObject settings{{u"preset"_s, m_active}, {u"volume"_s, m_volume}, {u"filter"_s, m_filter}, {u"balance"_s, m_right - m_left}};
    return {{u"settings"_s, settings}, {u"equalizer"_s, equalizer}, {u"stores"_s, m_stores}, {u"lost"_s, m_lost}, {u"resets"_s, m_resets}};
}

} // namespace gainstage::sim::fiio
