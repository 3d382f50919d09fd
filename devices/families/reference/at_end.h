// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace gainstage::reference {

/// Calls a function at the end of a scope.
class AtEnd {
public:
    /// `then` must outlive it and may be empty.
    explicit AtEnd(const std::function<void()> &then) : m_then(then) {}
    AtEnd(const AtEnd &) = delete;
    AtEnd &operator=(const AtEnd &) = delete;
    ~AtEnd()
    {
        if (m_then)
            m_then();
    }

private:
    const std::function<void()> &m_then;
};

} // namespace gainstage::reference
