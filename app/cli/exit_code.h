// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

namespace gainstage::cli {

/// How gainstagectl ends. The numbers are a promise to scripts.
enum class ExitCode : int {
    Done = 0,
    General = 1,
    Usage = 2, ///< also a value that does not parse or that the amp cannot hold
    NoDevice = 3,
    Ambiguous = 4,
    Permission = 5,
    Busy = 6,
    Unsupported = 7,
    Refused = 8, ///< by the amp, or not verified
    Gone = 9,    ///< time-out, or the amp went away
    InvalidFile = 10,
    Cancelled = 130,
};

/// Why a command ends early.
struct Problem {
    Error error;
    ExitCode exitCode = ExitCode::General;
};

template <typename T>
using Attempt = std::expected<T, Problem>;

/// A failure of the amp or on the way to it.
std::unexpected<Problem> ampProblem(const Error &error);
/// A failure of presets, history and other files: what is not found or taken there is not about the amp.
std::unexpected<Problem> fileProblem(const Error &error);

} // namespace gainstage::cli
