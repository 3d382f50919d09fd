// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/hardware.h"
#include "firmware_sim/core/model.h"

namespace gainstage::firmware {

struct InputReading {
    std::uint8_t id = 0;
    bool locked = false;
    std::uint32_t rate = 0; ///< hertz; 0 without lock
    friend bool operator==(const InputReading &, const InputReading &) = default;
};

/// What the state says besides values. It changes only together with the revision, and so it is kept here and not asked from the hardware.
struct Surroundings {
    std::array<JackReading, kMaxOutputs> jacks{}; ///< in the order of the model's outputs
    InputReading input;
    std::uint32_t protection = 0;
};

/// News that the hardware brought while the firmware was at work, perhaps in consequence of that work; taken up when it is done.
struct Notices {
    std::uint32_t jacks = 0; ///< bits, in the order of the model's outputs
    bool input = false, protection = false, clip = false;

    bool any() const { return jacks != 0 || input || protection || clip; }
};

InputReading inputOf(const SensorReadings &sensors);
Surroundings readSurroundings(Hardware &hardware, const ModelDefinition &model);

} // namespace gainstage::firmware
