// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace gainstage::firmware_file {

/// Bounds on what comes from outside; no amp's firmware comes near them.
inline constexpr std::size_t kLargestFile = 16UL << 20U;     ///< bytes of a firmware file, and of one entry of a cabinet
inline constexpr std::size_t kLargestUnpacked = 32UL << 20U; ///< bytes of all entries of a cabinet
inline constexpr std::size_t kMostEntries = 64;
inline constexpr std::size_t kLargestMetainfo = 1UL << 20U; ///< bytes

} // namespace gainstage::firmware_file
