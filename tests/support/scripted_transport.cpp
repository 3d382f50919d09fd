// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_transport.h"

#include <algorithm>

namespace gainstage::test {
namespace {

QString hexText(BytesView bytes)
{
    return QString::fromStdString(toHex(bytes));
}

std::unexpected<Error> unplugged()
{
    return failure(Errc::Disconnected, "The scripted wire is unplugged.");
}

} // namespace

ScriptedTransport &ScriptedTransport::expect(BytesView written)
{
    return add({Kind::Expect, Bytes(written.begin(), written.end())});
}

ScriptedTransport &ScriptedTransport::expect(std::string_view hex)
{
    return expect(fromHex(hex));
}

ScriptedTransport &ScriptedTransport::answer(BytesView read, Duration after)
{
    return add({Kind::Answer, Bytes(read.begin(), read.end()), after});
}

ScriptedTransport &ScriptedTransport::answer(std::string_view hex, Duration after)
{
    return answer(fromHex(hex), after);
}

ScriptedTransport &ScriptedTransport::unplug(Duration after)
{
    return add({Kind::Unplug, {}, after});
}

ScriptedTransport &ScriptedTransport::expectTrace(std::string_view trace)
{
    while (!trace.empty()) {
        const std::string_view line = trace.substr(0, trace.find('\n'));
        trace.remove_prefix(std::min(trace.size(), line.size() + 1));
        if (line.starts_with("> "))
            expect(line.substr(2));
        else if (line.starts_with("< "))
            answer(line.substr(2));
    }
    return *this;
}

void ScriptedTransport::setStop(std::stop_token stop)
{
    m_stop = std::move(stop);
}

QString ScriptedTransport::complaint() const
{
    if (!m_complaint.isEmpty())
        return m_complaint;
    if (!m_steps.empty())
        return QStringLiteral("never written: %1 (and %2 steps more)").arg(hexText(m_steps.front().bytes)).arg(m_steps.size() - 1);
    if (!m_arrivals.empty() && !m_arrivals.front().unplugged)
        return QStringLiteral("never read: %1").arg(hexText(m_arrivals.front().bytes));
    return {};
}

Result<void> ScriptedTransport::write(BytesView data)
{
    if (m_stop.stop_requested())
        return failure(Errc::Cancelled, "Cancelled.");
    if (!m_arrivals.empty() && m_arrivals.front().unplugged && m_arrivals.front().at <= m_clock.now())
        return unplugged();
    const QString expected = m_steps.empty() ? QStringLiteral("nothing") : hexText(m_steps.front().bytes);
    if (expected != hexText(data) && m_complaint.isEmpty())
        m_complaint = QStringLiteral("expected %1\nwritten  %2").arg(expected, hexText(data));
    if (!m_steps.empty())
        m_steps.pop_front();
    release();
    return {};
}

Result<Bytes> ScriptedTransport::read(Deadline deadline)
{
    if (m_stop.stop_requested())
        return failure(Errc::Cancelled, "Cancelled.");
    if (m_arrivals.empty() || m_arrivals.front().at > std::max(deadline, m_clock.now())) {
        m_clock.advanceTo(deadline);
        return failure(Errc::Timeout, "Nothing more is written down.");
    }
    m_clock.advanceTo(m_arrivals.front().at);
    if (m_arrivals.front().unplugged)
        return unplugged();
    Bytes bytes = std::move(m_arrivals.front().bytes);
    m_arrivals.pop_front();
    return bytes;
}

void ScriptedTransport::onReadable(std::function<void()> wake)
{
    m_wake = std::move(wake);
}

ScriptedTransport &ScriptedTransport::add(Step step)
{
    m_steps.push_back(std::move(step));
    release();
    return *this;
}

/// What follows no write that is still to come is on its way.
void ScriptedTransport::release()
{
    while (!m_steps.empty() && m_steps.front().kind != Kind::Expect) {
        schedule(m_steps.front());
        m_steps.pop_front();
    }
}

void ScriptedTransport::schedule(const Step &step)
{
    const Arrival arrival{m_clock.now() + step.after, step.kind == Kind::Unplug, step.bytes};
    const auto place = std::ranges::upper_bound(m_arrivals, arrival.at, {}, &Arrival::at);
    m_arrivals.insert(place, arrival);
    if (m_wake)
        m_wake();
}

} // namespace gainstage::test
