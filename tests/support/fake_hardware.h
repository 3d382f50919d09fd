// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/crypto.h"
#include "firmware_sim/boards/slot_flash.h"
#include "firmware_sim/core/hardware.h"
#include "firmware_sim/core/model.h"

#include <algorithm>
#include <array>
#include <deque>
#include <vector>

namespace gainstage::test {

/// NOR flash in memory, whose power can fail at any operation.
class FakeFlash {
public:
    enum class Trouble { None, Refuses, PowerCut };

    explicit FakeFlash(std::size_t size = 16 * 1024, std::size_t sector = 4096) : bytes(size, 0xff), sectorSize(sector) {}

    std::vector<std::uint8_t> bytes;
    std::size_t sectorSize;
    int operations = 0; ///< erase and program, so far
    /// The operation with this number is done in part (`doneOf` tenths) and fails; after a power cut nothing works any more.
    int troubleAt = -1;
    int doneOf = 5;
    Trouble trouble = Trouble::None;
    bool readable = true;

    void restorePower()
    {
        trouble = Trouble::None;
        troubleAt = -1;
        m_dead = false;
        operations = 0;
    }
    bool program(std::size_t offset, std::span<const std::uint8_t> data)
    {
        return change(offset, data.size(), [&](std::size_t i) { bytes[offset + i] &= data[i]; });
    }
    bool erase(std::size_t offset)
    {
        return change(offset, sectorSize, [&](std::size_t i) { bytes[offset + i] = 0xff; });
    }

private:
    template <typename Each>
    bool change(std::size_t offset, std::size_t size, Each each)
    {
        if (m_dead || offset + size > bytes.size())
            return false;
        const bool inTrouble = trouble != Trouble::None && operations == troubleAt;
        ++operations;
        const std::size_t done = inTrouble ? size * static_cast<std::size_t>(doneOf) / 10 : size;
        for (std::size_t i = 0; i < done; ++i)
            each(i);
        m_dead = inTrouble && trouble == Trouble::PowerCut;
        return !inTrouble;
    }

    bool m_dead = false;
};

/// An audio path as it was applied, with its bands.
struct AppliedPath {
    firmware::AudioPath path;
    std::vector<firmware::BandSetting> bands;
    std::uint32_t at = 0;
};

/// A board without hardware: everything can be set, everything is written down.
class FakeHardware : public firmware::Hardware {
public:
    virtual ~FakeHardware() = default;

    std::uint32_t now = 0;
    FakeFlash flash;
    sim::SlotFlash slots{64 * 1024};
    bool healthy = true;                          ///< passes its self-test
    std::array<firmware::JackReading, 4> jacks{}; ///< by id of the output
    firmware::SensorReadings readings;
    std::deque<std::uint8_t> randomBytes; ///< handed out first; then a sequence that goes on

    std::vector<AppliedPath> applied;
    std::vector<bool> lights;
    std::vector<std::uint8_t> brightnesses;
    std::array<std::vector<std::uint8_t>, 4> sent; ///< by link
    std::array<std::size_t, 4> largestPiece{};     ///< handed to send() at once
    int restarts = 0;

    std::uint32_t milliseconds() override { return now; }
    void fillRandom(std::span<std::uint8_t> out) override
    {
        for (std::uint8_t &byte : out) {
            m_random = m_random * 1664525u + 1013904223u;
            byte = static_cast<std::uint8_t>(m_random >> 24);
            if (randomBytes.empty())
                continue;
            byte = randomBytes.front();
            randomBytes.pop_front();
        }
    }
    std::size_t flashSize() override { return flash.bytes.size(); }
    std::size_t flashSectorSize() override { return flash.sectorSize; }
    bool flashRead(std::size_t offset, std::span<std::uint8_t> out) override
    {
        if (!flash.readable || offset + out.size() > flash.bytes.size())
            return false;
        std::copy_n(flash.bytes.begin() + static_cast<std::ptrdiff_t>(offset), out.size(), out.begin());
        return true;
    }
    bool flashProgram(std::size_t offset, std::span<const std::uint8_t> data) override { return flash.program(offset, data); }
    bool flashErase(std::size_t offset) override { return flash.erase(offset); }
    std::size_t regionSize(firmware::Region region) override { return slots.size(region); }
    std::size_t regionSectorSize() override { return sim::NorFlash::kSector; }
    bool regionRead(firmware::Region region, std::size_t at, std::span<std::uint8_t> out) override { return slots.read(region, at, out); }
    bool regionProgram(firmware::Region region, std::size_t at, std::span<const std::uint8_t> data) override
    {
        return slots.program(region, at, data);
    }
    bool regionErase(firmware::Region region, std::size_t at) override { return slots.erase(region, at); }
    void sha256Begin() override { m_crypto.begin(); }
    void sha256Add(std::span<const std::uint8_t> data) override { m_crypto.add(data); }
    firmware::Digest sha256End() override { return m_crypto.end(); }
    bool verifyEd25519(const firmware::PublicKey &key, const firmware::SignatureBytes &signature, std::span<const std::uint8_t> message) override
    {
        return sim::Crypto::verify(key, signature, message);
    }
    bool selfTest() override { return healthy; }
    void applyAudio(const firmware::AudioPath &path) override { applied.push_back({path, {path.bands.begin(), path.bands.end()}, now}); }
    firmware::JackReading jack(std::uint8_t output) override { return jacks.at(output); }
    firmware::SensorReadings sensors() override { return readings; }
    void light(bool on) override { lights.push_back(on); }
    void brightness(std::uint8_t percent) override { brightnesses.push_back(percent); }
    void send(std::uint8_t link, std::span<const std::uint8_t> data) override
    {
        sent.at(link).insert(sent.at(link).end(), data.begin(), data.end());
        largestPiece.at(link) = std::max(largestPiece.at(link), data.size());
    }
    void restart() override { ++restarts; }

private:
    std::uint32_t m_random = 1;
    sim::Crypto m_crypto;
};

} // namespace gainstage::test
