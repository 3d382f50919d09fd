// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/discovery/port.h"
#include "devices/families/family.h"
#include "tests/support/manual_clock.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace gainstage::test {

/// An amp in memory that a test can look into and move from its own thread, while a session's worker runs it.
class FakeDevice {
public:
    explicit FakeDevice(Description description, State state) : m_description(std::move(description)), m_state(std::move(state)) {}

    const Description &description() const { return m_description; }
    State state() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_state;
    }
    /// As if by its knob.
    void turn(SettingId id, Value value)
    {
        change([&] { m_state.values[id] = value; });
    }
    /// As if by its knob while the next store is carried out, so that no event tells.
    void turnInStore(SettingId id, Value value) { m_turnedInStore[id] = value; }
    void setState(const State &state)
    {
        change([&] { m_state = state; });
    }
    /// Writes wait until release().
    void hold() { m_held = true; }
    void release()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_held = false;
        }
        m_released.notify_all();
    }
    /// Every write is refused like this from now on; nullopt: taken again.
    void refuseWith(std::optional<Error> error)
    {
        const std::scoped_lock lock(m_mutex);
        m_refusal = std::move(error);
    }
    void unplug()
    {
        change([&] { m_plugged = false; });
    }
    void plug()
    {
        const std::scoped_lock lock(m_mutex);
        m_plugged = true;
    }
    void measure(const Meters &meters)
    {
        change([&] { m_meters = meters; });
    }
    std::chrono::milliseconds metering() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_metering;
    }
    void forgetMetering()
    {
        const std::scoped_lock lock(m_mutex);
        m_metering = {};
    }
    /// Another amp at the same place; only while nobody has this one open.
    void setDescription(const Description &description) { m_description = description; }
    /// How often the amp was read or listened to.
    int asked() const { return m_asked; }
    int writes() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_writes;
    }

private:
    friend class FakeAmp;
    template <typename F>
    void change(F move)
    {
        std::function<void()> wake;
        {
            const std::scoped_lock lock(m_mutex);
            move();
            ++m_state.revision.number;
            wake = m_wake;
        }
        if (wake)
            wake();
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_released;
    Description m_description;
    State m_state;
    std::optional<Error> m_refusal;
    std::optional<Meters> m_meters;
    Values m_turnedInStore;
    std::function<void()> m_wake;
    std::chrono::milliseconds m_metering{0};
    std::atomic<bool> m_held = false;
    bool m_plugged = true;
    int m_writes = 0;
    std::atomic<int> m_asked = 0;
};

class FakeAmp final : public Amp {
public:
    FakeAmp(FakeDevice &device, std::stop_token stop) : m_device(device), m_stop(std::move(stop)), m_seen(device.state()) {}
    ~FakeAmp() override { onReadable({}); }

