// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/firmware.h"

#include "firmware_sim/core/amp.h"
#include "firmware_sim/core/front_panel.h"
#include "firmware_sim/core/notices.h"
#include "firmware_sim/core/schedule.h"
#include "firmware_sim/core/server.h"
#include "firmware_sim/core/start.h"

#include <new>
#include <utility>

namespace gainstage::firmware {

/// The amp, and the order in which things happen to it: the hardware may bring news in the middle of a command (an input that loses its
/// lock because the command switched to it), and these are taken up when the command is done.
struct Firmware::State {
    State(Hardware &hardware, const ModelDefinition &model, std::string_view serialNumber, std::span<const Framing> framings)
        : amp(hardware, model, serialNumber, framings)
    {}

    /// Does `work`, then takes up the news that it brought.
    template <typename Work>
    void run(Work work)
    {
        busy = true;
        amp.uptime.update();
        work(amp);
        while (notices.any())
            takeUp(amp, std::exchange(notices, {}));
        busy = false;
    }
    void takeUpNotices()
    {
        if (!busy)
            run([](Amp &) {});
    }

    Amp amp;
    Notices notices;
    bool busy = false;
};

Firmware::Firmware(Hardware &hardware, const ModelDefinition &model, std::string_view serialNumber, std::span<const Framing> framings)
{
    static_assert(sizeof(State) <= kStateSize);
    new (m_storage) State(hardware, model, serialNumber, framings);
}

Firmware::~Firmware()
{
    state().~State();
}

Firmware::State &Firmware::state()
{
    return *std::launder(reinterpret_cast<State *>(m_storage));
}

const Firmware::State &Firmware::state() const
{
    return *std::launder(reinterpret_cast<const State *>(m_storage));
}

void Firmware::start()
{
    state().run(startUp);
}

void Firmware::receive(std::uint8_t link, std::span<const std::uint8_t> data)
{
    state().run([&](Amp &amp) {
        if (link >= amp.linkCount)
            return;
        doWhatIsDue(amp);
        Link &from = amp.allLinks[link];
        from.take(data, amp.now(), [&](Arrival arrival) {
            if (arrival == Arrival::Packet)
                answerPacket(amp, from);
            else
                answerTooLarge(amp, from);
        });
    });
}

void Firmware::linkReset(std::uint8_t link)
{
    if (link < state().amp.linkCount)
        state().amp.allLinks[link].reset();
}

void Firmware::poll()
{
    state().run(doWhatIsDue);
    // Last, because the board may end this object here.
    if (state().amp.restart.expire(state().amp.now()))
        shutDown(state().amp);
}

std::uint32_t Firmware::nextDue() const
{
    return untilNextDue(state().amp);
}

void Firmware::knobTurned(int detents)
{
    state().run([&](Amp &amp) { turnKnob(amp, detents); });
}

void Firmware::muteButtonPressed()
{
    state().run(pressMute);
}

void Firmware::settingButtonPressed(std::uint16_t id)
{
    state().run([&](Amp &amp) { pressSetting(amp, id); });
}

void Firmware::jackChanged(std::uint8_t output)
{
    const auto outputs = state().amp.model.outputs;
    for (std::size_t i = 0; i < outputs.size(); ++i)
        state().notices.jacks |= outputs[i].id == output ? 1u << i : 0u;
    state().takeUpNotices();
}

void Firmware::inputChanged()
{
    state().notices.input = true;
    state().takeUpNotices();
}

void Firmware::protectionChanged()
{
    state().notices.protection = true;
    state().takeUpNotices();
}

void Firmware::clipped()
{
    state().notices.clip = true;
    state().takeUpNotices();
}

void Firmware::supplyFailing(std::uint32_t milliseconds)
{
    state().run([&](Amp &amp) { announcePowerDown(amp, milliseconds); });
}

void Firmware::log(std::string_view text)
{
    for (Link &link : state().amp.links())
        link.print(state().amp.hardware, text);
}

} // namespace gainstage::firmware
