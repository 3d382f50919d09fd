// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/surroundings.h"

namespace gainstage::firmware {

InputReading inputOf(const SensorReadings &sensors)
{
    return {sensors.input, sensors.inputLocked, sensors.inputLocked ? sensors.sampleRate : 0};
}

Surroundings readSurroundings(Hardware &hardware, const ModelDefinition &model)
{
    Surroundings surroundings;
    const SensorReadings sensors = hardware.sensors();
    surroundings.input = inputOf(sensors);
    surroundings.protection = sensors.protection;
    for (std::size_t i = 0; i < model.outputs.size(); ++i) {
        if (model.outputs[i].detects)
            surroundings.jacks[i] = hardware.jack(model.outputs[i].id);
    }
    return surroundings;
}

} // namespace gainstage::firmware
