// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/eq/biquad.h"
#include "devices/eq/fixed_point.h"

#include <optional>
#include <span>
#include <vector>

namespace gainstage::eq {

/// The bottom of a notch is not told more deeply than this; its phase is not told at all.
inline constexpr Decibels kDeepest{-120.0};

struct ResponsePoint {
    Decibels magnitude;
    std::optional<double> phase; ///< degrees above −180 up to 180
};

struct Peak {
    Frequency frequency;
    Decibels gain;
};

/// What filters in a row do to a signal at one sample rate.
class Response {
public:
    /// Wires are left out. Errc::OutOfRange as of design() and rounded(). `format`: as a device with such coefficients makes it.
    static Result<Response> of(std::span<const Filter> filters, Frequency sampleRate, std::optional<FixedPoint> format = {});

    Frequency sampleRate() const { return m_rate; }
    std::span<const Biquad> biquads() const { return m_biquads; }

    /// At any frequency from zero to half the sample rate; beyond, what is there in the mirror.
    Decibels magnitude(Frequency frequency) const;
    ResponsePoint at(Frequency frequency) const;
    std::vector<Decibels> magnitudes(std::span<const Frequency> frequencies) const;

    /// The loudest point that can be heard: from 10 Hz to 24 kHz, or close below half the sample rate. The true maximum, not that of a grid.
    Peak loudest() const;

private:
    Response(std::vector<Biquad> biquads, std::vector<Filter> filters, Frequency rate)
        : m_biquads(std::move(biquads)), m_filters(std::move(filters)), m_rate(rate)
    {}
    std::vector<Frequency> searchGrid() const;
    Peak climb(Frequency below, Frequency above) const;

    std::vector<Biquad> m_biquads;
    std::vector<Filter> m_filters;
    Frequency m_rate;
};

/// Evenly spaced in octaves, both ends included.
std::vector<Frequency> logarithmicGrid(Frequency from, Frequency to, int points);

/// Where two responses (of the same sample rate) differ most on a grid over what can be heard, and by how much, without its sign.
/// More than 0.1 dB between a device's rounded filters and exact ones is worth a warning.
Peak largestDifference(const Response &one, const Response &other);

/// Whether the filter would look different at another sample rate: its upper point of half its gain lies above 0.45 of the rate.
bool dependsOnSampleRate(const Filter &filter, Frequency sampleRate);

} // namespace gainstage::eq
