// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/jdslabs_amp.h"

#include "firmware_sim/physics/biquad.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace gainstage::sim::jdslabs {
namespace {

using namespace Qt::StringLiterals;

constexpr double kRate = 48000;
constexpr double kMostGain = 12, kLeastQ = 0.1, kMostQ = 10;

QJsonObject leaf(const QJsonValue &value)
{
    return {{u"Current"_s, value}};
}

QJsonObject band(Bands bands, const QString &type, double hertz)
{
    QJsonObject band{{u"Frequency"_s, leaf(hertz)}, {u"Gain"_s, leaf(0)}, {u"Q"_s, leaf(0.707)}};
    if (bands == Bands::Twelve)
        band[u"Type"_s] = leaf(type);
    return band;
}

QJsonObject output(Bands bands)
{
    QJsonObject all{{u"Preamp"_s, QJsonObject{{u"Gain"_s, leaf(0)}, {u"Mode"_s, leaf(u"AUTO"_s)}}}};
    for (int i = 1; i <= 8; ++i)
        all[u"Peaking %1"_s.arg(i)] = band(bands, u"PEAKING"_s, 1000);
    if (bands == Bands::Ten) {
        all[u"Lowshelf"_s] = band(bands, u"LOWSHELF"_s, 80);
        all[u"Highshelf"_s] = band(bands, u"HIGHSHELF"_s, 10000);
        return all;
    }
    for (int i = 1; i <= 2; ++i) {
        all[u"Lowshelf %1"_s.arg(i)] = band(bands, u"LOWSHELF"_s, 80);
        all[u"Highshelf %1"_s.arg(i)] = band(bands, u"HIGHSHELF"_s, 10000);
    }
    return all;
}

bool isTaken(const QString &key, const QJsonValue &before, const QJsonValue &value)
{
    if (value.type() != before.type())
        return false;
    if (key == u"Gain"_s)
        return std::abs(value.toDouble()) <= kMostGain;
    if (key == u"Q"_s)
        return value.toDouble() >= kLeastQ && value.toDouble() <= kMostQ;
    if (key == u"Frequency"_s)
        return value.toDouble() > 0;
    return key == u"Mode"_s ? value == u"AUTO"_s : value == before; // a band keeps its type
}

firmware::BandSetting physical(const QString &name, const QJsonObject &band)
{
    const auto value = [&band](const QString &key) { return band[key][u"Current"_s].toDouble(); };
    firmware::BandSetting setting;
    setting.type = name.startsWith(u"Low"_s) ? 1 : name.startsWith(u"High"_s) ? 2 : 0;
    setting.on = value(u"Gain"_s) != 0;
    setting.hertz = static_cast<std::int32_t>(std::lround(value(u"Frequency"_s)));
    setting.centiDecibel = static_cast<std::int32_t>(std::lround(value(u"Gain"_s) * 100));
    setting.milliQ = static_cast<std::int32_t>(std::lround(value(u"Q"_s) * 1000));
    return setting;
}

double loudestOfOutput(const QJsonObject &output)
{
    std::vector<firmware::BandSetting> bands;
    for (auto band = output.begin(); band != output.end(); ++band) {
        if (band.key() != u"Preamp"_s)
            bands.push_back(physical(band.key(), band->toObject()));
    }
    return output[u"Preamp"_s][u"Gain"_s][u"Current"_s].toDouble() + loudestDecibel(bands, kRate);
}

} // namespace

/// With leaves besides, as a real one has, whose names nobody has published: these are made up and stand for them.
QJsonObject configurationOf(Bands bands)
{
    const QJsonObject general{
        {u"Input Mode"_s, leaf(u"USB"_s)}, {u"Example Level"_s, leaf(50)}, {u"Example Switch"_s, leaf(true)}, {u"Example Ratio"_s, leaf(0.25)}};
    const QJsonObject processor{{u"Headphone"_s, output(bands)}, {u"RCA"_s, output(bands)}};
    return {{u"General"_s, general}, {u"DSP"_s, processor}, {u"Example List"_s, QJsonArray{1, 2}}};
}

bool merge(QJsonObject &leaves, const QJsonObject &values)
{
    for (auto value = values.begin(); value != values.end(); ++value) {
        QJsonObject below = leaves[value.key()].toObject();
        if (below.isEmpty())
            return false;
        if (value->isObject()) {
            if (!merge(below, value->toObject()))
                return false;
        } else {
            if (!isTaken(value.key(), below[u"Current"_s], *value))
                return false;
            below[u"Current"_s] = *value;
        }
        leaves[value.key()] = below;
    }
    return true;
}

double loudestOf(const QJsonObject &configuration)
{
    const QJsonObject processor = configuration[u"DSP"_s].toObject();
    return std::max(loudestOfOutput(processor[u"Headphone"_s].toObject()), loudestOfOutput(processor[u"RCA"_s].toObject()));
}

} // namespace gainstage::sim::jdslabs
