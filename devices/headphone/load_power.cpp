// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/headphone/checks.h"
#include "devices/headphone/drive.h"

#include <algorithm>

namespace gainstage::headphone {
namespace {

struct Node {
    Ohms load;
    Volts volts;
    double current() const { return volts.value / load.value; }
};

/// A line in log V over log R: 0 is a constant voltage, 1 a constant current.
constexpr double mostlyCurrent = 0.75, mostlyVoltage = 0.25;

class Curve {
public:
    explicit Curve(std::span<const LoadPower> figures)
    {
        for (const LoadPower &figure : figures)
            add(figure);
        std::ranges::sort(m_nodes, {}, &Node::load);
        keepVoltageMonotone();
        keepCurrentMonotone();
        std::ranges::sort(m_warnings);
    }

    bool isEmpty() const { return m_nodes.empty(); }
    std::vector<PointWarning> warnings() const { return m_warnings; }

    Limit at(Ohms load, Ohms outputImpedance) const
    {
        const Node &first = m_nodes.front(), &last = m_nodes.back();
        if (load >= last.load) {
            const Volts openCircuit{last.volts.value * (last.load.value + outputImpedance.value) / last.load.value};
            return limit(behind(openCircuit, outputImpedance, load), load, 0.0);
        }
        if (load <= first.load)
            return limit({first.current() * load.value}, load, 1.0);
        const auto right = std::ranges::upper_bound(m_nodes, load, {}, &Node::load);
        const Node &a = *(right - 1), &b = *right;
        const double slope = std::log(b.volts.value / a.volts.value) / std::log(b.load.value / a.load.value);
        return limit({a.volts.value * std::pow(load.value / a.load.value, slope)}, load, slope);
    }

private:
    static Limit limit(Volts volts, Ohms load, double slope)
    {
        const Binding binding = slope >= mostlyCurrent ? Binding::Current : slope <= mostlyVoltage ? Binding::Voltage : Binding::Mixed;
        return {{volts, currentOf(volts, load), powerOf(volts, load)}, binding};
    }

    void warn(PointWarning warning)
    {
        if (std::ranges::find(m_warnings, warning) == m_warnings.end())
            m_warnings.push_back(warning);
    }

    void add(const LoadPower &figure)
    {
        if (figure.load.value <= 0 || figure.power.value <= 0)
            return warn(PointWarning::BadPointDropped);
        const Volts volts{std::sqrt(figure.power.value * figure.load.value)};
        const auto same = std::ranges::find(m_nodes, figure.load, &Node::load);
        if (same == m_nodes.end()) {
            m_nodes.push_back({figure.load, volts});
            return;
        }
        same->volts = std::min(same->volts, volts);
        warn(PointWarning::DuplicateLoad);
    }

    /// No source gives more volts into a heavier load.
    void keepVoltageMonotone()
    {
        for (std::size_t i = m_nodes.size(); i-- > 1;) {
            if (m_nodes[i - 1].volts.value > m_nodes[i].volts.value * (1 + rounding)) {
                m_nodes[i - 1].volts = m_nodes[i].volts;
                warn(PointWarning::VoltageNotMonotone);
            }
        }
    }

    /// Nor more current into a lighter one.
    void keepCurrentMonotone()
    {
        for (std::size_t i = 1; i < m_nodes.size(); ++i) {
            if (m_nodes[i].current() > m_nodes[i - 1].current() * (1 + rounding)) {
                m_nodes[i].volts = {m_nodes[i - 1].current() * m_nodes[i].load.value};
                warn(PointWarning::CurrentNotMonotone);
            }
        }
    }

    static constexpr double rounding = 1e-12; ///< equal figures must not count as rising
    std::vector<Node> m_nodes;
    std::vector<PointWarning> m_warnings;
};

Result<void> checkFigures(std::span<const LoadPower> figures)
{
    for (const LoadPower &figure : figures) {
        const auto checked = all({
            requireFinite(figure.load.value, SENTENCE("error", "The impedance must be above zero, not %1 Ω.")),
            requireFinite(figure.power.value, SENTENCE("error", "The power must be above zero, not %1 W.")),
        });
        if (!checked)
            return checked;
    }
    return {};
}

} // namespace

Result<EstimatedLimit> limitOf(std::span<const LoadPower> figures, Ohms outputImpedance, Ohms load)
{
    if (const auto checked = all({checkFigures(figures), checkOutput(outputImpedance), checkLoad(load)}); !checked)
        return std::unexpected(checked.error());
    const Curve curve(figures);
    if (curve.isEmpty())
        return failure(Errc::OutOfRange, SENTENCE("error", "The amp's power into a load is not known."));
    return EstimatedLimit{curve.at(load, outputImpedance), curve.warnings()};
}

} // namespace gainstage::headphone
