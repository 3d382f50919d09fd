// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace gainstage::sim {

/// The lengths of a HID device's reports in bytes, as its own report descriptor has them (HID 1.11, section 6.2.2). Knows short items only.
class ReportLengths {
public:
    explicit ReportLengths(std::span<const std::uint8_t> descriptor);

    /// A report to the computer, filled up with zeros; a longer or an unknown one as it is.
    std::vector<std::uint8_t> padded(std::span<const std::uint8_t> report) const;
    /// Of all reports in both directions, with the id where they are numbered.
    std::size_t longest() const;

private:
    bool m_numbered = false;
    std::map<std::uint8_t, std::size_t> m_input, m_output; ///< bits without the id, by id
};

} // namespace gainstage::sim
