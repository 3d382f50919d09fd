// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/jdslabs/leaves.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace gainstage::jdslabs {
namespace {

constexpr std::size_t mostLeaves = 256;
constexpr std::int32_t mostRaw = 10'000'000;
constexpr int deepest = 8;

struct Scale {
    Unit unit = Unit::None;
    double factor = 1;
};

/// By what the amp calls it.
Scale scaleOf(const QString &name)
{
    if (name == QLatin1String("Gain"))
        return {Unit::CentiDecibel, 100};
    if (name == QLatin1String("Frequency"))
        return {Unit::Hertz, 1};
    if (name == QLatin1String("Q"))
        return {Unit::MilliQ, 1000};
    return {};
}

/// A number of unknown meaning is not rounded.
std::optional<std::int32_t> rawOf(const Leaf &leaf)
{
    const Scale scale = scaleOf(leaf.path.last());
    const double raw = leaf.value.toDouble() * scale.factor;
    const bool fits = leaf.value.isDouble() && std::abs(raw) <= mostRaw && (scale.unit != Unit::None || raw == std::round(raw));
    return fits ? std::optional(static_cast<std::int32_t>(std::lround(raw))) : std::nullopt;
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

bool isHeadphoneEqualizer(const QStringList &path)
{
    const bool isHeadphone = path.size() == 4 && path[0] == QLatin1String("DSP") && path[1] == QLatin1String("Headphone");
    return isHeadphone && (path[2] != QLatin1String("Preamp") || path[3] == QLatin1String("Gain"));
}

void collect(const QJsonObject &branch, const QStringList &path, std::vector<Leaf> &leaves)
{
    const QJsonValue current = branch[QLatin1String("Current")];
    if (!path.isEmpty() && (current.isString() || current.isDouble() || current.isBool())) {
        if (!isHeadphoneEqualizer(path) && leaves.size() < mostLeaves)
            leaves.push_back({path, current});
        return;
    }
    for (auto child = branch.begin(); child != branch.end() && path.size() < deepest; ++child) {
        if (child->isObject())
            collect(child->toObject(), path + QStringList{child.key()}, leaves);
    }
}

} // namespace

/// Two paths that have one key (they differ in a sign) would be one setting: only the first is shown.
std::vector<Leaf> leavesIn(const QJsonObject &description)
{
    std::vector<Leaf> leaves;
    collect(description[QLatin1String("Configuration")].toObject(), {}, leaves);
    std::set<QString> keys;
    std::erase_if(leaves, [&](const Leaf &leaf) { return !keys.insert(keyOf(leaf.path)).second; });
    return leaves;
}

QString keyOf(const QStringList &path)
{
    QString key;
    for (const QChar character : path.join(QLatin1Char('-')).toLower())
        key += character.isLetterOrNumber() ? character : QLatin1Char('-');
    return key;
}

Setting settingOf(const Leaf &leaf, SettingId id)
{
    Setting setting{id, Role::MakersOwn, keyOf(leaf.path), leaf.path.join(QStringLiteral(" / ")), Switch{}, {}, {}};
    setting.flags.readOnly = true;
    if (rawOf(leaf))
        setting.kind = Range{scaleOf(leaf.path.last()).unit, -mostRaw, mostRaw, 1};
    else if (!leaf.value.isBool()) {
        const QString key = keyOf({textOf(leaf.value)});
        setting.kind = Choices{{Choice{{0}, key.isEmpty() ? QStringLiteral("-") : key, textOf(leaf.value), std::nullopt}}};
    }
    return setting;
}

std::optional<Value> valueOf(const Leaf &leaf, const Setting &setting)
{
    if (setting.isSwitch())
        return leaf.value.isBool() ? std::optional(Value{leaf.value.toBool() ? 1 : 0}) : std::nullopt;
    if (setting.range() != nullptr) {
        const auto raw = rawOf(leaf);
        return raw ? std::optional(Value{*raw}) : std::nullopt;
    }
    const Choice &only = setting.choices()->list.front();
    return only.label == textOf(leaf.value) ? std::optional(only.value) : std::nullopt;
}

} // namespace gainstage::jdslabs
