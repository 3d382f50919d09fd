// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/transport/transport.h"

#include <functional>
#include <memory>
#include <string>

namespace gainstage {

/// Hands everything through, and a line of trace for all bytes that went: "> 03 10" written, "< 06" read. Failures are not noted.
class RecordingTransport final : public Transport {
public:
    using Note = std::function<void(const std::string &line)>;
    /// `note` is called in the thread that uses the transport.
    RecordingTransport(std::unique_ptr<Transport> inner, Note note);

    Result<void> write(BytesView data) override;
    Result<Bytes> read(Deadline deadline) override;
    void onReadable(std::function<void()> wake) override;
    const Clock &clock() const override;

private:
    std::unique_ptr<Transport> m_inner;
    Note m_note;
};

} // namespace gainstage
