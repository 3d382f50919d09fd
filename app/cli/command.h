// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"

#include <span>

namespace gainstage::cli {

class Call;

/// An option with its value's name ("" for a switch). Texts are marked for translation, context "cli".
struct Option {
    const char *name;
    const char *value;
    const char *help;
};

/// A row of the table of commands. What it says to people or scripts goes through the Call; what it returns is how it ends.
struct Command {
    const char *name;  ///< "get", "preset save"
    const char *usage; ///< what stands behind the name
    const char *help;
    int fewest, most; ///< arguments; most -1: any number
    std::span<const Option> options;
    Attempt<void> (*run)(Call &call);
};

/// All of them, in the order of the help.
std::span<const Command> commands();
/// Options that every command takes.
std::span<const Option> commonOptions();

} // namespace gainstage::cli
