// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/gadget_tree.h"
#include "firmware_sim/boards/gadget_wires.h"
#include "firmware_sim/boards/outlet.h"

#include <algorithm>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

class GadgetOutlet final : public Outlet {
public:
    GadgetOutlet(std::unique_ptr<GadgetTree> tree, std::vector<LinkKind> links) : m_tree(std::move(tree)), m_links(std::move(links)) {}

    Outcome<BoardWires> plug() override;
    void unplug(BoardWires &wires) override;
    QJsonObject place(const BoardWires &wires) const override;

private:
    /// Opens the function of this kind if the amp has it, at its place among the links.
    Outcome<void> open(LinkKind kind, BoardWires &wires);
    void close(LinkKind kind, BoardWires &wires);

    std::unique_ptr<GadgetTree> m_tree;
    std::vector<LinkKind> m_links;
};

template <typename Wire>
Outcome<std::unique_ptr<BoardWire>> openAt(const Outcome<QString> &node)
{
    if (!node)
        return std::unexpected(node.error());
    auto wire = Wire::open(*node);
    if (!wire)
        return std::unexpected(wire.error());
    return std::unique_ptr<BoardWire>(*std::move(wire));
}

Outcome<void> GadgetOutlet::open(LinkKind kind, BoardWires &wires)
{
    const auto link = std::ranges::find(m_links, kind);
    if (link == m_links.end())
        return {};
    auto wire = kind == LinkKind::Hid ? openAt<GadgetHid>(m_tree->hidNode()) : openAt<GadgetSerial>(m_tree->serialNode());
    if (!wire)
        return std::unexpected(wire.error());
    wires[static_cast<std::size_t>(link - m_links.begin())] = *std::move(wire);
    return {};
}

void GadgetOutlet::close(LinkKind kind, BoardWires &wires)
{
    for (std::size_t link = 0; link < wires.size(); ++link)
        if (m_links[link] == kind && wires[link])
            wires[link]->close();
}

Outcome<BoardWires> GadgetOutlet::plug()
{
    BoardWires wires(m_links.size());
    auto done = open(LinkKind::Serial, wires);
    if (done)
        done = m_tree->bind();
    if (done)
        done = open(LinkKind::Hid, wires);
    if (done)
        return wires;
    unplug(wires);
    return std::unexpected(done.error());
}

/// A serial line that is closed while it is plugged in waits until what was written to it is taken, up to 15 s; the file of a HID function is gone
/// once it is not plugged in.
void GadgetOutlet::unplug(BoardWires &wires)
{
    close(LinkKind::Hid, wires);
    m_tree->unbind();
    close(LinkKind::Serial, wires);
}

QJsonObject GadgetOutlet::place(const BoardWires &wires) const
{
    QJsonObject place{{u"udc"_s, m_tree->controller()}};
    for (std::size_t link = 0; link < wires.size(); ++link)
        place[m_links[link] == LinkKind::Hid ? u"hid"_s : u"serial"_s] = wires[link]->path();
    return place;
}

} // namespace

Outcome<std::unique_ptr<Outlet>> gadgetOutlet(const UsbFace &face, const std::vector<LinkKind> &links)
{
    const auto has = [&](LinkKind kind) { return std::ranges::find(links, kind) != links.end(); };
    auto tree = GadgetTree::make(face, {.hid = has(LinkKind::Hid), .serial = has(LinkKind::Serial)});
    if (!tree)
        return std::unexpected(tree.error());
    return std::make_unique<GadgetOutlet>(*std::move(tree), links);
}

} // namespace gainstage::sim
