// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/port_link.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

#include <unistd.h>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

/// A pseudo-terminal, or the socket of a simulated amp.
bool isPort(const QString &target)
{
    const QFileInfo file(target);
    return target.startsWith(u"/dev/pts/"_s) || (file.fileName().startsWith(u"sim-"_s) && file.suffix() == u"socket"_s);
}

} // namespace

Outcome<void> PortLink::pointTo(const QString &port)
{
    if (m_path.isEmpty())
        return {};
    const QFileInfo inTheWay(m_path);
    if ((inTheWay.exists() || inTheWay.isSymLink()) && !isPort(inTheWay.symLinkTarget()))
        return std::unexpected("the link " + m_path.toStdString() + " is not made: something else has this name");
    const QByteArray temporary = QFile::encodeName(m_path + u".%1"_s.arg(QCoreApplication::applicationPid()));
    ::unlink(temporary.constData());
    if (::symlink(QFile::encodeName(port).constData(), temporary.constData()) != 0 ||
        std::rename(temporary.constData(), QFile::encodeName(m_path).constData()) != 0)
        return std::unexpected("the link " + m_path.toStdString() + " cannot be made: " + systemReason());
    m_port = port;
    return {};
}

void PortLink::remove()
{
    if (!m_port.isEmpty() && QFile::symLinkTarget(m_path) == m_port)
        ::unlink(QFile::encodeName(m_path).constData());
    m_port.clear();
}

} // namespace gainstage::sim
