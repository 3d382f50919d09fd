// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/bytes.h"

#include <string>

namespace gainstage::test {

/// A pseudo-terminal: `path` is a serial line for the code under test, the other end is here. Unplugging is closing that end.
class PtyPair {
public:
    PtyPair();
    ~PtyPair();
    PtyPair(const PtyPair &) = delete;
    PtyPair &operator=(const PtyPair &) = delete;

    const std::string &path() const { return m_path; }
    /// Whether the system gave us one.
    bool isOpen() const { return m_end >= 0; }
    /// Sends all of it.
    void write(BytesView data);
    /// Waits until `size` bytes have come (or the other side closed).
    Bytes read(std::size_t size);
    void unplug();

private:
    int m_end = -1;
    std::string m_path;
};

} // namespace gainstage::test
