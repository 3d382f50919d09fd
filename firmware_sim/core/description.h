// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/model.h"

namespace gainstage::firmware {

/// The description document (protocol/README.md, 5.2), made once and served in pieces.
class Description {
public:
    static constexpr std::size_t kMaxSize = 4096;

    /// False if the model does not fit.
    bool build(const ModelDefinition &model);
    std::span<const std::uint8_t> bytes() const { return std::span(m_bytes).first(m_size); }
    std::span<const std::uint8_t> digest() const { return m_digest; }

private:
    std::array<std::uint8_t, kMaxSize> m_bytes{};
    std::size_t m_size = 0;
    std::array<std::uint8_t, 8> m_digest{};
};

} // namespace gainstage::firmware
