// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_code.h"

namespace gainstage::cli {
namespace {

ExitCode codeFor(Errc code)
{
    switch (code) {
    case Errc::Usage:
    case Errc::UnknownSetting:
    case Errc::OutOfRange: return ExitCode::Usage;
    case Errc::NotFound: return ExitCode::NoDevice;
    case Errc::Ambiguous: return ExitCode::Ambiguous;
    case Errc::Permission: return ExitCode::Permission;
    case Errc::Busy: return ExitCode::Busy;
    case Errc::Unsupported:
    case Errc::ReadOnly: return ExitCode::Unsupported;
    case Errc::Refused:
    case Errc::Conflict:
    case Errc::Locked:
    case Errc::NotVerified: return ExitCode::Refused;
    case Errc::Timeout:
    case Errc::Disconnected: return ExitCode::Gone;
    case Errc::InvalidFile: return ExitCode::InvalidFile;
    case Errc::Cancelled: return ExitCode::Cancelled;
    case Errc::Internal:
    case Errc::BadFrame:
    case Errc::FileIo: break;
    }
    return ExitCode::General;
}

} // namespace

std::unexpected<Problem> ampProblem(const Error &error)
{
    return std::unexpected(Problem{error, codeFor(error.code)});
}

std::unexpected<Problem> fileProblem(const Error &error)
{
    const bool general = error.code == Errc::NotFound || error.code == Errc::Refused;
    return std::unexpected(Problem{error, general ? ExitCode::General : codeFor(error.code)});
}

} // namespace gainstage::cli
