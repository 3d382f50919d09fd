// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/family.h"
#include "devices/families/fiio/fiio_family.h"
#include "devices/families/jdslabs/jdslabs_family.h"
#include "devices/families/reference/reference_family.h"
#include "devices/families/topping/topping_family.h"

#include <array>

namespace gainstage {

std::span<const Family *const> allFamilies()
{
    static const ReferenceFamily reference;
    static const ToppingFamily topping;
    static const FiioFamily fiio;
    static const JdsLabsFamily jdslabs;
    static const std::array<const Family *, 4> all{&reference, &topping, &fiio, &jdslabs};
    return all;
}

} // namespace gainstage
