// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/description.h"

#include <algorithm>

namespace gainstage {
namespace {

template <typename List, typename Key, typename Member>
auto findBy(const List &list, const Key &key, Member member) -> decltype(list.data())
{
    const auto found = std::ranges::find(list, key, member);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const Setting *Description::find(SettingId id) const
{
    return findBy(settings, id, &Setting::id);
}

const Setting *Description::find(Role role) const
{
    return findBy(settings, role, &Setting::role);
}

const Setting *Description::find(const QString &key) const
{
    return findBy(settings, key, &Setting::key);
}

const OutputFigures *Description::output(Value id) const
{
    return findBy(outputs, id, &OutputFigures::id);
}

} // namespace gainstage
