// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/audio_output.h"
#include "firmware_sim/core/description.h"
#include "firmware_sim/core/fault_log.h"
#include "firmware_sim/core/identify.h"
#include "firmware_sim/core/image_upload.h"
#include "firmware_sim/core/link.h"
#include "firmware_sim/core/lock.h"
#include "firmware_sim/core/memory.h"
#include "firmware_sim/core/surroundings.h"
#include "firmware_sim/core/uptime.h"
#include "firmware_sim/core/version_text.h"

namespace gainstage::firmware {

/// The way of the volume to where a recall wants it.
struct VolumeRamp {
    std::int32_t target = 0;
    Timer step;
};

/// The token of the factory reset: good once, and not for long.
struct ResetToken {
    Secret secret{};
    Timer validity;
};

/// The clip events: one in 100 ms at most.
struct ClipReport {
    bool pending = false;
    Timer pause;
};

/// All that the running firmware holds.
struct Amp {
    Amp(Hardware &world, const ModelDefinition &definition, std::string_view serial, std::span<const Framing> framings);
    Amp(const Amp &) = delete;
    Amp &operator=(const Amp &) = delete;

    Hardware &hardware;
    const ModelDefinition &model;
    std::string_view serialNumber;
    Uptime uptime;
    Description description;

    Content working;
    Memory memory;
    Surroundings surroundings; ///< as last told to the clients
    std::uint32_t revision = 0;

    AudioOutput audio;
    VolumeRamp ramp;
    Lock lock;
    ResetToken token;
    Identify identify;
    FaultLog faults;
    ClipReport clips;
    bool healthy = true; ///< has passed its self-test
    Timer powerDown;     ///< until then the supply was said to be gone
    Timer restart;

    Slots slots;
    ImageUpload upload;
    VersionText firmwareVersion; ///< of the image that runs
    Timer confirmation;          ///< until then a new image waits for a client that confirms it

    std::array<Link, kMaxLinks> allLinks;
    std::size_t linkCount = 0;
    std::span<Link> links() { return std::span(allLinks).first(linkCount); }
    std::span<const Link> links() const { return std::span(allLinks).first(linkCount); }

    std::array<std::uint8_t, kMaxPacket> answer{}; ///< the packet that goes out

    std::uint32_t now() const { return uptime.now(); }
    bool isDirty() const { return !sameInFlash(model, working, memory.stored().content); }
    void raiseRevision() { revision = revision == UINT32_MAX ? 1 : revision + 1; }
    void noteFault(FaultCode code, std::int32_t argument = 0) { faults.note(uptime.seconds(), code, argument); }
    Secret randomSecret();
};

} // namespace gainstage::firmware
