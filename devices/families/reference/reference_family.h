// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/family.h"

namespace gainstage {

/// Amps that speak the open Gainstage Amp Protocol (protocol/README.md), over serial lines and HID.
class ReferenceFamily final : public Family {
public:
    QString name() const override;
    bool matches(const Port &port) const override;
    bool mayTry(Wire wire) const override;
    Result<std::unique_ptr<Amp>> open(std::unique_ptr<Transport> transport, const Port &port, DescriptionCache *cache) const override;
};

} // namespace gainstage
