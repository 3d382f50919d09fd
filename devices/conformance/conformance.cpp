// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/conformance/conformance.h"

#include "devices/conformance/checks.h"

#include <iterator>

namespace gainstage::conformance {
namespace {

Finding found(Check check, std::optional<Error> fault)
{
    return {check, fault ? Verdict::Failed : Verdict::Passed, std::move(fault)};
}

/// Some wires cannot be asked for everything; to say so is no fault.
Finding knownIn(const Description &description, const State &state)
{
    auto unknown = unknownSetting(description, state);
    return {Check::Known, unknown ? Verdict::NotThere : Verdict::Passed, std::move(unknown)};
}

Finding metersOf(Amp &amp)
{
    const auto &layout = amp.description().meters;
    if (!layout)
        return {Check::Meters, Verdict::NotThere};
    const auto meters = amp.meters();
    return found(Check::Meters, meters ? metersFault(*layout, *meters) : std::optional(meters.error()));
}

} // namespace

std::vector<Finding> examine(const Description &description)
{
    std::vector<Finding> findings{found(Check::Identity, identityFault(description.identity)),
                                  found(Check::Settings, settingsFault(description.settings)), found(Check::Outputs, outputsFault(description))};
    findings.push_back(description.equalizer ? found(Check::Equalizer, equalizerFault(*description.equalizer))
                                             : Finding{Check::Equalizer, Verdict::NotThere});
    return findings;
}

std::vector<Finding> examine(Amp &amp)
{
    const Description &description = amp.description();
    std::vector<Finding> findings = examine(description);
    const auto state = amp.read();
    if (!state) {
        findings.push_back(found(Check::State, state.error()));
        return findings;
    }
    findings.push_back(found(Check::State, stateFault(description, *state)));
    findings.push_back(knownIn(description, *state));
    const auto again = amp.read();
    findings.push_back(found(Check::ReadsAlike, again ? difference(description, *state, *again) : std::optional(again.error())));
    findings.push_back(metersOf(amp));
    findings.push_back(found(Check::Refuses, takenBeyondLimits(description, *state)));
    return findings;
}

const char *nameOf(Check check)
{
    constexpr const char *kNames[] = {"identity", "settings", "outputs", "equalizer", "state", "known", "reads-alike", "meters", "refuses"};
    return kNames[static_cast<std::size_t>(check)];
}

} // namespace gainstage::conformance
