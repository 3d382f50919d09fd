// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/equalizer.h"
#include "devices/amp/setting.h"

#include <QByteArray>

namespace gainstage {

struct Identity {
    QString maker, model, serialNumber;
    QString hardware, firmware; ///< versions
    QString protocol;           ///< "GAP 1.0"
    QByteArray digest;          ///< of the description, for caches; may be empty
};

struct NoisePoint {
    Value gain;
    Volts noise;
};
struct PowerPoint {
    Ohms load;
    Watts power;
};

/// One output and its electrical figures; what is absent is not known.
struct OutputFigures {
    Value id; ///< the choice of the output setting; 0 where there is only one output
    QString label;
    QString connector; ///< "6.35mm", "xlr4" …: protocol/README.md, 5.4
    bool balanced = false;
    bool line = false;
    bool sensesImpedance = false;
    Ohms outputImpedance;
    std::optional<Volts> maxVoltage;
    std::optional<Amperes> maxCurrent;
    std::vector<NoisePoint> noise;
    std::vector<PowerPoint> power;
};

struct InputFigures {
    Value id;
    QString label;
};

struct MeterLayout {
    int channels = 0; ///< of the level meter; 0 has none
    bool clip = false;
    bool temperature = false;
    int supplyRails = 0;
    std::chrono::milliseconds fastest{100};
};
struct PresetSlots {
    int count = 0;
    int longestName = 0;
};
struct FirmwareSlot {
    int slot = 0;
    std::int64_t size = 0;
};

/// What an amp is and can do. Everything above the families works from this alone; absent means not there.
struct Description {
    Identity identity;
    std::vector<Setting> settings;
    std::vector<OutputFigures> outputs;
    std::vector<InputFigures> inputs;
    std::optional<EqualizerLimits> equalizer;
    std::optional<MeterLayout> meters;
    std::optional<PresetSlots> presets;
    std::vector<FirmwareSlot> firmwareSlots;
    bool canStore = false;
    bool canIdentify = false;

    const Setting *find(SettingId id) const;
    const Setting *find(Role role) const;
    const Setting *find(const QString &key) const;
    const OutputFigures *output(Value id) const;
};

} // namespace gainstage
