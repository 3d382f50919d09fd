// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screenshots/firmware_files.h"
#include "devices/firmware/firmware_access.h"
#include "devices/firmware/image.h"
#include "tests/app/fake_amp.h"

#include <latch>

namespace gainstage::test {

/// The slots of an amp in memory, which a test can look into while a session's worker updates it.
struct FakeSlots {
    mutable std::mutex mutex;
    SlotImage running{0, "1.4.0", {1}, true, true, false, false, true};
    std::optional<SlotImage> other;
    int asked = 0;     ///< how often somebody asked what is in the slots
    int restarts = 0;  ///< an open amp from before a restart is gone
    bool works = true; ///< what is installed next passes its self-test
    bool supported = true;
    std::latch *halfway = nullptr; ///< the upload waits in the middle until it is open

    void restart()
    {
        const std::scoped_lock lock(mutex);
        ++restarts;
        if (!other || !other->pending)
            return;
        other->pending = false;
        if (!works)
            return;
        std::swap(running, *other);
        running.active = true;
        running.confirmed = other->active = false;
        other->confirmed = true;
    }
    SlotImages list()
    {
        const std::scoped_lock lock(mutex);
        ++asked;
        SlotImages images{running};
        if (other)
            images.push_back(*other);
        return images;
    }
};

class FakeFirmware final : public FirmwareAccess {
public:
    explicit FakeFirmware(FakeSlots &slots) : m_slots(slots) {}

    Result<SlotImages> images() override { return m_slots.list(); }
    Result<FirmwareIdentity> identity() override
    {
        const firmware_file::Uuid vendor = firmware_file::vendorUuid("gainstage.example");
        return FirmwareIdentity{vendor, firmware_file::classUuid(vendor, "reference-desktop-a"), 1, {testKey()}, {}};
    }
    Result<std::size_t> largestImage() override { return std::size_t{500'000}; }
    Result<void> holdOthersBack(std::chrono::milliseconds) override { return {}; }
    Result<void> letOthersWrite() override { return {}; }
    Result<void> upload(BytesView file, bool, const Taken &taken) override
    {
        for (const std::size_t part : {file.size() / 2, file.size()}) {
            if (!taken(part))
                return failure(Errc::Cancelled, "Cancelled.");
            if (m_slots.halfway && part < file.size())
                m_slots.halfway->wait();
        }
        const auto image = firmware_file::parseImage(file);
        const std::scoped_lock lock(m_slots.mutex);
        m_slots.other = SlotImage{1, image->part.version.text(), image->hash, false, false, false, false, true};
        return {};
    }
    Result<SlotImages> test(const firmware_file::Sha256 &) override
    {
        {
            const std::scoped_lock lock(m_slots.mutex);
            m_slots.other->pending = true;
        }
        return m_slots.list();
    }
    Result<SlotImages> confirm() override
    {
        {
            const std::scoped_lock lock(m_slots.mutex);
            m_slots.running.confirmed = true;
        }
        return m_slots.list();
    }
    Result<void> restart() override
    {
        m_slots.restart();
        return {};
    }
    Result<void> prove() override { return {}; }

    static firmware_file::PublicKey testKey() { return firmwareTestKey(); }

private:
    FakeSlots &m_slots;
};

/// A fake amp with slots; gone for good once it has restarted.
class FakeUpdatableAmp final : public Amp {
public:
    FakeUpdatableAmp(FakeDevice &device, FakeSlots &slots)
        : m_amp(device, {}), m_slots(slots), m_firmware(slots), m_description(device.description()), m_born(slots.restarts)
    {
        m_description.identity.firmware = QString::fromStdString(slots.running.version);
    }

    const Description &description() const override { return m_description; }
    Result<State> read() override { return isGone() ? gone() : m_amp.read(); }
    Result<State> apply(const Change &change, std::optional<Revision> expected) override { return isGone() ? gone() : m_amp.apply(change, expected); }
    Result<void> store() override { return m_amp.store(); }
    Result<void> identify(std::chrono::milliseconds duration) override { return m_amp.identify(duration); }
    Result<Meters> meters() override { return m_amp.meters(); }
    Result<void> meterEvery(std::chrono::milliseconds interval) override { return m_amp.meterEvery(interval); }
    void onEvent(std::function<void(const Event &)> handler) override { m_amp.onEvent(std::move(handler)); }
    Result<void> listen(Deadline deadline) override
    {
        if (isGone())
            return failure(Errc::Disconnected, "Gone.");
        return m_amp.listen(deadline);
    }
    void onReadable(std::function<void()> wake) override { m_amp.onReadable(std::move(wake)); }
    const Clock &clock() const override { return m_amp.clock(); }
    FirmwareAccess *firmware() override { return m_slots.supported ? &m_firmware : nullptr; }

private:
    bool isGone() const
    {
        const std::scoped_lock lock(m_slots.mutex);
        return m_slots.restarts != m_born;
    }
    static std::unexpected<Error> gone() { return failure(Errc::Disconnected, "Gone."); }

    FakeAmp m_amp;
    FakeSlots &m_slots;
    FakeFirmware m_firmware;
    Description m_description;
    int m_born;
};

class FakeUpdatableFamily final : public Family {
public:
    FakeUpdatableFamily(FakeDevice &device, FakeSlots &slots) : m_device(device), m_slots(slots) {}
    QString name() const override { return QStringLiteral("fake"); }
    bool matches(const Port &) const override { return true; }
    bool mayTry(Wire) const override { return true; }
    Result<std::unique_ptr<Amp>> open(std::unique_ptr<Transport>, const Port &, DescriptionCache *) const override
    {
        return std::make_unique<FakeUpdatableAmp>(m_device, m_slots);
    }

private:
    FakeDevice &m_device;
    FakeSlots &m_slots;
};

} // namespace gainstage::test
