// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/transport/transport.h"

#include <memory>
#include <stop_token>
#include <string>

namespace gainstage {

/// Opens a serial line (also a pseudo-terminal, also through a symbolic link) with 8N1 and no flow control, for nobody else, and discards what
/// is in its buffers. For use in the calling thread, which is that of the QCoreApplication or a QThread; Transport::onReadable needs that
/// thread's event loop, the rest does not.
///
/// Errc::NotFound (no such file), Errc::Permission, Errc::Busy (another program holds it), Errc::Unsupported (not a serial line, or not this speed).
/// `path` is as the file system spells it; `baud` in bits per second.
Result<std::unique_ptr<Transport>> openSerial(const std::string &path, int baud, std::stop_token stop);

} // namespace gainstage
