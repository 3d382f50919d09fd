// SPDX-License-Identifier: Apache-2.0
#include "protocol/transport/hid_reports.h"

#include <string>

namespace gainstage {

Result<Bytes> outgoingReport(const HidReports &reports, BytesView report)
{
    const std::uint8_t id = reports.numbered && !report.empty() ? report[0] : std::uint8_t{0};
    Bytes bytes;
    if (!reports.numbered)
        bytes.push_back(0);
    bytes.insert(bytes.end(), report.begin(), report.end());
    if (id == kForbiddenReport)
        return failure(Errc::Unsupported, SENTENCE("error", "A report that unlocks an amp's boot loader is never sent."));
    if (!reports.numbered && reports.output.empty())
        return bytes;
    const auto known = reports.output.find(id);
    if (known == reports.output.end())
        return failure(Errc::Unsupported, SENTENCE("error", "The amp takes no report %1."), {std::to_string(id)});
    if (bytes.size() > known->second + 1)
        return failure(Errc::OutOfRange, SENTENCE("error", "A report has %1 bytes, not %2."),
                       {std::to_string(known->second), std::to_string(bytes.size() - 1)});
    bytes.resize(known->second + 1);
    return bytes;
}

} // namespace gainstage
