// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/discovery/capture.h"
#include "devices/discovery/port.h"

#include <QJsonObject>

namespace gainstage {

/// A capture as a document to hand on (app/core/README.md): what the device says it is, its report descriptor, and what it sent by itself. Without the
/// serial number, which is also covered in the reports.
QJsonObject captureDocument(const Port &port, const std::vector<CapturedReport> &reports);

} // namespace gainstage
