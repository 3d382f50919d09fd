// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

#include <QPromise>

namespace gainstage {

/// A promise that is kept: who lets go of it without an answer gives Errc::Cancelled.
template <typename T>
class Answer {
public:
    Answer() { m_promise.start(); }
    ~Answer()
    {
        if (!m_given)
            give(failure(Errc::Cancelled, SENTENCE("error", "Cancelled.")));
    }
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;

    QFuture<Result<T>> future() { return m_promise.future(); }
    void give(Result<T> outcome)
    {
        m_given = true;
        m_promise.addResult(std::move(outcome));
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_given = false;
};

} // namespace gainstage
