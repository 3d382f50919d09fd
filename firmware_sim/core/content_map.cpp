// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/content_map.h"

namespace gainstage::firmware {

namespace {

bool showsImpedance(const OutputDefinition &output, const JackReading &jack)
{
    return output.sensesImpedance && jack.plugged && jack.milliohm > 0;
}

} // namespace

void putEqualizer(CborWriter &out, const ModelDefinition &model, const Equalizer &equalizer)
{
    const std::size_t count = model.equalizer != nullptr ? model.equalizer->initial.size() : 0;
    out.text("on").boolean(equalizer.on).text("pre").number(equalizer.preamp).text("bands").array(count);
    for (const BandSetting &band : std::span(equalizer.bands).first(count))
        out.array(5).number(band.type).number(band.hertz).number(band.centiDecibel).number(band.milliQ).number(band.on ? 1 : 0);
}

std::size_t jackPairs(const OutputDefinition &output, const JackReading &jack)
{
    return showsImpedance(output, jack) ? 3 : 2;
}

void putJack(CborWriter &out, const OutputDefinition &output, const JackReading &jack)
{
    out.text("out").number(output.id).text("in").boolean(jack.plugged);
    if (showsImpedance(output, jack))
        out.text("z").number(jack.milliohm);
}

void putInput(CborWriter &out, const InputReading &input)
{
    out.map(3).text("id").number(input.id).text("lock").boolean(input.locked).text("rate").number(input.rate);
}

} // namespace gainstage::firmware
