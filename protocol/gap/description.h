// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QCborMap>
#include <QString>

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace gainstage::gap {

struct DescribedChoice {
    std::int32_t value = 0;
    QString key, name;
    std::optional<std::int32_t> adds; ///< centi-decibel
};
struct ChoiceKind {
    std::vector<DescribedChoice> choices; ///< at least one
};
struct RangeKind {
    std::uint32_t unit = 0; ///< of the registry; may be of a later version
    std::int32_t min = 0, max = 0, step = 1;
};
struct SwitchKind {};

enum SettingFlag : std::uint32_t { Audible = 1, ReadOnly = 2, StoredFlag = 4, Clicks = 8, SilentFloor = 16 };

/// A setting as the amp describes it (protocol/README.md, 5.3).
struct DescribedSetting {
    std::uint16_t id = 0;
    std::uint16_t role = 0;
    QString name, key;
    std::variant<ChoiceKind, RangeKind, SwitchKind> kind;
    std::uint32_t flags = 0;  ///< sum of SettingFlag
    std::uint32_t settle = 0; ///< ms
};

struct NoiseFigure {
    std::int32_t gain = 0; ///< the choice of the gain setting
    std::uint32_t nanovolt = 0;
};
struct PowerFigure {
    std::uint32_t milliohm = 0, microwatt = 0;
};
struct DescribedOutput {
    std::int32_t id = 0;
    QString name, connector;
    bool balanced = false, line = false, senses = false;
    std::uint32_t milliohm = 0;
    std::optional<std::uint32_t> microvoltMax;   ///< RMS
    std::optional<std::uint32_t> microampereMax; ///< RMS
    std::vector<NoiseFigure> noise;
    std::vector<PowerFigure> power;
};
struct DescribedInput {
    std::int32_t id = 0;
    QString name;
};

struct Span {
    std::int32_t min = 0, max = 0, step = 1;
};
struct DescribedEqualizer {
    std::uint32_t bands = 0;
    std::vector<std::uint32_t> types; ///< may name types of a later version
    Span frequency, gain, q, preamp;
    std::vector<std::uint32_t> rates; ///< hertz
    std::uint32_t shelf = 0;          ///< 0 Q, 1 slope
    bool channels = false;
};
struct DescribedPresets {
    std::uint32_t count = 0, longestName = 0;
    std::optional<std::uint32_t> wear; ///< writes the memory stands
};
struct DescribedMeters {
    std::uint32_t channels = 0, rails = 0, fastest = 0; ///< fastest in ms
    bool temperature = false, clip = false;
};
struct DescribedSlot {
    std::uint32_t slot = 0, size = 0;
};

enum class Feature : std::uint32_t { Identify = 1, Lock = 2, FaultLog = 3, FactoryReset = 4, Store = 5 };

/// The description document (protocol/README.md, 5.2) in plain structs. Settings of an unknown kind are left out.
struct DescriptionDocument {
    std::vector<DescribedSetting> settings;
    std::vector<DescribedOutput> outputs;
    std::vector<DescribedInput> inputs;
    std::optional<DescribedEqualizer> equalizer;
    std::optional<DescribedPresets> presets;
    std::optional<DescribedMeters> meters;
    std::vector<DescribedSlot> firmwareSlots;
    std::vector<std::uint32_t> features; ///< may name features of a later version
    bool has(Feature feature) const;

    QCborMap encode() const;
    /// Errc::BadFrame names the key: wrong types, limits the wrong way round, numbers or keys given twice.
    static Result<DescriptionDocument> decode(const QCborMap &map);
    /// The same from the document's bytes.
    static Result<DescriptionDocument> parse(const QByteArray &document);
};

} // namespace gainstage::gap
