// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/topping/dx1.h"
#include "protocol/topping/dx5.h"
#include "protocol/topping/equalizer.h"
#include "protocol/topping/equalizer_dump.h"
#include "protocol/topping/meters.h"
#include "protocol/topping/output_block.h"
#include "protocol/topping/settings.h"
#include "tests/fuzz/require.h"

using namespace gainstage;
using namespace gainstage::topping;

namespace {

/// What a message says, whoever decodes it, is said again by what is encoded from it.
void checkMessages(const Frame &frame)
{
    (void)decodeMeter(frame);
    (void)dx1::decode(frame);
    (void)dx5::decode(frame, VolumeStep::OneDecibel);
    const auto message = decodeEqualizer(frame);
    if (!message)
        return;
    const auto written = encode(Model::D90IiiDiscrete, *message);
    if (!written)
        return;
    const auto again = decodeSent(Framing::ReportId, *written);
    fuzz::require(again.has_value() && *again == frame);
}

/// The input as frames one after the other, and as values of a whole message.
void checkSets(BytesView input)
{
    Gathering dumps = dumpGathering();
    Gathering settings = dx5::settingsGathering();
    Gathering blocks = outputBlockGathering();
    std::vector<std::int32_t> values;
    for (; input.size() >= 6; input = input.subspan(6)) {
        const std::uint32_t value = std::uint32_t(input[2]) << 24U | std::uint32_t(input[3]) << 16U | std::uint32_t(input[4]) << 8U | input[5];
        values.push_back(static_cast<std::int32_t>(value));
        for (const std::uint16_t command : {0x1106, 0x710c, 0x810a}) {
            const Frame frame{Kind::Write, input[0], input[1], command, values.back()};
            if (const auto set = dumps.take(frame))
                fuzz::require(set->size() == kDumpRecords);
            if (const auto set = settings.take(frame))
                fuzz::require(set->size() >= dx5::kLeastRecords);
            if (const auto set = blocks.take(frame))
                fuzz::require(set->size() == kOutputBlockFields);
        }
    }
    values.resize(std::min<std::size_t>(values.size(), 255));
    const auto dump = decodeDump(values);
    fuzz::require(!dump || dump->name.size() <= 16);
    const auto all = dx5::decodeSettings(values);
    fuzz::require(!all || (all->levelDeciDecibels <= 0 && all->levelDeciDecibels >= kSoftestDeciDecibels));
    (void)decodeOutputBlock(values);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const BytesView input(data, size);
    if (const auto report = decodeReport(input); report && *report) {
        checkMessages(**report);
        fuzz::require(decodeSent(Framing::Bare, input).has_value());
    }
    for (const Framing framing : {Framing::Bare, Framing::ReportId}) {
        if (const auto frame = decodeSent(framing, input))
            checkMessages(*frame);
    }
    checkSets(input);
    return 0;
}
