// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/amp_line.h"
#include "devices/firmware/firmware_access.h"
#include "devices/firmware/image.h"
#include "tests/support/manual_clock.h"

#include <deque>
#include <map>
#include <memory>

namespace gainstage::test {

/// An error that a call answers with; `heard`: what was asked for happens all the same, only the answer is lost.
struct Mishap {
    Errc code = Errc::Timeout;
    bool heard = false;
};

/// An amp in memory whose firmware is updated as MCUboot does it: swap, trial, the way back. What goes wrong is put in by the test.
class FakeUpdatable {
public:
    enum class Start : std::uint8_t { Works, FailsSelfTest, TakesNothing, StaysAway, NeverHappens };

    SlotImage running;
    std::optional<SlotImage> other;
    std::optional<FirmwareIdentity> identity;
    std::optional<std::size_t> largest = 1U << 20U;
    Description description;
    State state;
    Start nextStart = Start::Works;
    Duration startTakes = std::chrono::seconds(15);
    bool isUpdatable = true;
    bool isPlugged = true;
    std::map<std::string, std::deque<Mishap>> mishaps; ///< by the name of the call; each one hits once
    std::map<std::string, Errc> alwaysFails;
    /// Upload: the wire is lost (or what the code says) when so many bytes are there; each one hits once.
    std::deque<std::pair<std::size_t, Errc>> uploadBreaks;
    Duration comesBackAfter{0};     ///< after a lost wire
    std::vector<std::string> calls; ///< in their order
    std::vector<bool> onlyNewer;    ///< of each upload
    std::vector<std::size_t> uploadedFrom;
    std::chrono::milliseconds lockedFor{0};
    std::function<void()> beforeImages;
    std::string versionTold; ///< by the amp about itself; empty: that of the image
    ManualClock clock;

    bool isAway() const { return !isPlugged || clock.now() < m_backAt; }
    void loseWire() { m_backAt = clock.in(comesBackAfter); }
    int count(const std::string &call) const { return static_cast<int>(std::ranges::count(calls, call)); }
    bool wasChanged() const { return count("upload") + count("test") + count("restart") + count("confirm") > 0; }

    void startAgain()
    {
        if (nextStart == Start::NeverHappens)
            return;
        m_received = 0;
        lockedFor = {};
        m_backAt = clock.in(startTakes);
        if (nextStart == Start::StaysAway)
            isPlugged = false;
        else if (nextStart == Start::TakesNothing && running.confirmed)
            other.reset();
        else
            swapWhereDue();
    }

private:
    friend class FakeUpdatableAmp;
    void swapWhereDue()
    {
        if (!other || (running.confirmed && !other->pending))
            return;
        const bool back = !running.confirmed;
        swap(back || other->permanent);
        if (!back && nextStart == Start::FailsSelfTest)
            swap(true);
    }
    void swap(bool forGood)
    {
        std::swap(running, *other);
        running.slot = 0;
        other->slot = 1;
        running.active = true;
        running.confirmed = forGood;
        running.pending = running.permanent = false;
        other->active = other->pending = other->permanent = false;
        other->confirmed = !forGood;
    }

    Instant m_backAt{};
    std::size_t m_received = 0;
    Bytes m_file;
};

class FakeUpdatableAmp final : public Amp, public FirmwareAccess {
public:
    explicit FakeUpdatableAmp(FakeUpdatable &device) : m_device(device), m_description(device.description)
    {
        m_description.identity.firmware = QString::fromStdString(device.versionTold.empty() ? device.running.version : device.versionTold);
    }

    const Description &description() const override { return m_description; }
    Result<State> read() override
    {
        return answer("read", [this] { return m_device.state; });
    }
    Result<State> apply(const Change &, std::optional<Revision>) override { return failure(Errc::Internal, "An update writes no settings."); }
    Result<void> store() override { return failure(Errc::Internal, "An update stores nothing."); }
    Result<void> identify(std::chrono::milliseconds) override { return {}; }
    Result<Meters> meters() override { return Meters{}; }
    Result<void> meterEvery(std::chrono::milliseconds) override { return {}; }
    void onEvent(std::function<void(const Event &)>) override {}
    void onReadable(std::function<void()>) override {}
    Result<void> listen(Deadline deadline) override
    {
        if (m_device.isAway())
            return failure(Errc::Disconnected, "gone");
        if (auto failed = mishap("listen"))
            return std::unexpected(error(failed->code));
        m_device.clock.advanceTo(deadline);
        return {};
    }
    const Clock &clock() const override { return m_device.clock; }
    FirmwareAccess *firmware() override { return m_device.isUpdatable ? this : nullptr; }

