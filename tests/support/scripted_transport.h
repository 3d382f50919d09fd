// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transport/transport.h"
#include "tests/support/manual_clock.h"

#include <QString>

#include <deque>
#include <string_view>

namespace gainstage::test {

/// A wire written down beforehand: the bytes of each write that must come, and what the other end says. Its clock moves only while a read waits.
///
///     cable.expect("03 10").answer("06 10 b0").answer("06 11", 1500ms);
///
/// Each `expect` is one write. Anything else that is written, and whatever is left over, is a complaint that shows the bytes.
class ScriptedTransport final : public Transport {
public:
    ScriptedTransport &expect(BytesView written);
    ScriptedTransport &expect(std::string_view hex);
    /// What comes back, as one read, `after` so much time since the write before it (at once where none is before it).
    ScriptedTransport &answer(BytesView read, Duration after = {});
    ScriptedTransport &answer(std::string_view hex, Duration after = {});
    /// From here on the other end is gone.
    ScriptedTransport &unplug(Duration after = {});
    /// Steps from lines "> hex" (written) and "< hex" (read); others are ignored.
    ScriptedTransport &expectTrace(std::string_view trace);
    /// Once stopped, waits end with Errc::Cancelled.
    void setStop(std::stop_token stop);

    /// Empty if everything went as written down.
    QString complaint() const;

    Result<void> write(BytesView data) override;
    Result<Bytes> read(Deadline deadline) override;
    void onReadable(std::function<void()> wake) override;
    const ManualClock &clock() const override { return m_clock; }
    ManualClock &clock() { return m_clock; }

private:
    enum class Kind { Expect, Answer, Unplug };
    struct Step {
        Kind kind;
        Bytes bytes;
        Duration after{};
    };
    struct Arrival {
        Instant at;
        bool unplugged = false;
        Bytes bytes;
    };
    ScriptedTransport &add(Step step);
    void release();
    void schedule(const Step &step);

    ManualClock m_clock;
    std::deque<Step> m_steps;       ///< still to come; begins with an Expect
    std::deque<Arrival> m_arrivals; ///< by time
    std::stop_token m_stop;
    std::function<void()> m_wake;
    QString m_complaint;
};

} // namespace gainstage::test
