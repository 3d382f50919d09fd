// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/amp.h"

#include <vector>

/// What every amp must pass, whatever its family. Nothing here changes what an amp holds.
namespace gainstage::conformance {

enum class Check : std::uint8_t {
    Identity,   ///< it says who it is
    Settings,   ///< ids and keys are its own, kinds have limits that make sense
    Outputs,    ///< each output's figures make sense, and the output setting chooses among them
    Equalizer,  ///< its limits make sense
    State,      ///< all that it says it holds is something it can hold
    Known,      ///< it says of every setting what it holds; where it cannot, it says so
    ReadsAlike, ///< two reads with nothing in between say the same
    Meters,     ///< they have what the description says
    Refuses,    ///< a change that it cannot hold is refused before it is sent
};
enum class Verdict : std::uint8_t { Passed, Failed, NotThere };

struct Finding {
    Check check;
    Verdict verdict = Verdict::Passed;
    std::optional<Error> error = {}; ///< why it failed, or what is not there
};

/// All checks in their order. Reads the amp; writes nothing to it.
std::vector<Finding> examine(Amp &amp);

/// Checks of the description alone.
std::vector<Finding> examine(const Description &description);

/// "settings", "reads-alike": for scripts.
const char *nameOf(Check check);

} // namespace gainstage::conformance
