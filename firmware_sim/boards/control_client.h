// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/descriptor.h"
#include "firmware_sim/boards/outcome.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace gainstage::sim {

/// A connection to the socket of a control channel; errno says why there is none.
std::optional<Descriptor> connectTo(const std::string &path);

/// Words of the command line as a request: `jack output=0 plugged=true`. Values true, false and numbers become JSON's, everything else a text.
Outcome<QByteArray> requestOf(const QString &verb, const QStringList &words);

/// Sends one request and gives its answer, both without line feed. Waits at most ten seconds.
Outcome<QByteArray> askControl(const std::string &path, const QByteArray &request);

} // namespace gainstage::sim
