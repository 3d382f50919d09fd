// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/discovery/diagnosis.h"

#include <QJsonObject>

namespace gainstage::cli {

/// What keeps amps from being used, in words for the terminal and for scripts (app/cli/output.schema.json).

/// What is wrong, in a sentence.
QString messageOf(const Finding &finding);
/// What to do about it; the finding's commands follow.
QString adviceOf(const Finding &finding);
QJsonObject toJson(const Finding &finding);

} // namespace gainstage::cli
