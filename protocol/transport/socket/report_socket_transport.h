// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/transport/hid_reports.h"
#include "protocol/transport/transport.h"

#include <memory>
#include <stop_token>
#include <string>

namespace gainstage {

/// Opens a HID device without USB: a Unix socket (SOCK_SEQPACKET) whose packets are reports, as a simulated amp has it. Each write is one output
/// report, each read one input report, both with their id where the device numbers its reports. `reports` is what its descriptor says; writes are
/// filled up to the length found there (outgoingReport()). A private thread reads; it ends with the transport.
///
/// Errc::NotFound (nobody is there), Errc::Permission, Errc::Unsupported (not such a socket). Where another program is connected already, the
/// first read or write gives Errc::Disconnected.
Result<std::unique_ptr<Transport>> openReportSocket(const std::string &path, HidReports reports, std::stop_token stop);

} // namespace gainstage
