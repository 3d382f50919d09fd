// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pty_pair.h"

#include <utility>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace gainstage::test {

PtyPair::PtyPair() : m_end(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC))
{
    if (m_end < 0 || grantpt(m_end) != 0 || unlockpt(m_end) != 0)
        unplug();
    else
        m_path = ptsname(m_end);
}

PtyPair::~PtyPair()
{
    unplug();
}

void PtyPair::write(BytesView data)
{
    while (!data.empty()) {
        const ssize_t written = ::write(m_end, data.data(), data.size());
        if (written <= 0)
            return;
        data = data.subspan(static_cast<std::size_t>(written));
    }
}

Bytes PtyPair::read(std::size_t size)
{
    Bytes all(size);
    std::size_t have = 0;
    while (have < size) {
        const ssize_t got = ::read(m_end, all.data() + have, size - have);
        if (got <= 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    all.resize(have);
    return all;
}

void PtyPair::unplug()
{
    if (m_end >= 0)
        ::close(std::exchange(m_end, -1));
}

} // namespace gainstage::test
