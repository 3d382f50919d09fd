// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gainstage {

/// One line that a page shows after something was tried.
struct Message {
    enum class Kind { None, Done, Problem };
    Kind kind = Kind::None;
    QString text;
};

} // namespace gainstage
