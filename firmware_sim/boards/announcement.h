// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/descriptor.h"
#include "firmware_sim/boards/outcome.h"

#include <QJsonObject>

namespace gainstage::sim {

/// Where running simulated amps announce themselves: $XDG_RUNTIME_DIR/gainstage, or /tmp/gainstage-UID where that is not set.
QString announcementFolder();

/// The file by which a running simulated amp is found (firmware_sim/README.md has its format). Locked as long as it is there.
class Announcement {
public:
    /// Makes the folder where there is none, and takes away files and sockets of amps that ended without doing so.
    static Outcome<Announcement> in(const QString &folder);
    ~Announcement();
    Announcement(Announcement &&) = default;
    Announcement &operator=(Announcement &&) = delete;

    /// For an amp that is reached through a socket.
    QString socketPath() const;
    Outcome<void> publish(const QJsonObject &content);
    void withdraw();

private:
    explicit Announcement(const QString &folder);

    QString m_folder, m_path;
    Descriptor m_file;
};

} // namespace gainstage::sim
