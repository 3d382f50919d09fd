// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/amp.h"

namespace gainstage {

/// The amp without its experimental settings: they are neither described, nor told, nor taken. The amp itself where it has none.
std::unique_ptr<Amp> withoutExperimental(std::unique_ptr<Amp> amp);

} // namespace gainstage
