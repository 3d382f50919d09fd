// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/result.h"
#include "protocol/smp/packet.h"

namespace gainstage::smp {

/// The groups from here on are a maker's own; ours is the first of them.
inline constexpr Group kFirstUserGroup = 64;

/// A refusal as an Error: the codes of protocol/README.md, section 4, each with its own sentence; others as Errc::Refused with group and number.
/// The first fact is `id` where the amp named what is to blame.
Error errorOf(const Refusal &refusal);

} // namespace gainstage::smp
