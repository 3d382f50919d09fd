// SPDX-License-Identifier: Apache-2.0
#include "protocol/transport/recording_transport.h"

namespace gainstage {

RecordingTransport::RecordingTransport(std::unique_ptr<Transport> inner, Note note) : m_inner(std::move(inner)), m_note(std::move(note)) {}

Result<void> RecordingTransport::write(BytesView data)
{
    auto written = m_inner->write(data);
    if (written)
        m_note("> " + toHex(data));
    return written;
}

Result<Bytes> RecordingTransport::read(Deadline deadline)
{
    auto data = m_inner->read(deadline);
    if (data)
        m_note("< " + toHex(*data));
    return data;
}

void RecordingTransport::onReadable(std::function<void()> wake)
{
    m_inner->onReadable(std::move(wake));
}

const Clock &RecordingTransport::clock() const
{
    return m_inner->clock();
}

} // namespace gainstage
