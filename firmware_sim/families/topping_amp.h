// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/families/foreign_amp.h"
#include "firmware_sim/families/topping_frame.h"

#include <deque>

namespace gainstage::sim::topping {

/// What the three simulated Toppings have in common: their wire. One report in a millisecond; empty ones while nothing else is to be said.
class ToppingAmp : public ForeignAmp {
public:
    ToppingAmp(std::string product, std::string serialNumber);

    const UsbFace &face() const final { return m_face; }
    void receive(std::span<const std::uint8_t> data, std::int64_t now) final;
    std::vector<std::uint8_t> take(std::int64_t now) final;
    std::optional<std::int64_t> nextDue() const final;
    bool isOnBus(std::int64_t) const final { return true; }
    void lineReset() override;
    /// "set" with "key" and "value": somebody at the front panel; "register" with "number" and "value": another program.
    QJsonObject act(const QJsonObject &request, std::int64_t now) final;

protected:
    virtual void handle(const Frame &frame, std::int64_t now) = 0;
    /// What the amp says by itself is put out when it is due.
    virtual void tick(std::int64_t) {}
    virtual std::optional<std::int64_t> nextTick() const { return std::nullopt; }
    /// What went wrong, or nothing.
    virtual QString set(const QString &key, double value, std::int64_t now) = 0;

    void say(const Frame &frame, std::int64_t now);

private:
    struct Waiting {
        std::int64_t at;
        std::vector<std::uint8_t> report;
    };

    UsbFace m_face;
    std::deque<Waiting> m_waiting;
    std::int64_t m_free = 0; ///< when the next report may go
    std::int64_t m_nextEmpty = 0;
};

} // namespace gainstage::sim::topping
