// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/amp_board.h"
#include "firmware_sim/boards/arguments.h"
#include "firmware_sim/boards/wires.h"

#include <QByteArray>
#include <QJsonObject>

namespace gainstage::sim {

/// The control channel: moves what is physical at an amp, and reads the truth. firmware_sim/README.md promises its verbs.
class Control {
public:
    /// Both must outlive it.
    Control(AmpBoard &board, Wires &wires) : m_board(board), m_wires(wires) {}

    /// One request, one answer, each a JSON object in one line without its line feed. The board must have been advanced to the present.
    QByteArray answer(const QByteArray &request);

private:
    struct Verb;
    static const Verb kVerbs[];

    QJsonObject carryOut(const QJsonObject &request);
    void jack(Arguments &arguments, QJsonObject &answer);
    void knob(Arguments &arguments, QJsonObject &answer);
    void button(Arguments &arguments, QJsonObject &answer);
    void source(Arguments &arguments, QJsonObject &answer);
    void heat(Arguments &arguments, QJsonObject &answer);
    void supply(Arguments &arguments, QJsonObject &answer);
    void protection(Arguments &arguments, QJsonObject &answer);
    void power(Arguments &arguments, QJsonObject &answer);
    void link(Arguments &arguments, QJsonObject &answer);
    void faults(Arguments &arguments, QJsonObject &answer);
    void powerCut(Arguments &arguments, QJsonObject &answer);
    void flash(Arguments &arguments, QJsonObject &answer);
    void log(Arguments &arguments, QJsonObject &answer);
    void state(Arguments &arguments, QJsonObject &answer);
    void mark(Arguments &arguments, QJsonObject &answer);
    void trajectory(Arguments &arguments, QJsonObject &answer);

    std::uint8_t output(Arguments &arguments);

    AmpBoard &m_board;
    Wires &m_wires;
};

} // namespace gainstage::sim
