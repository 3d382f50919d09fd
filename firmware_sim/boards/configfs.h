// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/outcome.h"

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <utility>

namespace gainstage::sim {

// Files of configfs and sysfs. Each attribute is written at once, never made, and says itself whether it takes the value.

Outcome<void> writeAttribute(const QString &path, const QByteArray &value);
/// In order; ends at the first that is refused.
Outcome<void> writeAttributes(std::initializer_list<std::pair<QString, QByteArray>> attributes);
/// Without white space around it.
Outcome<QByteArray> readAttribute(const QString &path);
/// One that is there already will do.
Outcome<void> makeFolder(const QString &path);
/// A function of a gadget becomes part of a configuration by a symbolic link.
Outcome<void> linkInto(const QString &function, const QString &place);

} // namespace gainstage::sim
