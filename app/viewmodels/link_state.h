// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/amps.h"

#include <QLocale>

namespace gainstage {

/// How an amp is reached at the moment, in words.
struct LinkState {
    enum class Kind { Connecting, Ready, Lost, Permission, Busy, Failed, Unsupported };
    Kind kind = Kind::Connecting;
    QString brief;   ///< for the list: "Serial · 00A3F1", "lost"
    QString title;   ///< what is the matter; empty when Ready
    QString details; ///< the facts, and what to do
    bool canRetry = false;
};

LinkState linkState(const Amps::Entry &entry, const QLocale &locale);
/// The amp's name: its model, or what the system or its path says before it has spoken.
QString ampName(const Amps::Entry &entry);

} // namespace gainstage
