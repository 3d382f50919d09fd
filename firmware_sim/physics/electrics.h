// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gainstage::sim {

/// The power supply: two rails of equal size and opposite sign behind a resistance.
struct SupplyFigures {
    double volts;       ///< of each rail, unloaded
    double ohm;         ///< of each rail
    double dropVolts;   ///< between rail and the highest peak that the output stage reaches
    double seconds;     ///< time constant of the rail after a change of load
    double idleAmperes; ///< from each rail, without signal
};

/// The heat sink, one thermal mass.
struct HeatFigures {
    double kelvinPerWatt; ///< to the air
    double seconds;       ///< time constant
    double cutOut;        ///< °C at which the outputs are opened
    double recovery;      ///< °C at which they are closed again
};

/// What the description of an amp does not say of its analogue side.
struct Electrics {
    SupplyFigures supply;
    HeatFigures heat;
};

inline constexpr Electrics kDesktopElectrics = {{15.0, 1.2, 2.5, 0.02, 0.1}, {6.0, 120.0, 85.0, 70.0}};
inline constexpr Electrics kDongleElectrics = {{3.3, 0.8, 0.3, 0.005, 0.015}, {40.0, 30.0, 75.0, 62.0}};

/// How much louder than the music the click of a relay is, as a ratio of voltages.
inline constexpr double kClickRatio = 2.0;
/// Over-current protection opens the outputs when the load asks for this many times the current that the output can give …
inline constexpr double kOverCurrentRatio = 3.0;
/// … for so long (microseconds), and closes them when it has not for so long.
inline constexpr long kOverCurrentAfter = 50'000;
inline constexpr long kOverCurrentRelease = 2'000'000;
/// While a stage clips, one more clip is counted every so often (microseconds).
inline constexpr long kClipEvery = 100'000;

} // namespace gainstage::sim
