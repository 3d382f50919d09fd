// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/interruption.h"
#include "devices/discovery/amp_finder.h"
#include "devices/firmware/amp_line.h"

namespace gainstage::cli {

/// The way to the amp that a command is about, also when it comes back at another port.
class FinderLine final : public AmpLine {
public:
    /// The amp that `selector` means (AmpFinder::select), open.
    static Result<std::unique_ptr<FinderLine>> open(const AmpFinder &finder, const QString &selector, Interruption &interruption);

    Amp *amp() override { return m_amp.get(); }
    void close() override { m_amp.reset(); }
    Result<void> open() override;
    Result<void> pause(Duration duration) override { return m_interruption.pause(duration); }
    const Clock &clock() const override { return m_interruption.clock(); }

    /// Hands the amp on; the line is closed then.
    std::unique_ptr<Amp> take() { return std::move(m_amp); }

private:
    FinderLine(const AmpFinder &finder, Port port, std::unique_ptr<Amp> amp, Interruption &interruption);
    bool mayBeThere(const Port &port) const;
    bool isSame(const Identity &identity) const;
    std::vector<Port> candidates() const;

    const AmpFinder &m_finder;
    Interruption &m_interruption;
    Port m_port; ///< where it was first
    Identity m_identity;
    std::unique_ptr<Amp> m_amp;
};

} // namespace gainstage::cli
