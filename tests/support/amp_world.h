// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/ear_safe.h"

#include <algorithm>
#include <limits>

namespace gainstage::test {

inline constexpr SettingId kGain{1}, kOutput{2}, kVolume{4}, kMute{5}, kBalance{6}, kFilter{7}, kCrossfeed{8}, kBrightness{10}, kInput{3};

/// What an amp of the tests is like.
struct Traits {
    bool mute = true;
    bool silentFloor = true;
    bool clicks = false;       ///< gain and output
    bool knownDecibels = true; ///< of gain and output
    bool equalizer = true;
    std::int32_t lowest = -6000; ///< centi-decibel, of the volume
};

inline Setting choiceSetting(SettingId id, Role role, const QString &key, const std::vector<std::optional<Decibels>> &adds)
{
    Setting setting;
    setting.id = id;
    setting.role = role;
    setting.key = key;
    setting.flags = {.audible = true, .stored = true};
    Choices choices;
    for (std::size_t i = 0; i < adds.size(); ++i)
        choices.list.push_back({{static_cast<std::int32_t>(i)}, key + QString::number(i), {}, adds[i]});
    setting.kind = choices;
    return setting;
}

inline Setting rangeSetting(SettingId id, Role role, const QString &key, Range range)
{
    Setting setting;
    setting.id = id;
    setting.role = role;
    setting.key = key;
    setting.flags = {.audible = true, .stored = true};
    setting.kind = range;
    return setting;
}

inline Setting switchSetting(SettingId id, Role role, const QString &key)
{
    Setting setting;
    setting.id = id;
    setting.role = role;
    setting.key = key;
    setting.flags = {.audible = true};
    setting.kind = Switch{};
    return setting;
}

/// Gain 0, +5, +12 dB; output 0, +6 dB; volume in half decibels; balance, filter, crossfeed, brightness, input; two bands.
inline Description describedBy(const Traits &traits)
{
    using namespace std::chrono_literals;
    const auto known = [&](double decibels) { return traits.knownDecibels ? std::optional(Decibels{decibels}) : std::nullopt; };
    Description amp;
    amp.settings.push_back(choiceSetting(kGain, Role::Gain, QStringLiteral("gain"), {known(0), known(5), known(12)}));
    amp.settings.push_back(choiceSetting(kOutput, Role::Output, QStringLiteral("output"), {known(0), known(6)}));
    for (Setting &setting : amp.settings) {
        setting.flags.clicks = traits.clicks;
        setting.settle = 8ms;
    }
    amp.settings.push_back(choiceSetting(kInput, Role::Input, QStringLiteral("input"), {std::nullopt, std::nullopt}));
    amp.settings.push_back(rangeSetting(kVolume, Role::Volume, QStringLiteral("volume"), {Unit::CentiDecibel, traits.lowest, 0, 50}));
    amp.settings.back().flags.silentFloor = traits.silentFloor;
    if (traits.mute)
        amp.settings.push_back(switchSetting(kMute, Role::Mute, QStringLiteral("mute")));
    amp.settings.push_back(rangeSetting(kBalance, Role::Balance, QStringLiteral("balance"), {Unit::CentiDecibel, -1000, 1000, 50}));
    amp.settings.push_back(choiceSetting(kFilter, Role::Filter, QStringLiteral("filter"), {std::nullopt, std::nullopt}));
    amp.settings.push_back(choiceSetting(kCrossfeed, Role::Crossfeed, QStringLiteral("crossfeed"), {std::nullopt, std::nullopt}));
    amp.settings.push_back(rangeSetting(kBrightness, Role::Brightness, QStringLiteral("brightness"), {Unit::Percent, 0, 100, 5}));
    amp.settings.back().flags.audible = false;
    if (traits.equalizer)
        amp.equalizer = EqualizerLimits{2, {FilterType::Peaking}, {20, 20000, 1}, {-1200, 1200, 10}, {100, 10000, 1}, {-1200, 0, 10}, {48000}};
    return amp;
}

inline Equalizer equalizerWith(bool on, std::int32_t preamp, std::int32_t first, std::int32_t second = 0)
{
    return {on, preamp, {{FilterType::Peaking, 100, first, 707, true}, {FilterType::Peaking, 8000, second, 707, true}}};
}

inline State quietState(const Traits &traits)
{
    State state;
    state.revision = {1};
    state.values = {{kGain, {0}},    {kOutput, {0}}, {kInput, {0}},     {kVolume, {-3000}},
                    {kBalance, {0}}, {kFilter, {0}}, {kCrossfeed, {0}}, {kBrightness, {50}}};
    if (traits.mute)
        state.values[kMute] = {0};
    if (traits.equalizer)
        state.equalizer = equalizerWith(false, 0, 0);
    return state;
}

/// The true level at both ears, whatever the description says of it.
struct Ears {
    double left = 0, right = 0;
};

inline Ears heard(const Traits &traits, const State &state)
{
    constexpr double silence = -std::numeric_limits<double>::infinity();
    const auto raw = [&](SettingId id) { return state.value(id).value_or(Value{}).raw; };
    if (raw(kMute) == 1 || (traits.silentFloor && raw(kVolume) == traits.lowest))
        return {silence, silence};
    constexpr double gains[] = {0, 5, 12}, outputs[] = {0, 6}, crossfeeds[] = {0, 4}, inputs[] = {0, 9};
    double level = gains[raw(kGain)] + outputs[raw(kOutput)] + crossfeeds[raw(kCrossfeed)] + inputs[raw(kInput)] + raw(kVolume) / 100.0;
    if (state.equalizer && state.equalizer->on) // two peaks, at most one of which boosts: their sum is loudest at its centre
        level += (state.equalizer->preamp + std::max({0, state.equalizer->bands[0].gain, state.equalizer->bands[1].gain})) / 100.0;
    const int balance = raw(kBalance);
    return {level - std::max(balance, 0) / 100.0, level - std::max(-balance, 0) / 100.0};
}

} // namespace gainstage::test
