// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "devices/amp/ear_safe.h"
#include "devices/families/reference/reference_family.h"
#include "firmware_sim/boards/simulated_amp.h"

#include <algorithm>
#include <array>

namespace gainstage::test {

inline Wire wireOf(sim::LinkKind kind)
{
    return kind == sim::LinkKind::Hid ? Wire::Hid : Wire::Serial;
}

/// The reference family's amp on link `link` of a simulated one.
inline Result<std::unique_ptr<Amp>> openLink(sim::SimulatedAmp &simulated, sim::LinkKind kind, std::size_t link = 0)
{
    Port port;
    port.wire = wireOf(kind);
    port.path = QStringLiteral("link %1").arg(link);
    return ReferenceFamily().open(simulated.connect(link), port, nullptr);
}

/// A simulated amp with a signal, a load on each jack, and the family's amp on its first link.
struct SimulatedBench {
    explicit SimulatedBench(sim::Model model, sim::LinkKind link = sim::LinkKind::Serial) : SimulatedBench(optionsOf(model, link)) {}
    explicit SimulatedBench(const sim::Options &options) : simulated(options), kind(options.links.front())
    {
        for (const char *jack : {R"({"do":"jack","output":0,"plugged":true,"ohm":300})", R"({"do":"jack","output":1,"plugged":true,"ohm":300})"})
            simulated.control(jack);
        connect();
    }

    /// Opens the amp anew, as a client does after a loss.
    void connect()
    {
        amp.reset();
        auto opened = openLink(simulated, kind);
        if (opened)
            amp = *std::move(opened);
    }
    SettingId id(Role role) const { return amp->description().find(role)->id; }
    Change change(const Values &values, const std::optional<Equalizer> &equalizer = {}) const
    {
        return *Change::of(amp->description(), values, equalizer);
    }
    /// Straight into the amp, without any order, and until the output has followed.
    Result<State> force(const Values &values, const std::optional<Equalizer> &equalizer = {})
    {
        auto state = amp->apply(change(values, equalizer));
        simulated.advance(std::chrono::milliseconds(60));
        return state;
    }

    sim::SimulatedAmp simulated;
    sim::LinkKind kind;
    std::unique_ptr<Amp> amp;

private:
    static sim::Options optionsOf(sim::Model model, sim::LinkKind link)
    {
        sim::Options options;
        options.model = model;
        options.links = {link};
        return options;
    }
};

/// What the recorded output level did since the mark: per output and over all, against the larger of both ends.
inline QString louderThanBothEnds(const std::vector<sim::TrajectoryPoint> &points)
{
    constexpr double tolerance = 1.0005; // the recording leaves out steps of less than 0.001 dB
    const sim::TrajectoryPoint &first = points.front(), &last = points.back();
    const double most = std::max(first.loudest(), last.loudest()) * tolerance;
    for (const sim::TrajectoryPoint &point : points) {
        for (std::size_t output = 0; output < std::size(point.volts); ++output) {
            if (point.volts[output] > std::max(first.volts[output], last.volts[output]) * tolerance)
                return QStringLiteral("output %1: %2 V, at both ends %3 and %4 V")
                    .arg(output)
                    .arg(point.volts[output])
                    .arg(first.volts[output])
                    .arg(last.volts[output]);
        }
        if (point.loudest() > most)
            return QStringLiteral("%1 V, at both ends %2 and %3 V").arg(point.loudest()).arg(first.loudest()).arg(last.loudest());
    }
    return {};
}

} // namespace gainstage::test
