// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "devices/discovery/port.h"
#include "devices/families/jdslabs/conversation.h"

namespace gainstage::jdslabs {

/// Errc::BadFrame where the description cannot be read once more.
Result<gainstage::Description> describe(const Described &described, const Port &port);

gainstage::Equalizer houseEqualizer(const Equalizer &held);
/// The whole equalizer, as every real amp was sent it. What does not change keeps all the digits that the amp told.
Update updateTo(const gainstage::Equalizer &wanted, const Description &held);

} // namespace gainstage::jdslabs
