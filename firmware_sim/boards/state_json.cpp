// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/state_json.h"

#include "firmware_sim/boards/control_line.h"

#include <cmath>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::span<const firmware::OutputDefinition> simulatedOutputs(const firmware::ModelDefinition &model)
{
    return model.outputs.first(std::min(model.outputs.size(), kMostOutputs));
}

QJsonObject settingsOf(const firmware::ModelDefinition &model, const Truth &truth)
{
    QJsonObject settings;
    for (const firmware::SettingDefinition &setting : model.settings)
        if (const auto value = truth.values.find(setting.id); value != truth.values.end())
            settings[textOf(setting.key)] = static_cast<qint64>(value->second);
    return settings;
}

QJsonObject bandOf(const firmware::BandSetting &band)
{
    return {{u"type"_s, band.type}, {u"on"_s, band.on}, {u"hertz"_s, band.hertz}, {u"centiDecibel"_s, band.centiDecibel}, {u"milliQ"_s, band.milliQ}};
}

QJsonObject equalizerOf(const Truth &truth)
{
    QJsonArray bands;
    for (const firmware::BandSetting &band : truth.bands)
        bands += bandOf(band);
    return {{u"on"_s, truth.equalizerOn}, {u"preamp"_s, truth.preamp}, {u"bands"_s, bands}};
}

QJsonArray outputsOf(const AmpBoard &board)
{
    QJsonArray outputs;
    for (const firmware::OutputDefinition &output : simulatedOutputs(board.model()))
        outputs += QJsonObject{{u"id"_s, output.id}, {u"name"_s, textOf(output.name)}, {u"volts"_s, board.world().volts(output.id)}};
    return outputs;
}

QJsonObject jackOf(const World &world, std::uint8_t output)
{
    const auto &load = world.load(output);
    QJsonObject jack{{u"output"_s, output}, {u"plugged"_s, load.has_value()}};
    if (!load)
        return jack;
    jack[u"ohm"_s] = load->ohm;
    jack[u"sensitivity"_s] = load->sensitivity;
    if (const double volts = world.volts(output); volts > 0)
        jack[u"spl"_s] = load->sensitivity + 20 * std::log10(volts);
    return jack;
}

QJsonArray jacksOf(const AmpBoard &board)
{
    QJsonArray jacks;
    for (const firmware::OutputDefinition &output : simulatedOutputs(board.model()))
        jacks += jackOf(board.world(), output.id);
    return jacks;
}

QJsonArray sourcesOf(const Signal &signal)
{
    QJsonArray sources;
    for (std::size_t input = 0; input < signal.inputs(); ++input) {
        const Source &source = signal.source(static_cast<std::uint8_t>(input));
        sources += QJsonObject{{u"input"_s, static_cast<qint64>(input)},
                               {u"dbfs"_s, source.dbfs},
                               {u"rate"_s, static_cast<qint64>(source.rate)},
                               {u"locked"_s, source.locked},
                               {u"hertz"_s, source.hertz}};
    }
    return sources;
}

void addTruth(AmpBoard &board, QJsonObject &answer)
{
    const auto truth = board.truth();
    answer[u"settings"_s] = truth ? settingsOf(board.model(), *truth) : QJsonObject();
    answer[u"equalizer"_s] = truth && truth->hasEqualizer ? QJsonValue(equalizerOf(*truth)) : QJsonValue();
    answer[u"dirty"_s] = truth && truth->dirty;
    answer[u"revision"_s] = truth ? static_cast<qint64>(truth->revision) : 0;
}

void addWorld(const World &world, QJsonObject &answer)
{
    answer[u"sources"_s] = sourcesOf(world.signal());
    answer[u"celsius"_s] = world.celsius();
    answer[u"supply"_s] = QJsonArray{world.rail(), -world.rail()};
    answer[u"protection"_s] = static_cast<qint64>(world.protection());
    answer[u"clips"_s] = static_cast<qint64>(world.clips());
    answer[u"clipping"_s] = world.isClipping();
}

} // namespace

void addState(AmpBoard &board, const Wires &wires, QJsonObject &answer)
{
    addTruth(board, answer);
    addWorld(board.world(), answer);
    answer[u"outputs"_s] = outputsOf(board);
    answer[u"jacks"_s] = jacksOf(board);
    answer[u"light"_s] = board.hardware().isLit();
    answer[u"brightness"_s] = board.hardware().brightness();
    answer[u"power"_s] = board.isOn();
    answer[u"links"_s] = linksOf(wires);
    answer[u"model"_s] = textOf(board.model().model);
    answer[u"serialNumber"_s] = QString::fromStdString(board.serialNumber());
    answer[u"us"_s] = static_cast<qint64>(board.now());
}

void addTrajectory(const AmpBoard &board, QJsonObject &answer)
{
    const std::size_t outputs = simulatedOutputs(board.model()).size();
    QJsonArray points;
    for (const LevelPoint &point : board.world().trajectory().points()) {
        QJsonArray volts;
        for (std::size_t output = 0; output < outputs; ++output)
            volts += point.volts[output];
        points += QJsonObject{{u"us"_s, static_cast<qint64>(point.microseconds)}, {u"volts"_s, volts}};
    }
    answer[u"points"_s] = points;
    answer[u"dropped"_s] = static_cast<qint64>(board.world().trajectory().dropped());
    answer[u"us"_s] = static_cast<qint64>(board.now());
}

} // namespace gainstage::sim
