// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"

#include <cstddef>
#include <cstdint>
#include <map>

namespace gainstage {

/// What a HID device's report descriptor says of its reports (HID 1.11, section 6.2.2).
struct HidReports {
    bool numbered = false;                             ///< every report begins with its id
    std::map<std::uint8_t, std::size_t> output, input; ///< bytes without the id, by id; 0 where reports are not numbered
    friend bool operator==(const HidReports &, const HidReports &) = default;
};

/// A report of this id is never written: it unlocks the boot loader of KT Micro chips, from which there is no way back.
inline constexpr std::uint8_t kForbiddenReport = 0x54;

/// What hidapi is handed for an output report: its id (0 where reports are not numbered), then the data, filled up with zeros to the length of the
/// descriptor. `report` begins with its id where the device numbers them. Where the descriptor is not known it goes as it is, behind a 0.
/// Errc::Unsupported: no such report, or the forbidden one; Errc::OutOfRange: longer than the report.
Result<Bytes> outgoingReport(const HidReports &reports, BytesView report);

} // namespace gainstage
