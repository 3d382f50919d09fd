// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal_line.h"

#include <QByteArray>

#include <cerrno>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace gainstage::cli {
namespace {

/// Becomes readable when a token is stopped.
class StopEvent {
public:
    explicit StopEvent(const std::stop_token &stop) : m_callback(stop, Raise{m_event.descriptor}) {}
    int descriptor() const { return m_event.descriptor; }

private:
    struct Event {
        int descriptor = eventfd(0, EFD_CLOEXEC);
        Event() = default;
        ~Event() { close(descriptor); }
        Event(const Event &) = delete;
        Event &operator=(const Event &) = delete;
    };
    struct Raise {
        int descriptor;
        void operator()() const { eventfd_write(descriptor, 1); }
    };
    Event m_event; // outlives the callback
    std::stop_callback<Raise> m_callback;
};

std::unexpected<Error> cancelled()
{
    return failure(Errc::Cancelled, SENTENCE("error", "Cancelled."));
}

} // namespace

Result<QString> readTypedLine(int descriptor, const std::stop_token &stop)
{
    const StopEvent stopped(stop);
    QByteArray line;
    while (!line.endsWith('\n')) {
        pollfd waited[] = {{descriptor, POLLIN, 0}, {stopped.descriptor(), POLLIN, 0}};
        if (poll(waited, 2, -1) < 0 && errno != EINTR)
            return cancelled();
        if (stop.stop_requested())
            return cancelled();
        char byte = 0;
        if (waited[0].revents == 0)
            continue;
        if (read(descriptor, &byte, 1) != 1)
            return cancelled();
        line += byte;
    }
    return QString::fromLocal8Bit(line).trimmed();
}

} // namespace gainstage::cli
