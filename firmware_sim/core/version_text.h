// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/image.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace gainstage::firmware {

/// A version as clients see it: "1.2.3", with the build behind it where there is one: "1.2.3.4".
class VersionText {
public:
    /// A text that is one already; what is too long is cut off.
    explicit VersionText(std::string_view text) : m_size(std::min(text.size(), m_text.size())) { std::copy_n(text.begin(), m_size, m_text.begin()); }
    explicit VersionText(const Version &version)
    {
        add(version.major);
        add(version.minor, true);
        add(version.revision, true);
        if (version.build != 0)
            add(version.build, true);
    }
    std::string_view text() const { return {m_text.data(), m_size}; }

private:
    void add(std::uint32_t number, bool dot = false)
    {
        if (dot)
            m_text[m_size++] = '.';
        m_size = static_cast<std::size_t>(std::to_chars(m_text.data() + m_size, m_text.data() + m_text.size(), number).ptr - m_text.data());
    }

    std::array<char, 24> m_text{}; // 255.255.65535.4294967295 has 24 characters
    std::size_t m_size = 0;
};

} // namespace gainstage::firmware
