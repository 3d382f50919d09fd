// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/boot/boot_loader.h"

#include "firmware_sim/boot/swap.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

BootEvent eventOf(SwapType type)
{
    switch (type) {
    case SwapType::Test: return BootEvent::Tested;
    case SwapType::Permanent: return BootEvent::Installed;
    case SwapType::Revert: return BootEvent::Reverted;
    default: return BootEvent::None;
    }
}

class BootLoader {
public:
    BootLoader(BootHardware &hardware, const ImageRules &rules) : m_slots(hardware), m_rules(rules) {}

    BootResult run()
    {
        const auto underWay = swapUnderWay();
        if (!(underWay ? resume(*underWay) : begin(swapDue())))
            return {};
        settle();
        ImageResult running = validate(m_slots.running());
        if (!running.image && recover())
            running = validate(m_slots.running());
        if (!running.image)
            return {false, m_event, running.error};
        if (m_slots.isConfirmed())
            m_slots.raiseSecurityCounter(running.image->counter);
        return {true, m_event, m_refused};
    }

private:
    ImageResult validate(const ImagePlace &place) const { return validateImage(place, m_rules, m_slots.securityCounter()); }
    Trailer &primary() { return m_slots.trailer(Region::Slot0); }

    /// A swap that has left what is needed to go on; before that, slot 1's mark is still there and it begins anew.
    std::optional<SwapInfo> swapUnderWay()
    {
        if (!primary().isMarked() || m_slots.isSwapDone() || !m_slots.status().last())
            return std::nullopt;
        return primary().info();
    }

    bool resume(const SwapInfo &info)
    {
        m_event = eventOf(info.type);
        return Swap(m_slots, info).finish();
    }

    bool isRevertDue() { return m_slots.isSwapDone() && !m_slots.isConfirmed(); }

    SwapType swapDue()
    {
        const SwapType wanted = m_slots.wanted();
        return wanted == SwapType::None && isRevertDue() ? SwapType::Revert : wanted;
    }

    bool begin(SwapType type)
    {
        if (type == SwapType::None)
            return true;
        const ImagePlace place = m_slots.other();
        const ImageResult fresh = validate(place);
        if (!fresh.image)
            return refuse(place, fresh.error);
        // The way back must be marked where taking away slot 0's flags does not reach: without them the image would count as confirmed.
        if (type == SwapType::Revert && m_slots.wanted() != SwapType::Revert && !m_slots.want(SwapType::Revert))
            return false;
        return swapIn(place, *fresh.image, type);
    }

    bool swapIn(const ImagePlace &place, const Image &fresh, SwapType type)
    {
        m_event = eventOf(type);
        const auto running = readImage(m_slots.running()).image;
        const auto size = running ? running->size : static_cast<std::uint32_t>(largestImage(m_slots.hardware()));
        Swap swap(m_slots, {type, std::max(size, fresh.size), static_cast<std::uint32_t>(place.offset)});
        return swap.begin() && swap.finish();
    }

    /// The running image stays, and the other one cannot be asked for again.
    bool refuse(const ImagePlace &place, ImageError error)
    {
        m_event = BootEvent::Refused;
        m_refused = error;
        return (!isRevertDue() || m_slots.confirm()) && m_slots.trailer(Region::Slot1).erase() &&
               m_slots.hardware().regionErase(Region::Slot1, place.offset);
    }

    /// Makes certain what may have been half written.
    void settle()
    {
        const bool leftOver = primary().isMarked() && !m_slots.isSwapDone();
        if (leftOver)
            static_cast<void>(primary().erase());
        else if (m_slots.isConfirmed())
            static_cast<void>(m_slots.confirm());
    }

    bool recover()
    {
        const ImagePlace place = m_slots.other();
        const ImageResult fresh = validate(place);
        if (!fresh.image || !swapIn(place, *fresh.image, SwapType::Permanent))
            return false;
        m_event = BootEvent::Recovered;
        return true;
    }

    Slots m_slots;
    const ImageRules &m_rules;
    BootEvent m_event = BootEvent::None;
    std::optional<ImageError> m_refused;
};

} // namespace

BootResult bootUp(BootHardware &hardware, const ImageRules &rules)
{
    return BootLoader(hardware, rules).run();
}

} // namespace gainstage::firmware
