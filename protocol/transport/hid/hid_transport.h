// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/transport/hid_reports.h"
#include "protocol/transport/transport.h"

#include <memory>
#include <stop_token>
#include <string>

namespace gainstage {

/// Opens a HID device ("/dev/hidraw2"). Each write is one output report, each read one input report, both with their id where the device numbers its
/// reports. `reports` is what its descriptor says; writes are filled up to the length found there (outgoingReport()).
/// A private thread reads the device; it outlives the transport by a moment, as a blocking read cannot be interrupted.
///
/// Errc::NotFound (no such file), Errc::Permission, Errc::Busy (another of our programs holds it), Errc::Unsupported (not a HID device).
Result<std::unique_ptr<Transport>> openHid(const std::string &path, HidReports reports, std::stop_token stop);

} // namespace gainstage
