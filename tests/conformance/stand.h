// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/amp.h"
#include "protocol/bytes/bytes.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gainstage::test {

/// A simulated amp of any family with its wire, as the tests that every amp must pass handle it.
class Stand {
public:
    virtual ~Stand() = default;
    /// The family's amp on a new connection.
    virtual Result<std::unique_ptr<Amp>> open() = 0;
    virtual void advance(Duration duration) = 0;
    virtual void unplug() = 0;
    virtual void plug() = 0;
    /// Called before each write with its number since open().
    virtual void beforeWrite(std::function<void(std::size_t number)> hook) = 0;
    /// What becomes of each report or piece from the amp; an empty function: itself. False where the wire has another way to go wrong.
    virtual bool onAnswer(std::function<std::vector<Bytes>(const Bytes &answer)> change) = 0;
    virtual void mark() = 0;
    /// The loudest output's level at each moment since the mark when it changed, in decibels against anything constant.
    virtual std::vector<double> levels() const = 0;
};

/// "Reference Desktop over serial", "topping-dx5-ii", …: every model of every family.
std::vector<std::string> standNames();
std::unique_ptr<Stand> makeStand(const std::string &name);

} // namespace gainstage::test
