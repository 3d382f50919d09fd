// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/family.h"

namespace gainstage {

/// The Element IV of JDS Labs (protocol/jdslabs).
///
/// The equalizer is that of the headphone output. Each of its bands has a type of its own; the amp stores every change by itself. What else it tells of
/// itself, the equalizer of the RCA sockets included, is shown and cannot be changed: nobody has published that a real one takes it.
class JdsLabsFamily final : public Family {
public:
    QString name() const override;
    bool matches(const Port &port) const override;
    bool mayTry(Wire wire) const override;
    Result<std::unique_ptr<Amp>> open(std::unique_ptr<Transport> transport, const Port &port, DescriptionCache *cache) const override;
};

} // namespace gainstage
