// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QString>

namespace gainstage {

/// Replaces a file as a whole, or leaves what was there; makes its folder. When it returns, the content and its place in the folder survive a power cut.
/// Errc::FileIo with what to do.
Result<void> writeWholeFile(const QString &path, const QByteArray &content);
/// For good: it stays removed over a power cut. What is not there is removed already. Errc::FileIo.
Result<void> removeFile(const QString &path);

/// “The file … cannot be used: …” with Errc::FileIo.
std::unexpected<Error> fileFailure(const QString &path, const QString &reason, const char *hint = "");

} // namespace gainstage
