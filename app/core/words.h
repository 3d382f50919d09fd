// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "protocol/bytes/result.h"

#include <QString>

namespace gainstage {

/// The error's sentence in the user's language with its facts filled in; the hint is apart.
QString words(const Error &error);
QString hint(const Error &error);
/// The code's name for JSON: "not-found", "out-of-range" … (stable).
QString codeName(Errc code);

/// A setting's name in the user's language: known roles are translated, others show the maker's word.
QString label(const Setting &setting);
/// A choice's name: the open protocol's known keys are translated, others show the maker's word.
QString label(const Setting &setting, const Choice &choice);

} // namespace gainstage
