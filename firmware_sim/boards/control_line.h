// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/arguments.h"
#include "firmware_sim/boards/wires.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace gainstage::sim {

// What the control channels of all amps have in common.

QJsonObject refusal(const QString &why);

/// One request, one answer, each a JSON object in one line without its line feed. What is no JSON object is refused here.
QByteArray answerLine(const QByteArray &request, const std::function<QJsonObject(const QJsonObject &request)> &carryOut);

/// The verb "link": {"plugged", "link"?}.
void moveLink(Arguments &arguments, Wires &wires);
/// The verb "faults": {"spec", "link"?}.
void changeFaults(Arguments &arguments, Wires &wires);
/// [{"plugged", "faults"}, …] of the answer to "state".
QJsonArray linksOf(const Wires &wires);

} // namespace gainstage::sim
