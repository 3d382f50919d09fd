// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace gainstage {

/// A running program that has a device file open.
struct Holder {
    qint64 pid = 0;
    QString name; ///< "ModemManager"; cut at 15 characters by the kernel, empty where it may not be seen
    friend bool operator==(const Holder &, const Holder &) = default;
};

/// Who holds a device file, by pid and without the calling program: every program whose open files the user may see, and of others those that locked
/// it, as this project's programs do. `root` is the folder that stands for /.
std::vector<Holder> holdersOf(const QString &node, const QString &root);

} // namespace gainstage
