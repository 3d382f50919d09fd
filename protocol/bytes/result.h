// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <string>
#include <vector>

/// Marks a sentence for the translators without translating it: lupdate takes it as an alias of QT_TRANSLATE_NOOP.
#define SENTENCE(context, text) text

namespace gainstage {

/// What went wrong, for programs. Sentences are for people; programs test this.
enum class Errc {
    Internal,    ///< our own mistake, or nothing better is known
    Usage,       ///< the caller's words make no sense
    NotFound,    ///< no such amp, preset or file
    Ambiguous,   ///< more than one amp answers to the selector
    Permission,  ///< the system refuses access
    Busy,        ///< another program holds the amp
    Unsupported, ///< the amp or the family cannot do this
    UnknownSetting,
    OutOfRange,
    ReadOnly,
    Refused,     ///< the amp said no
    Conflict,    ///< the amp's state changed under us (knob, another client)
    Locked,      ///< another client holds the amp's lock
    NotVerified, ///< written, but read back as something else, or the answer never came
    Timeout,
    Disconnected,
    Cancelled,
    BadFrame, ///< bytes that make no sense
    InvalidFile,
    FileIo,
};

/// A failure: a code for programs, a sentence with its facts for people, a hint on what to do.
/// The sentence is made where the fact is known and translated at the edge (app/core/words.h).
struct Error {
    Errc code = Errc::Internal;
    const char *sentence = "";      ///< a SENTENCE("error", …) with %1, %2 … for the facts
    std::vector<std::string> facts; ///< UTF-8, in the order of the placeholders
    const char *hint = "";          ///< a SENTENCE("error", …), or empty
};

template <typename T>
using Result = std::expected<T, Error>;

/// Shorthand for the failing branch of a Result.
inline std::unexpected<Error> failure(Errc code, const char *sentence, std::vector<std::string> facts = {}, const char *hint = "")
{
    return std::unexpected(Error{code, sentence, std::move(facts), hint});
}

} // namespace gainstage
