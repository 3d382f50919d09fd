// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/leftovers.h"

#include <QFile>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

QByteArray nameOf(const QString &process)
{
    QFile file(u"/proc/%1/comm"_s.arg(process));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::optional<pid_t> processIn(const QString &name, const QString &prefix, const QString &suffix)
{
    if (name.size() <= prefix.size() + suffix.size() || !name.startsWith(prefix) || !name.endsWith(suffix))
        return std::nullopt;
    bool isNumber = false;
    const int number = name.mid(prefix.size(), name.size() - prefix.size() - suffix.size()).toInt(&isNumber);
    return isNumber && number > 0 ? std::optional<pid_t>(number) : std::nullopt;
}

bool isOneOfUs(pid_t process)
{
    const QByteArray name = nameOf(QString::number(process));
    return !name.isEmpty() && name == nameOf(u"self"_s);
}

} // namespace gainstage::sim
