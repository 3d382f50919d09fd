// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

#include <QString>

#include <stop_token>

namespace gainstage::cli {

/// A line from a file descriptor, without its end. Errc::Cancelled when `stop` is requested, or when nothing more comes.
Result<QString> readTypedLine(int descriptor, const std::stop_token &stop);

} // namespace gainstage::cli
