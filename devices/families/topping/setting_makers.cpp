// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/setting_makers.h"

namespace gainstage::topping_family {
namespace {

constexpr int filters = 8;

Setting bare(std::uint16_t id, Role role, const QString &key, const QString &label, SettingFlags flags)
{
    Setting setting;
    setting.id = {id};
    setting.role = role;
    setting.key = key;
    setting.label = label;
    setting.flags = flags;
    return setting;
}

} // namespace

Setting choices(std::uint16_t id, Role role, const QString &key, const QString &label, std::vector<Choice> list, SettingFlags flags)
{
    Setting setting = bare(id, role, key, label, flags);
    setting.kind = Choices{std::move(list)};
    return setting;
}

Setting range(std::uint16_t id, Role role, const QString &key, const QString &label, const Range &range, SettingFlags flags)
{
    Setting setting = bare(id, role, key, label, flags);
    setting.kind = range;
    return setting;
}

Setting toggle(std::uint16_t id, Role role, const QString &key, const QString &label, SettingFlags flags)
{
    Setting setting = bare(id, role, key, label, flags);
    setting.kind = Switch{};
    return setting;
}

std::vector<Choice> gainChoices()
{
    return {{{0}, QStringLiteral("low"), QStringLiteral("Low"), {}}, {{1}, QStringLiteral("high"), QStringLiteral("High"), {}}};
}

std::vector<Choice> filterChoices()
{
    std::vector<Choice> list;
    for (int number = 1; number <= filters; ++number)
        list.push_back({{number}, QStringLiteral("f%1").arg(number), QStringLiteral("F-%1").arg(number), {}});
    return list;
}

/// No serial number: two of the models have none, and that of the DX5 II is the same for all.
Identity identityOf(const QString &model)
{
    Identity identity;
    identity.maker = QStringLiteral("Topping");
    identity.model = model;
    identity.protocol = QStringLiteral("Topping HID");
    return identity;
}

} // namespace gainstage::topping_family
