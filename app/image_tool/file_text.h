// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/verify.h"

#include <QJsonObject>
#include <QStringList>

namespace gainstage::image_tool {

/// Every check with its verdict, for people and for scripts.
QStringList linesOf(const firmware_file::Inspection &inspection);
QJsonObject toJson(const firmware_file::Inspection &inspection);

/// What is in a file, for people and for scripts.
QStringList linesOf(const firmware_file::Package &package, const firmware_file::Image &image);
QJsonObject toJson(const firmware_file::Package &package, const firmware_file::Image &image);

} // namespace gainstage::image_tool
