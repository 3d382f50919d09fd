// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/families/topping_frame.h"

#include <QJsonObject>

#include <array>
#include <string>

namespace gainstage::sim::topping {

/// The registers 91 to 9c of an amp, or of one of its slots: eleven bands and a preamp for each channel. The eleventh band only stores.
class Equalizer {
public:
    explicit Equalizer(std::string name = "Default");

    /// False for a register that it does not have, and for a value that no program has ever sent there.
    bool write(std::uint16_t command, std::int32_t value);
    /// The 78 words of a dump.
    std::array<std::int32_t, 78> dump() const;
    /// What it adds at its loudest point, on the louder channel.
    double loudest() const;
    QJsonObject truth() const;

private:
    struct Band {
        std::int32_t type = 1, hertz = 632, deciDecibels = 0, tenThousandths = 7070;
        bool on = false;
    };
    struct Channel {
        std::int32_t preamp = 1 << 25;
        bool preampOn = false;
        std::array<Band, 11> bands{};
    };

    bool writeBand(std::size_t band, int field, std::int32_t value);
    bool writePreamp(int field, std::int32_t value);
    static double loudest(const Channel &channel);
    static double preampDecibels(const Channel &channel);
    static QJsonObject truth(const Channel &channel);

    std::string m_name;
    std::array<Channel, 2> m_channels;       ///< left, right
    mutable std::optional<double> m_loudest; ///< as long as nothing is written
};

} // namespace gainstage::sim::topping
