// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/server.h"

#include "firmware_sim/core/handlers.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

/// Whether this model has what the command is about.
using Offered = bool (*)(const ModelDefinition &model);

bool always(const ModelDefinition &)
{
    return true;
}
bool equalizer(const ModelDefinition &model)
{
    return model.equalizer != nullptr;
}
bool presets(const ModelDefinition &model)
{
    return model.presets.slots > 0;
}
bool meters(const ModelDefinition &model)
{
    return model.meters.channels > 0;
}
bool images(const ModelDefinition &model)
{
    return !model.slots.empty();
}
template <Feature feature>
bool has(const ModelDefinition &model)
{
    return model.hasFeature(feature);
}

struct Command {
    std::uint16_t group;
    std::uint8_t command;
    Operation operation;
    Handler handle;
    Offered offered = always;
};

constexpr Command kCommands[] = {
    {kOsGroup, 0, Read, echo},
    {kOsGroup, 0, Write, echo},
    {kOsGroup, 5, Write, resetAmp},
    {kOsGroup, 6, Read, readParameters},
    {kOsGroup, 7, Read, readInfo},
    {kOsGroup, 8, Read, readBootLoaderInfo},
    {kImageGroup, 0, Read, readImageState},
    {kImageGroup, 0, Write, writeImageState},
    {kImageGroup, 1, Write, writeImageUpload},
    {kImageGroup, 5, Write, writeImageErase},
    {kImageGroup, 6, Read, readSlotInfo},
    {kAmpGroup, 0, Read, readHello},
    {kAmpGroup, 1, Read, readDescription},
    {kAmpGroup, 2, Read, readState},
    {kAmpGroup, 2, Write, writeState},
    {kAmpGroup, 3, Read, readEqualizer, equalizer},
    {kAmpGroup, 3, Write, writeEqualizer, equalizer},
    {kAmpGroup, 4, Write, writeStore, has<FeatureStore>},
    {kAmpGroup, 5, Read, readPresets, presets},
    {kAmpGroup, 5, Write, writePresets, presets},
    {kAmpGroup, 6, Read, readMeters, meters},
    {kAmpGroup, 6, Write, writeMeters, meters},
    {kAmpGroup, 7, Write, writeIdentify, has<FeatureIdentify>},
    {kAmpGroup, 8, Read, readLock, has<FeatureLock>},
    {kAmpGroup, 8, Write, writeLock, has<FeatureLock>},
    {kAmpGroup, 9, Read, readFaults, has<FeatureFaultLog>},
    {kAmpGroup, 9, Write, writeFaults, has<FeatureFaultLog>},
    {kAmpGroup, 10, Read, readFactoryReset, has<FeatureFactoryReset>},
    {kAmpGroup, 10, Write, writeFactoryReset, has<FeatureFactoryReset>},
    {kAmpGroup, 12, Read, readFirmware, images},
};

const Command *find(const ModelDefinition &model, const PacketHeader &header)
{
    const auto found = std::find_if(std::begin(kCommands), std::end(kCommands), [&](const Command &command) {
        return command.group == header.group && command.command == header.command && command.operation == header.operation && command.offered(model);
    });
    return found == std::end(kCommands) ? nullptr : found;
}

bool isRequest(const PacketHeader &header)
{
    return (header.operation == Read || header.operation == Write) && header.version <= 1;
}

void putRefusal(const Refusal &refusal, std::uint8_t version, CborWriter &out)
{
    if (refusal.code == 0 || version == 0) {
        out.map(1).text("rc").number(static_cast<int>(refusal.generic));
        return;
    }
    out.map(1).text("err").map(refusal.id ? 3 : 2).text("group").number(refusal.group).text("rc").number(refusal.code);
    if (refusal.id)
        out.text("id").unsignedNumber(*refusal.id);
}

void sendAnswer(Amp &amp, Link &link, PacketHeader header, std::size_t length)
{
    header.operation = static_cast<std::uint8_t>(header.operation + 1);
    header.length = static_cast<std::uint16_t>(length);
    writeHeader(amp.answer, header);
    link.send(amp.hardware, std::span(amp.answer).first(kHeaderSize + length));
}

/// Where the map of the answer goes.
CborWriter answerOf(Amp &amp)
{
    return CborWriter(std::span(amp.answer).first(std::min<std::size_t>(amp.model.bufferSize, kMaxPacket)).subspan(kHeaderSize));
}

void sendRefusal(Amp &amp, Link &link, const PacketHeader &header, const Refusal &refusal)
{
    CborWriter out = answerOf(amp);
    putRefusal(refusal, header.version, out);
    sendAnswer(amp, link, header, out.written().size());
}

Outcome handle(Amp &amp, Link &link, const PacketHeader &header, CborWriter &answer)
{
    if (header.group == kAmpGroup && header.version == 0)
        return refuse(SmpError::TooOld);
    const Command *command = find(amp.model, header);
    if (command == nullptr)
        return refuse(SmpError::NotSupported);
    const auto map = parseCborMap(link.packet().subspan(kHeaderSize));
    if (!map)
        return refuse(SmpError::Malformed);
    const Outcome outcome = command->handle(amp, {header, *map, link}, answer);
    // The size of the buffer is chosen so that this cannot be but for texts that the client itself made too long.
    return !outcome && answer.overflowed() ? Outcome(refuse(SmpError::NoMemory)) : outcome;
}

} // namespace

void answerPacket(Amp &amp, Link &link)
{
    const auto header = readHeader(link.packet());
    if (!header || !isRequest(*header))
        return;
    link.meters.renew(amp.now());
    CborWriter answer = answerOf(amp);
    if (const Outcome refusal = handle(amp, link, *header, answer))
        sendRefusal(amp, link, *header, *refusal);
    else
        sendAnswer(amp, link, *header, answer.written().size());
}

void answerTooLarge(Amp &amp, Link &link)
{
    const auto header = readHeader(link.packet());
    if (!header || !isRequest(*header))
        return;
    link.meters.renew(amp.now());
    sendRefusal(amp, link, *header, refuse(SmpError::TooLarge));
}

} // namespace gainstage::firmware
