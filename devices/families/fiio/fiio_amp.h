// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/fiio/exchange.h"
#include "devices/families/fiio/held.h"
#include "devices/families/plain/plain_amp.h"

#include <map>

namespace gainstage::fiio {

/// FiioFamily says how its equalizer is meant.
///
/// Everything is read when somebody asks; what was just written is read back alone, because each question costs a tenth of a second or two.
class FiioAmp final : public PlainAmp {
public:
    /// `exchange` works on `wire`.
    FiioAmp(std::unique_ptr<Transport> wire, Description description, Exchange exchange);

    /// Into the active preset, which must be one of the user's (Errc::Refused). Nothing is sent where nothing was written since the last time: flash
    /// wears. A JA11 may leave the bus afterwards: the next call then says Errc::Disconnected.
    Result<void> store() override;
    void leaveOutExperimental() override { m_experimental = false; }

protected:
    Result<State> readState() override;
    Result<void> send(const Change &change) override;
    Result<bool> heard(BytesView data) override;

private:
    Model model() const { return m_exchange.model(); }
    const EqualizerLimits &limits() const { return *description().equalizer; }

    Result<void> readPreset();
    Result<void> readParts(const Parts &parts);
    Result<void> readEqualizer(const Parts &parts);
    Result<void> readExperimental(const Parts &parts);
    State stateOfHeld() const;

    Result<void> check(const Change &change) const;
    Result<void> checkSwitch(const Equalizer &wanted, std::uint8_t preset) const;
    Result<void> checkTakesBands() const;
    Result<void> sendAll(const Change &change);
    Result<void> select(std::uint8_t preset);
    Result<void> sendExperimental(const Change &change);
    Result<void> sendEqualizer(const Equalizer &wanted);
    Result<void> sendSteps(const Equalizer &from, const Equalizer &wanted);
    Result<void> sendPreamp(std::int32_t centiDecibels);
    Result<void> sendBand(const Band &band);
    Result<void> sendSwitch(bool on);
    void forgetWritten();

    Exchange m_exchange;
    Held m_held;
    bool m_known = false;
    bool m_experimental = true;
    Parts m_unanswered;            ///< of the experimental ones: what this amp does not know
    bool m_storeIsDue = true;      ///< nobody knows whether what the amp held at the beginning is stored
    std::optional<Parts> m_toRead; ///< what was written and not read back yet; nothing: everything is to be read
    std::optional<std::int16_t> m_writtenGain;
    std::map<std::uint8_t, Band> m_writtenBands;
};

} // namespace gainstage::fiio
