// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/family.h"

namespace gainstage {

/// Amps of FiiO, JadeAudio and SNOWSKY that speak the framed HID protocol (protocol/fiio).
///
/// The equalizer is that of the active preset. Its bands and the gain before them can be written while a preset of the user is active; whether a factory
/// preset takes them is not known, and so it is refused. Equalizer::on tells whether the active preset is another than the one that is off (on a
/// K13 R2R also whether its switch is on, and only that can be written); to switch it off otherwise, that preset is chosen. store() keeps it in the preset.
class FiioFamily final : public Family {
public:
    QString name() const override;
    bool matches(const Port &port) const override;
    bool mayTry(Wire wire) const override;
    Result<std::unique_ptr<Amp>> open(std::unique_ptr<Transport> transport, const Port &port, DescriptionCache *cache) const override;
};

} // namespace gainstage
