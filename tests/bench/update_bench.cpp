// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a firmware gets into an amp: the program's own upload, the simulated amp, and wires that take the time of real ones, on a virtual clock.
// Prints one line of JSON per case; tests/bench/bench.py shows them.
#include "devices/firmware/firmware_access.h"
#include "tests/support/simulated_bench.h"
#include "tests/support/simulator_image.h"
#include "tests/support/timed_wire.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace gainstage;
using namespace gainstage::test;

namespace {

constexpr std::size_t imageSize = 512 * 1024;

struct Case {
    const char *wire;
    sim::Model model;
    sim::LinkKind link;
    WireSpeed speed;
    bool flashTakesTime;
    std::size_t size;      ///< of the file, bytes
    double ceiling;        ///< of the wire, bytes per second
    double recommendation; ///< computed for a pipelined upload, bytes per second
};

/// The file's size in all, as near as the image's own overhead allows.
Bytes fileOf(const Case &which)
{
    const std::size_t overhead = simulatorImage(which.model, {9, 0, 0, 0}, 1).size() - 1;
    return simulatorImage(which.model, {9, 0, 0, 0}, which.size - overhead);
}

Result<double> secondsOf(const Case &which)
{
    sim::Options options;
    options.model = which.model;
    options.links = {which.link};
    options.flashTakesTime = which.flashTakesTime;
    sim::SimulatedAmp simulated(options);
    Port port;
    port.wire = wireOf(which.link);
    const auto amp = ReferenceFamily().open(std::make_unique<TimedWire>(simulated.connect(), which.speed), port, nullptr);
    if (!amp)
        return std::unexpected(amp.error());
    const Bytes file = fileOf(which);
    const Instant began = simulated.clock().now();
    if (auto sent = (*amp)->firmware()->upload(file, true, {}); !sent)
        return std::unexpected(sent.error());
    return std::chrono::duration<double>(simulated.clock().now() - began).count();
}

bool measure(const Case &which)
{
    const auto seconds = secondsOf(which);
    if (!seconds) {
        std::fprintf(stderr, "update_bench: %s: %s\n", which.wire, seconds.error().sentence);
        return false;
    }
    const double speed = static_cast<double>(which.size) / *seconds;
    const QJsonObject line{{QStringLiteral("wire"), QString::fromUtf8(which.wire)},
                           {QStringLiteral("flash"), which.flashTakesTime},
                           {QStringLiteral("bytes"), static_cast<qint64>(which.size)},
                           {QStringLiteral("seconds"), *seconds},
                           {QStringLiteral("bytesPerSecond"), speed},
                           {QStringLiteral("ofCeiling"), speed / which.ceiling},
                           {QStringLiteral("ofRecommendation"), speed / which.recommendation}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    return true;
}

} // namespace

int main()
{
    constexpr double hidPayload = 62'000, serialRaw = 11'520;
    // The dongle's slot is 512 KiB less what the boot loader needs.
    constexpr std::size_t dongleSize = 516'096;
    bool all = true;
    for (const bool flash : {true, false}) {
        all &= measure({"HID, packets of 2048 bytes", sim::Model::Desktop, sim::LinkKind::Hid, kHidSpeed, flash, imageSize, hidPayload, 59'500});
        all &= measure({"HID, packets of 1024 bytes", sim::Model::Dongle, sim::LinkKind::Hid, kHidSpeed, flash, dongleSize, hidPayload, 58'700});
        all &= measure({"serial, 115200 baud", sim::Model::Desktop, sim::LinkKind::Serial, serialSpeed(115'200), flash, imageSize, serialRaw, 8'200});
    }
    return all ? 0 : 1;
}
