// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/verify.h"

#include <string>
#include <vector>

namespace gainstage::test {

/// A file that must be refused, and why.
struct BadFile {
    std::string name;
    Bytes file;
    firmware_file::Check check;
    std::string field;
    std::string where = {}; ///< offset, entry or line, as the error's second fact; empty: it has none or any
};

/// Images with one thing wrong each.
std::vector<BadFile> badImages();
/// Cabinets with one thing wrong each.
std::vector<BadFile> badCabinets();
/// Sound cabinets with one thing wrong in their metainfo each.
std::vector<BadFile> badMetainfos();

} // namespace gainstage::test
