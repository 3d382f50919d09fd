// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/arguments.h"
#include "firmware_sim/boards/level_record.h"
#include "firmware_sim/boards/wires.h"

#include <QByteArray>
#include <QJsonObject>

namespace gainstage::sim {

/// The control channel of an amp of another maker. What is about wires and levels is done here, everything else is the amp's own affair.
class ForeignControl {
public:
    /// All must outlive it.
    ForeignControl(ForeignAmp &amp, LevelRecord &levels, Wires &wires) : m_amp(amp), m_levels(levels), m_wires(wires) {}

    /// As Control::answer(). The amp must have been advanced to `now`, in microseconds.
    QByteArray answer(const QByteArray &request, std::int64_t now);

private:
    struct Verb;
    static const Verb kVerbs[];

    QJsonObject carryOut(const QJsonObject &request);
    void link(Arguments &arguments, QJsonObject &answer);
    void faults(Arguments &arguments, QJsonObject &answer);
    void state(Arguments &arguments, QJsonObject &answer);
    void mark(Arguments &arguments, QJsonObject &answer);
    void trajectory(Arguments &arguments, QJsonObject &answer);

    ForeignAmp &m_amp;
    LevelRecord &m_levels;
    Wires &m_wires;
    std::int64_t m_now = 0;
};

} // namespace gainstage::sim