    const Description &description() const override { return m_device.m_description; }
    Result<State> read() override
    {
        ++m_device.m_asked;
        const std::scoped_lock lock(m_device.m_mutex);
        if (!m_device.m_plugged)
            return gone();
        return m_seen = m_device.m_state;
    }
    Result<State> apply(const Change &change, std::optional<Revision>) override
    {
        std::unique_lock lock(m_device.m_mutex);
        const std::stop_callback wake(m_stop, [this] { m_device.m_released.notify_all(); });
        m_device.m_released.wait(lock, [&] { return !m_device.m_held || m_stop.stop_requested(); });
        if (!m_device.m_plugged)
            return gone();
        if (m_handler && m_device.m_state.revision != m_seen.revision) // it came before the answer
            m_handler(StateChanged{m_seen = m_device.m_state, Source::Knob});
        if (m_device.m_refusal)
            return std::unexpected(*m_device.m_refusal);
        for (const auto &[id, value] : change.values())
            m_device.m_state.values[id] = value;
        m_device.m_state.unstored = true;
        ++m_device.m_state.revision.number;
        ++m_device.m_writes;
        return m_seen = m_device.m_state;
    }
    Result<void> store() override
    {
        const std::scoped_lock lock(m_device.m_mutex);
        m_device.m_state.unstored = false;
        for (const auto &[id, value] : std::exchange(m_device.m_turnedInStore, {}))
            m_device.m_state.values[id] = value;
        return {};
    }
    Result<void> identify(std::chrono::milliseconds) override { return {}; }
    Result<Meters> meters() override { return m_device.m_meters.value_or(Meters{}); }
    Result<void> meterEvery(std::chrono::milliseconds interval) override
    {
        const std::scoped_lock lock(m_device.m_mutex);
        m_device.m_metering = interval;
        return {};
    }
    void onEvent(std::function<void(const Event &)> handler) override { m_handler = std::move(handler); }
    /// Time stands still for whoever waits: only what is there already is heard.
    Result<void> listen(Deadline deadline) override
    {
        ++m_device.m_asked;
        m_clock.advanceTo(deadline);
        State now;
        std::optional<Meters> meters;
        {
            const std::scoped_lock lock(m_device.m_mutex);
            if (!m_device.m_plugged)
                return gone();
            now = m_device.m_state;
            meters = std::exchange(m_device.m_meters, {});
        }
        if (m_handler && now.revision != m_seen.revision) {
            m_seen = now;
            m_handler(StateChanged{now, Source::Knob});
        }
        if (m_handler && meters)
            m_handler(MetersMeasured{*meters});
        return {};
    }
    void onReadable(std::function<void()> wake) override
    {
        const std::scoped_lock lock(m_device.m_mutex);
        m_device.m_wake = std::move(wake);
    }
    const Clock &clock() const override { return m_clock; }

private:
    static std::unexpected<Error> gone() { return failure(Errc::Disconnected, "The connection to the amp is gone."); }

    FakeDevice &m_device;
    std::stop_token m_stop;
    ManualClock m_clock;
    State m_seen;
    std::function<void(const Event &)> m_handler;
};

/// Ids of fakeDescription().
inline constexpr SettingId kGain{1}, kOutput{2}, kVolume{4}, kMute{5}, kBalance{6}, kFilter{7}, kCrossfeed{8}, kTubes{70}, kLight{71}, kHours{72};

inline Choice choice(std::int32_t raw, const char16_t *key, const char16_t *label, std::optional<double> adds = {})
{
    return {{raw}, QString::fromUtf16(key), QString::fromUtf16(label), adds ? std::optional(Decibels{*adds}) : std::nullopt};
}

/// Something of every kind and role that a page can meet.
inline Description fakeDescription()
{
    const SettingFlags audible{.audible = true, .stored = true}, quiet{.stored = true};
    const auto name = [](const char16_t *text) { return QString::fromUtf16(text); };
    Description amp;
    amp.identity = {name(u"Fakes"), name(u"Fake One"), name(u"F0001"), name(u"A"), name(u"1.0"), name(u"none"), "digest"};
    amp.settings = {
        {kGain,
         Role::Gain,
         name(u"gain"),
         name(u"Gain"),
         Choices{{choice(0, u"low", u"Low", 0), choice(1, u"mid", u"Mid", 8), choice(2, u"high", u"High", 16)}},
         audible,
         {}},
        {kOutput,
         Role::Output,
         name(u"output"),
         name(u"Output"),
         Choices{{choice(0, u"se", u"Headphone 6.35 mm", 0), choice(1, u"balanced", u"Headphone XLR-4", 6)}},
         audible,
         {}},
        {kVolume, Role::Volume, name(u"volume"), name(u"Volume"), Range{Unit::CentiDecibel, -9900, 0, 50}, audible, {}},
        {kMute, Role::Mute, name(u"mute"), name(u"Mute"), Switch{}, {.audible = true}, {}},
        {kBalance, Role::Balance, name(u"balance"), name(u"Balance"), Range{Unit::CentiDecibel, -1000, 1000, 50}, audible, {}},
        {kFilter, Role::Filter, name(u"filter"), name(u"Filter"), Choices{{choice(0, u"sharp", u"Sharp"), choice(1, u"slow", u"Slow")}}, audible, {}},
        {kCrossfeed,
         Role::Crossfeed,
         name(u"crossfeed"),
         name(u"Crossfeed"),
         Choices{{choice(0, u"off", u"Off"), choice(1, u"low", u"Low")}},
         audible,
         {}},
        {kTubes,
         Role::MakersOwn,
         name(u"tubes"),
         name(u"Tubes"),
         Choices{{choice(0, u"a", u"A"), choice(1, u"b", u"B"), choice(2, u"c", u"C"), choice(3, u"d", u"D"), choice(4, u"e", u"E"),
                  choice(5, u"f", u"F")}},
         quiet,
         {}},
        {kLight, Role::MakersOwn, name(u"light"), name(u"Light"), Switch{}, quiet, {}},
        {kHours, Role::MakersOwn, name(u"hours"), name(u"Hours"), Range{Unit::None, 0, 100000, 1}, {.readOnly = true}, {}},
    };
    OutputFigures single, balanced;
    single.id = {0};
    single.label = name(u"Headphone 6.35 mm");
    balanced.id = {1};
    balanced.label = name(u"Headphone XLR-4");
    single.connector = name(u"6.35mm");
    balanced.balanced = true;
    balanced.connector = name(u"xlr4");
    amp.outputs = {single, balanced};
    amp.inputs = {{{0}, name(u"USB")}};
    amp.meters = MeterLayout{.channels = 2, .clip = true, .temperature = true, .supplyRails = 2, .fastest = std::chrono::milliseconds(50)};
    amp.canStore = amp.canIdentify = true;
    return amp;
}

