// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/reference/reference_family.h"
#include "devices/firmware/amp_line.h"
#include "firmware_sim/boards/simulated_amp.h"

#include <QMap>

namespace gainstage::test {

/// The way to a simulated amp: time is its own, and waiting lets it work.
class SimulatedLine final : public AmpLine {
public:
    using Decorate = std::function<std::unique_ptr<Transport>(std::unique_ptr<Transport>)>;

    SimulatedLine(sim::SimulatedAmp &simulated, sim::LinkKind kind, std::size_t link = 0) : m_simulated(simulated), m_link(link)
    {
        m_port.wire = kind == sim::LinkKind::Hid ? Wire::Hid : Wire::Serial;
        m_port.path = QStringLiteral("link %1").arg(link);
    }

    Decorate decorate;               ///< what is put around each transport
    std::function<void()> onWaiting; ///< before each attempt to open and each pause
    bool programEnds = false;        ///< opening and waiting are Errc::Cancelled
    int opened = 0;                  ///< times that it was

    Amp *amp() override { return m_amp.get(); }
    void close() override { m_amp.reset(); }
    Result<void> open() override
    {
        if (auto ended = wait(); !ended)
            return ended;
        auto transport = m_simulated.connect(m_link);
        auto amp = ReferenceFamily().open(decorate ? decorate(std::move(transport)) : std::move(transport), m_port, &m_cache);
        if (!amp)
            return std::unexpected(amp.error());
        m_amp = *std::move(amp);
        ++opened;
        return {};
    }
    Result<void> pause(Duration duration) override
    {
        if (auto ended = wait(); !ended)
            return ended;
        m_simulated.advance(duration);
        return {};
    }
    const Clock &clock() const override { return m_simulated.clock(); }

private:
    class Cache final : public DescriptionCache {
    public:
        QByteArray find(const Identity &identity) const override { return m_documents.value(identity.digest); }
        void keep(const Identity &identity, const QByteArray &document) override { m_documents[identity.digest] = document; }

    private:
        QMap<QByteArray, QByteArray> m_documents;
    };

    Result<void> wait() const
    {
        if (onWaiting)
            onWaiting();
        if (programEnds)
            return failure(Errc::Cancelled, "The program ends.");
        return {};
    }

    sim::SimulatedAmp &m_simulated;
    std::size_t m_link;
    Port m_port;
    Cache m_cache;
    std::unique_ptr<Amp> m_amp;
};

} // namespace gainstage::test
