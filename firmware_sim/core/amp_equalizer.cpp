// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/changes.h"
#include "firmware_sim/core/content_map.h"
#include "firmware_sim/core/handlers.h"

#include <algorithm>
#include <limits>

namespace gainstage::firmware {

namespace {

constexpr std::size_t kBandItems = 6;

/// One entry of "bands": index, type, hertz, centi-decibel, milli-Q, on. Numbers of any size.
using BandEntry = std::array<std::int64_t, kBandItems>;
/// Where the last entry for each band stands: of several for one band, only that counts.
using LastEntries = std::array<std::size_t, kMaxBands>;

std::optional<BandEntry> readBand(const CborValue &value)
{
    auto items = value.asArray();
    if (!items)
        return std::nullopt;
    BandEntry band{};
    for (std::int64_t &number : band) {
        const auto item = items->next();
        const auto integer = item ? item->asInteger() : std::nullopt;
        if (!integer)
            return std::nullopt;
        number = *integer;
    }
    const bool isIndex = band[0] >= 0;
    return isIndex && !items->next() ? std::optional(band) : std::nullopt;
}

/// False where an entry is no band.
bool readForm(CborItems bands, LastEntries &last)
{
    std::size_t entry = 0;
    for (auto item = bands.next(); item; item = bands.next(), ++entry) {
        const auto band = readBand(*item);
        if (!band)
            return false;
        if (static_cast<std::size_t>((*band)[0]) < last.size())
            last[static_cast<std::size_t>((*band)[0])] = entry;
    }
    return true;
}

std::int32_t narrowed(std::int64_t number)
{
    using Limits32 = std::numeric_limits<std::int32_t>;
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(number, Limits32::min(), Limits32::max()));
}

/// Empty where it is outside the limits.
std::optional<BandSetting> bandOf(const EqualizerDefinition &limits, const BandEntry &entry)
{
    const std::int64_t type = entry[1], on = entry[5];
    if (type < 0 || type > std::numeric_limits<std::uint8_t>::max() || on < 0 || on > 1)
        return std::nullopt;
    const BandSetting band{.type = static_cast<std::uint8_t>(type),
                           .on = on == 1,
                           .hertz = narrowed(entry[2]),
                           .centiDecibel = narrowed(entry[3]),
                           .milliQ = narrowed(entry[4])};
    return isAllowed(limits, band) ? std::optional(band) : std::nullopt;
}

Outcome setBands(const EqualizerDefinition &limits, CborItems bands, const LastEntries &last, Equalizer &next)
{
    std::size_t entry = 0;
    for (auto item = bands.next(); item; item = bands.next(), ++entry) {
        const BandEntry numbers = readBand(*item).value_or(BandEntry{});
        const auto index = static_cast<std::uint64_t>(numbers[0]);
        if (index >= limits.initial.size())
            return refuse(AmpError::BadBand, index);
        if (last[static_cast<std::size_t>(index)] != entry)
            continue;
        const auto band = bandOf(limits, numbers);
        if (!band)
            return refuse(AmpError::BadBand, index);
        next.bands[static_cast<std::size_t>(index)] = *band;
    }
    return std::nullopt;
}

/// What a write asks for, in the form that it came in.
struct EqualizerRequest {
    explicit EqualizerRequest(const CborMap &map)
        : fields(map), guard(fields), on(fields.boolean("on")), preamp(fields.integer("pre")), bands(fields.array("bands")),
          channel(fields.number("ch"))
    {}
    /// This amp has one equalizer for both channels, so that another `ch` than 0 asks for what there is not.
    bool isWellFormed() { return !fields.malformed() && channel.value_or(0) == 0 && (!bands || readForm(*bands, last)); }

    Fields fields;
    RevisionGuard guard;
    std::optional<bool> on;
    std::optional<std::int64_t> preamp;
    std::optional<CborItems> bands;
    std::optional<std::uint64_t> channel;
    LastEntries last{};
};

Outcome setPreamp(const EqualizerDefinition &limits, std::int64_t preamp, Equalizer &next)
{
    if (!limits.preamp.allows(preamp))
        return refuse(AmpError::BadBand);
    next.preamp = static_cast<std::int32_t>(preamp);
    return std::nullopt;
}

/// The values in the order of the request.
Outcome setEqualizer(const EqualizerDefinition &limits, const CborMap &map, const EqualizerRequest &wanted, Equalizer &next)
{
    next.on = wanted.on.value_or(next.on);
    Outcome ofPreamp, ofBands;
    if (wanted.preamp)
        ofPreamp = setPreamp(limits, *wanted.preamp, next);
    if (wanted.bands)
        ofBands = setBands(limits, *wanted.bands, wanted.last, next);
    const bool preampFirst = map.positionOf("pre") < map.positionOf("bands");
    return ofPreamp && (preampFirst || !ofBands) ? ofPreamp : ofBands;
}

void putAnswer(const Amp &amp, CborWriter &answer)
{
    answer.map(4).text("rev").number(amp.revision);
    putEqualizer(answer, amp.model, amp.working.equalizer);
}

} // namespace

Outcome readEqualizer(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto channel = fields.number("ch");
    if (fields.malformed() || channel.value_or(0) != 0)
        return refuse(SmpError::Malformed);
    putAnswer(amp, answer);
    return std::nullopt;
}

Outcome writeEqualizer(Amp &amp, const Request &request, CborWriter &answer)
{
    EqualizerRequest wanted(request.map);
    if (!wanted.isWellFormed())
        return refuse(SmpError::Malformed);
    if (const Outcome refusal = wanted.guard.check(amp))
        return refusal;
    Content next = amp.working;
    if (const Outcome refusal = setEqualizer(*amp.model.equalizer, request.map, wanted, next.equalizer))
        return refusal;
    if (takeWorking(amp, next))
        tellOthers(amp, EventKind::Equalizer, Source::Client, request.author);
    putAnswer(amp, answer);
    return std::nullopt;
}

} // namespace gainstage::firmware
