// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/outcome.h"

#include <QString>

namespace gainstage::sim {

/// A symbolic link of a fixed name to a port whose own path changes. Replaces a link to a pseudo-terminal or
/// to a simulated amp's socket that is in the way, and nothing else.
class PortLink {
public:
    /// An empty path makes no link.
    explicit PortLink(QString path) : m_path(std::move(path)) {}
    ~PortLink() { remove(); }
    PortLink(const PortLink &) = delete;
    PortLink &operator=(const PortLink &) = delete;

    Outcome<void> pointTo(const QString &port);
    /// Takes it away, if it is still ours.
    void remove();
    const QString &path() const { return m_path; }

private:
    QString m_path, m_port;
};

} // namespace gainstage::sim
