// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "devices/discovery/port.h"

#include <QFileSystemWatcher>

namespace gainstage {

/// The simulated amps that are announced in a folder, by path. A file counts only while somebody holds its lock: what a simulator that crashed left
/// behind is passed over, and so is a folder that somebody else owns.
std::vector<Port> announcedPorts(const QString &folder);

/// Calls back, in the event loop of its thread, when an announcement comes or goes. The folder may come and go as well.
class AnnouncementWatch : public QObject {
    Q_OBJECT
public:
    AnnouncementWatch(QString folder, std::function<void()> changed);

private:
    void follow();
    void onDirectoryChanged(const QString &path);

    QString m_folder;
    std::function<void()> m_changed;
    QFileSystemWatcher m_watcher;
};

} // namespace gainstage
