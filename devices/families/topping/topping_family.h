// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/family.h"

namespace gainstage {

/// Topping DX5 II, DX1 II and, its equalizer only, D90 III Discrete. All others of the maker have the same USB ids and commands that mean something
/// else, so that nothing is ever sent to what does not name itself as one of the three.
class ToppingFamily final : public Family {
public:
    QString name() const override;
    bool matches(const Port &port) const override;
    bool mayTry(Wire wire) const override;
    Result<std::unique_ptr<Amp>> open(std::unique_ptr<Transport> transport, const Port &port, DescriptionCache *cache) const override;
};

} // namespace gainstage
