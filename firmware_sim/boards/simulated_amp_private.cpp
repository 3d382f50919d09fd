// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/simulated_amp_private.h"

#include "firmware_sim/boards/image_maker.h"
#include "firmware_sim/boards/models.h"

#include <algorithm>

namespace gainstage::sim {
namespace {

std::vector<SimulatedWire> wiresOf(const Options &options)
{
    if (options.links.size() >= firmware::kMaxLinks)
        qFatal("a simulated amp has at most %zu links", firmware::kMaxLinks - 1);
    std::vector<SimulatedWire> wires;
    wires.reserve(options.links.size());
    std::uint32_t seed = options.seed;
    for (const LinkKind kind : options.links)
        wires.emplace_back(kind, seed++);
    return wires;
}

SlotFlash slotsOf(const Options &options)
{
    SlotFlash slots = newSlotFlash(setupOf(options.model, {}, 0, {}).model, options.seed);
    if (!options.flashTakesTime)
        slots.nor.takeNoTime();
    return slots;
}

std::unique_ptr<FlashFile> openFlash(const Options &options, Flash &flash)
{
    if (options.flashFile.empty())
        return nullptr;
    auto file = FlashFile::open(options.flashFile, setupOf(options.model, {}, 0, {}).model.model, flash);
    if (!file)
        qFatal("%s", file.error().c_str());
    return *std::move(file);
}

std::unique_ptr<SlotFile> openSlots(const Options &options, SlotFlash &slots)
{
    if (options.flashFile.empty())
        return nullptr;
    auto file = SlotFile::open(options.flashFile + ".slots", setupOf(options.model, {}, 0, {}).model.model, slots);
    if (!file)
        qFatal("%s", file.error().c_str());
    return *std::move(file);
}

} // namespace

SimulatedAmp::Private::Private(const Options &options)
    : slots(slotsOf(options)), flashFile(openFlash(options, flash)), slotFile(openSlots(options, slots)), wires(wiresOf(options)),
      board(setupOf(options.model, options.serialNumber, options.seed, options.links), flash, slots,
            [this](std::size_t link, BytesView data) { send(link, data); })
{}

void SimulatedAmp::Private::send(std::size_t link, BytesView data)
{
    if (wires[link].client)
        wires[link].lanes.toClient.push(data, board.now());
}

std::int64_t SimulatedAmp::Private::microseconds() const
{
    return std::chrono::floor<std::chrono::microseconds>(clock.now() - start).count();
}

Instant SimulatedAmp::Private::instantOf(std::int64_t microseconds) const
{
    return start + std::chrono::microseconds(microseconds);
}

void SimulatedAmp::Private::catchUp()
{
    board.advanceTo(microseconds());
    disconnectUnreachable();
    for (std::size_t link = 0; link < wires.size(); ++link) {
        Lanes &lanes = wires[link].lanes;
        for (Bytes bytes = lanes.toAmp.take(board.now()); !bytes.empty(); bytes = lanes.toAmp.take(board.now()))
            board.receive(link, bytes);
    }
    for (SimulatedWire &wire : wires)
        wire.deliver(board.now());
    disconnectUnreachable(); // an operation of the flash may have taken the power
}

std::optional<std::int64_t> SimulatedAmp::Private::nextDue() const
{
    std::optional<std::int64_t> next = board.nextDue();
    for (const SimulatedWire &wire : wires)
        if (const auto due = wire.lanes.nextDue(); due && (!next || *due < *next))
            next = due;
    return next;
}

void SimulatedAmp::Private::passUntil(Instant limit)
{
    const auto due = nextDue();
    clock.advanceTo(due ? std::min(instantOf(std::max(*due, board.now() + 1)), limit) : limit);
    catchUp();
}

void SimulatedAmp::Private::setPlugged(std::size_t link, bool plugged)
{
    wires[link].plugged = plugged;
    disconnectUnreachable();
}

void SimulatedAmp::Private::setFaults(std::size_t link, const Faults &faults, const std::string &specification)
{
    wires[link].lanes.set(faults, specification);
}

void SimulatedAmp::Private::powerChanged()
{
    disconnectUnreachable();
}

void SimulatedAmp::Private::disconnectUnreachable()
{
    for (std::size_t link = 0; link < wires.size(); ++link)
        if (wires[link].client && !isReachable(link)) {
            wires[link].disconnect();
            board.linkReset(link);
        }
}

AmpAccess::AmpAccess(SimulatedAmp::Private &amp) : m_amp(amp), m_lock(amp.mutex)
{
    for (const SimulatedWire &wire : m_amp.wires)
        m_before.push_back(wire.client);
    m_amp.catchUp();
}

AmpAccess::~AmpAccess()
{
    for (SimulatedWire &wire : m_amp.wires) {
        wire.deliver(m_amp.board.now());
        if (wire.client && std::ranges::find(m_before, wire.client) == m_before.end())
            m_before.push_back(wire.client);
    }
    std::erase_if(m_before, [](const std::shared_ptr<ClientEnd> &client) { return !client || !std::exchange(client->news, false); });
    m_lock.unlock();
    for (const std::shared_ptr<ClientEnd> &client : m_before)
        client->tell();
}

} // namespace gainstage::sim
