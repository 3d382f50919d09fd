// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/outlet.h"

#include "firmware_sim/boards/pty.h"
#include "firmware_sim/boards/report_socket.h"

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

/// One wire of its own, which a client opens by its path.
class SingleOutlet : public Outlet {
public:
    void unplug(BoardWires &wires) override
    {
        for (const auto &wire : wires)
            wire->close();
    }
    QJsonObject place(const BoardWires &wires) const override { return {{u"port"_s, wires.front()->path()}}; }

protected:
    template <typename Wire>
    static Outcome<BoardWires> alone(Outcome<std::unique_ptr<Wire>> wire)
    {
        if (!wire)
            return std::unexpected(wire.error());
        BoardWires wires;
        wires.push_back(*std::move(wire));
        return wires;
    }
};

class PtyOutlet final : public SingleOutlet {
public:
    Outcome<BoardWires> plug() override { return alone(Pty::open()); }
};

class SocketOutlet final : public SingleOutlet {
public:
    explicit SocketOutlet(QString socket) : m_socket(std::move(socket)) {}
    Outcome<BoardWires> plug() override { return alone(ReportSocket::open(m_socket)); }

private:
    QString m_socket;
};

} // namespace

std::unique_ptr<Outlet> ptyOutlet()
{
    return std::make_unique<PtyOutlet>();
}

std::unique_ptr<Outlet> socketOutlet(const QString &socket)
{
    return std::make_unique<SocketOutlet>(socket);
}

} // namespace gainstage::sim
