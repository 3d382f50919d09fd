// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/node_wire.h"

#include <QFile>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace gainstage::sim {
namespace {

constexpr std::size_t kReadSize = 4096;
constexpr std::size_t kMostWaiting = 1024;
constexpr int kPatience = 1000; // milliseconds

} // namespace

NodeWire::NodeWire(QString path) : m_path(std::move(path))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_waiting.clear();
        flushOutput();
    });
}

bool NodeWire::openNode()
{
    m_node = Descriptor(::open(QFile::encodeName(m_path).constData(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!m_node.isOpen())
        return false;
    m_input = std::make_unique<QSocketNotifier>(m_node.number(), QSocketNotifier::Read);
    m_output = std::make_unique<QSocketNotifier>(m_node.number(), QSocketNotifier::Write);
    m_output->setEnabled(false);
    connect(m_input.get(), &QSocketNotifier::activated, this, &NodeWire::onInput);
    connect(m_output.get(), &QSocketNotifier::activated, this, &NodeWire::flushOutput);
    return true;
}

/// The notifiers may be the ones that are speaking.
void NodeWire::close()
{
    for (auto *const notifier : {&m_input, &m_output})
        if (*notifier) {
            (*notifier)->setEnabled(false);
            notifier->release()->deleteLater();
        }
    m_node = Descriptor();
    m_waiting.clear();
    m_patience.stop();
}

void NodeWire::onInput()
{
    char buffer[kReadSize];
    while (m_node.isOpen()) {
        const ssize_t got = ::read(m_node.number(), buffer, sizeof buffer);
        if (got > 0)
            Q_EMIT received(QByteArray(buffer, got));
        else if (got == 0 || (errno != EAGAIN && errno != EINTR))
            return onHangUp();
        else if (errno == EAGAIN)
            return;
    }
}

void NodeWire::send(std::span<const std::uint8_t> data)
{
    if (!m_node.isOpen() || m_waiting.size() == kMostWaiting)
        return;
    m_waiting.emplace_back(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size()));
    flushOutput();
}

void NodeWire::flushOutput()
{
    bool progress = false;
    while (!m_waiting.empty()) {
        QByteArray &piece = m_waiting.front();
        const ssize_t written = ::write(m_node.number(), piece.constData(), static_cast<std::size_t>(piece.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EAGAIN)
            break;
        progress = true;
        // Where the computer has not set the device up, or has gone, there is nobody to send to.
        if (written >= 0 && written < piece.size() && isStream())
            piece.remove(0, written);
        else
            m_waiting.pop_front();
    }
    if (m_output)
        m_output->setEnabled(!m_waiting.empty());
    if (m_waiting.empty())
        m_patience.stop();
    else if (progress || !m_patience.isActive())
        m_patience.start();
}

} // namespace gainstage::sim