    Result<SlotImages> images() override
    {
        if (m_device.beforeImages)
            m_device.beforeImages();
        return answer("images", [this] { return imagesNow(); });
    }
    Result<FirmwareIdentity> identity() override { return known("identity", m_device.identity); }
    Result<std::size_t> largestImage() override { return known("largest", m_device.largest); }
    Result<void> holdOthersBack(std::chrono::milliseconds duration) override
    {
        return answer("hold", [&] { m_device.lockedFor = duration; });
    }
    Result<void> letOthersWrite() override
    {
        return answer("release", [&] { m_device.lockedFor = {}; });
    }
    Result<void> upload(BytesView file, bool onlyNewer, const Taken &taken) override
    {
        m_device.onlyNewer.push_back(onlyNewer);
        if (const Bytes whole(file.begin(), file.end()); whole != m_device.m_file) {
            m_device.m_file = whole;
            m_device.m_received = 0;
        }
        m_device.uploadedFrom.push_back(m_device.m_received);
        const auto begun = answer("upload", [] {});
        return begun ? send(taken) : begun;
    }
    Result<SlotImages> test(const firmware_file::Sha256 &hash) override
    {
        return answer("test", [&] {
            if (m_device.other && m_device.other->hash == hash)
                m_device.other->pending = true;
            return imagesNow();
        });
    }
    Result<SlotImages> confirm() override
    {
        return answer("confirm", [this] {
            m_device.running.confirmed = true;
            if (m_device.other)
                m_device.other->confirmed = false;
            return imagesNow();
        });
    }
    Result<void> restart() override
    {
        return answer("restart", [this] { m_device.startAgain(); });
    }
    Result<void> prove() override
    {
        return answer("prove", [] {});
    }

private:
    static Error error(Errc code) { return {code, "A mishap of the test.", {}, ""}; }
    std::optional<Mishap> mishap(const std::string &call)
    {
        if (const auto always = m_device.alwaysFails.find(call); always != m_device.alwaysFails.end())
            return Mishap{always->second};
        auto &waiting = m_device.mishaps[call];
        if (waiting.empty())
            return std::nullopt;
        const Mishap next = waiting.front();
        waiting.pop_front();
        return next;
    }
    template <typename Do>
    auto answer(const std::string &call, Do act) -> Result<decltype(act())>
    {
        m_device.calls.push_back(call);
        if (m_device.isAway())
            return failure(Errc::Disconnected, "gone");
        const auto failed = mishap(call);
        if (failed && !failed->heard)
            return std::unexpected(error(failed->code));
        if constexpr (std::is_void_v<decltype(act())>) {
            act();
            if (failed)
                return std::unexpected(error(failed->code));
            return {};
        } else {
            auto result = act();
            if (failed)
                return std::unexpected(error(failed->code));
            return result;
        }
    }
    template <typename T>
    Result<T> known(const std::string &call, const std::optional<T> &value)
    {
        if (!value)
            return failure(Errc::Unsupported, "not known");
        return answer(call, [&] { return *value; });
    }
    SlotImages imagesNow() const
    {
        SlotImages images{m_device.running};
        if (m_device.other)
            images.push_back(*m_device.other);
        return images;
    }
    Result<void> send(const Taken &taken)
    {
        constexpr std::size_t piece = 1000;
        if (m_device.m_received == 0)
            m_device.other.reset();
        while (m_device.m_received < m_device.m_file.size()) {
            if (!m_device.uploadBreaks.empty() && m_device.m_received >= m_device.uploadBreaks.front().first)
                return breakOff();
            m_device.clock.advance(std::chrono::milliseconds(20));
            m_device.m_received = std::min(m_device.m_received + piece, m_device.m_file.size());
            if (!taken(m_device.m_received))
                return std::unexpected(error(Errc::Cancelled));
        }
        const auto image = firmware_file::parseImage(m_device.m_file);
        if (!image)
            return failure(Errc::Refused, "no image");
        m_device.other = SlotImage{1, image->part.version.text(), image->hash, false, false, false, false, true};
        return {};
    }
    Result<void> breakOff()
    {
        const Errc code = m_device.uploadBreaks.front().second;
        m_device.uploadBreaks.pop_front();
        if (code == Errc::NotVerified)
            m_device.m_received = 0;
        if (code == Errc::Disconnected)
            m_device.loseWire();
        return std::unexpected(error(code));
    }

    FakeUpdatable &m_device;
    Description m_description;
};

class FakeLine final : public AmpLine {
public:
    explicit FakeLine(FakeUpdatable &device) : m_device(device) { static_cast<void>(FakeLine::open()); }

    int opened = 0;
    bool programEnds = false; ///< opening and waiting are Errc::Cancelled
    std::function<void()> onPause;

    Amp *amp() override { return m_amp.get(); }
    void close() override { m_amp.reset(); }
    Result<void> open() override
    {
        ++opened;
        if (programEnds)
            return failure(Errc::Cancelled, "The program ends.");
        if (m_device.isAway())
            return failure(Errc::NotFound, "not there");
        m_amp = std::make_unique<FakeUpdatableAmp>(m_device);
        return {};
    }
    Result<void> pause(Duration duration) override
    {
        if (onPause)
            onPause();
        if (programEnds)
            return failure(Errc::Cancelled, "The program ends.");
        m_device.clock.advance(duration);
        return {};
    }
    const Clock &clock() const override { return m_device.clock; }

private:
    FakeUpdatable &m_device;
    std::unique_ptr<FakeUpdatableAmp> m_amp;
};

} // namespace gainstage::test
