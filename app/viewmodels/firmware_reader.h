// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QString>

namespace gainstage {

/// A firmware file as a whole. Errc::FileIo; Errc::InvalidFile where it is larger than any firmware (devices/firmware/limits.h).
Result<QByteArray> readFirmware(const QString &path);

} // namespace gainstage