inline State fakeState()
{
    State state;
    state.revision = {1};
    state.values = {{kGain, {0}},   {kOutput, {0}},    {kVolume, {-4000}}, {kMute, {0}},  {kBalance, {0}},
                    {kFilter, {0}}, {kCrossfeed, {0}}, {kTubes, {2}},      {kLight, {1}}, {kHours, {123}}};
    state.jacks = {{{0}, true, Ohms{297}}, {{1}, false, {}}};
    state.input = InputState{{0}, true, 96000};
    return state;
}

/// A wire of which nothing is asked.
class SilentWire final : public Transport {
public:
    Result<void> write(BytesView) override { return {}; }
    Result<Bytes> read(Deadline) override { return failure(Errc::Timeout, "Nothing came."); }
    void onReadable(std::function<void()>) override {}
    const Clock &clock() const override { return m_clock; }

private:
    SystemClock m_clock;
};

/// Ports that a test fills, moves and forbids.
class FakePorts final : public Ports {
public:
    std::vector<Port> list() const override { return m_list; }
    Result<std::unique_ptr<Transport>> open(const Port &port, std::stop_token) const override
    {
        const std::scoped_lock lock(m_mutex);
        m_lastOpened = port.path;
        if (m_closed)
            return std::unexpected(*m_closed);
        return std::make_unique<SilentWire>();
    }
    void onChange(std::function<void()> changed) override { m_changed = std::move(changed); }

    void setList(std::vector<Port> list)
    {
        m_list = std::move(list);
        if (m_changed)
            m_changed();
    }
    QString lastOpened() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_lastOpened;
    }
    void closeWith(std::optional<Error> error)
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = std::move(error);
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Port> m_list;
    std::optional<Error> m_closed;
    mutable QString m_lastOpened;
    std::function<void()> m_changed;
};

inline Port fakePort(const QString &path = QStringLiteral("/dev/fake"))
{
    Port port;
    port.path = path;
    port.product = QStringLiteral("Fake One");
    port.serialNumber = QStringLiteral("F0001");
    return port;
}

/// Opens the one device, whatever the port.
class FakeFamily final : public Family {
public:
    explicit FakeFamily(FakeDevice &device) : m_device(device) {}
    QString name() const override { return QStringLiteral("fake"); }
    bool matches(const Port &) const override { return true; }
    bool mayTry(Wire) const override { return true; }
    Result<std::unique_ptr<Amp>> open(std::unique_ptr<Transport>, const Port &, DescriptionCache *) const override
    {
        auto amp = std::make_unique<FakeAmp>(m_device, std::stop_token());
        if (const auto there = amp->read(); !there)
            return std::unexpected(there.error());
        return amp;
    }

private:
    FakeDevice &m_device;
};

} // namespace gainstage::test
