// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "firmware_sim/boards/outcome.h"

#include <QSocketNotifier>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace gainstage::sim {

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    ~Descriptor();
    Descriptor(Descriptor &&other) noexcept;
    Descriptor &operator=(Descriptor &&other) noexcept;
    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

/// The amp's end of a pseudo-terminal. Its path stays while clients come and go: this object holds the other end open itself, and the system tells
/// (inotify) who else opens and closes it. Destroying it is pulling the cable: a client sees a hang-up. Needs an event loop; sleeps while nothing
/// happens.
class Pty : public QObject {
    Q_OBJECT
public:
    static Outcome<std::unique_ptr<Pty>> open();

    const QString &path() const { return m_path; }
    /// What the client does not take is kept, up to a limit; beyond it whole calls are dropped. Nothing is kept for nobody.
    void send(std::span<const std::uint8_t> data);
    bool hasClient() const { return m_clients > 0; }

Q_SIGNALS:
    void received(const QByteArray &data);
    /// The first client opened it, or the last one closed it. One who looks in while another is there changes nothing.
    void clientsChanged();

private:
    Pty(Descriptor amp, Descriptor client, Descriptor watch, QString path);
    void onInput();
    void onWatch();
    void readAll();
    void flushOutput();
    void reset();

    Descriptor m_amp, m_client, m_watch;
    QString m_path;
    QSocketNotifier m_input, m_output, m_opened;
    QByteArray m_waiting;
    int m_clients = 0;
};

} // namespace gainstage::sim
