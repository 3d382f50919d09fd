// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/control.h"
#include "firmware_sim/boards/flash_file.h"
#include "firmware_sim/boards/image_maker.h"
#include "firmware_sim/boards/live_amp.h"
#include "firmware_sim/boards/models.h"
#include "firmware_sim/boards/reference_face.h"
#include "firmware_sim/boards/slot_file.h"

#include <algorithm>

namespace gainstage::sim {
namespace {

class LiveReference final : public LiveAmp {
public:
    LiveReference(Model model, const LiveAmpOptions &options);
    Outcome<void> openFlash(const std::string &path);
    void start(const LiveAmpOptions &options, Sink sink, Wires &wires);

    const UsbFace &face() const override { return m_face; }
    std::int64_t now() const override { return m_board->now(); }
    void advanceTo(std::int64_t microseconds) override { m_board->advanceTo(microseconds); }
    std::optional<std::int64_t> nextDue() const override { return m_board->nextDue(); }
    void receive(std::size_t link, std::span<const std::uint8_t> data) override { m_board->receive(link, data); }
    void linkReset(std::size_t link) override { m_board->linkReset(link); }
    bool isOnBus() const override { return m_board->isOn(); }
    QByteArray answer(const QByteArray &request) override { return m_control->answer(request); }

private:
    Model m_model;
    UsbFace m_face;
    Flash m_flash;
    SlotFlash m_slots;
    std::unique_ptr<FlashFile> m_flashFile;
    std::unique_ptr<SlotFile> m_slotFile;
    std::optional<AmpBoard> m_board;
    std::optional<Control> m_control;
};

LiveReference::LiveReference(Model model, const LiveAmpOptions &options)
    : m_model(model), m_face(referenceFace(model, options.serialNumber, std::ranges::find(options.links, LinkKind::Hid) != options.links.end())),
      m_slots(newSlotFlash(setupOf(model, {}, 0, {}).model, options.seed))
{}

Outcome<void> LiveReference::openFlash(const std::string &path)
{
    if (path.empty())
        return {};
    auto file = FlashFile::open(path, m_face.product, m_flash);
    if (!file)
        return std::unexpected(file.error());
    m_flashFile = *std::move(file);
    auto slotFile = SlotFile::open(path + ".slots", m_face.product, m_slots);
    if (!slotFile)
        return std::unexpected(slotFile.error());
    m_slotFile = *std::move(slotFile);
    return {};
}

void LiveReference::start(const LiveAmpOptions &options, Sink sink, Wires &wires)
{
    m_board.emplace(setupOf(m_model, options.serialNumber, options.seed, options.links), m_flash, m_slots, std::move(sink));
    m_control.emplace(*m_board, wires);
}

} // namespace

Outcome<std::unique_ptr<LiveAmp>> liveReference(const LiveAmpOptions &options, LiveAmp::Sink sink, Wires &wires)
{
    auto amp = std::make_unique<LiveReference>(referenceModel(options.model).value_or(Model::Desktop), options);
    if (auto opened = amp->openFlash(options.flashFile.toStdString()); !opened)
        return std::unexpected(opened.error());
    amp->start(options, std::move(sink), wires);
    return amp;
}

} // namespace gainstage::sim
