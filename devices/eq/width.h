// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/units.h"
#include "protocol/bytes/result.h"

namespace gainstage::eq {

// How wide a filter is, in the ways that devices and programs say it. Octaves lie between the points of half a peak's gain in decibels.
// All numbers must be above zero: Errc::OutOfRange. Source: Audio EQ Cookbook.

Result<double> bandwidthOfQ(double q);
Result<double> qOfBandwidth(double octaves);
/// So that the width is right behind the bilinear transform, which squeezes what is high.
Result<double> qOfBandwidthAt(double octaves, Frequency frequency, Frequency sampleRate);

/// Shelves: a slope S of 1 is as steep as it can be without overshoot, and Q 0.7071 at any gain. Errc::OutOfRange also where no Q has that slope.
Result<double> qOfSlope(double slope, Decibels gain);
Result<double> slopeOfQ(double q, Decibels gain);

/// From the Q of the resonance that is boosted (the classic one) to the cookbook's, which is smaller for boosts.
Result<double> qOfClassicQ(double classicQ, Decibels gain);

/// Some amps call 10^(|gain| / 40) times the cookbook's Q a peak's Q, for boosts and cuts alike.
Result<double> qOfQTimesGain(double q, Decibels gain);
Result<double> qTimesGainOf(double cookbookQ, Decibels gain);

} // namespace gainstage::eq
