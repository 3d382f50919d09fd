// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/bytes.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <string>

namespace gainstage::test {

/// The contents of a file in tests/golden; empty if it cannot be read.
QByteArray goldenText(const QString &fileName);

/// The lines `name: hex` of a file in tests/golden, by name. Comments and empty lines are left out.
std::map<std::string, Bytes> goldenBytes(const QString &fileName);

} // namespace gainstage::test
