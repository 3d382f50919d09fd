// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/handlers.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

/// What the image state says of one slot.
struct SlotState {
    std::uint8_t slot = 0;
    std::optional<Image> image;
    bool bootable = true, pending = false, confirmed = false, active = false, permanent = false;
};

std::array<SlotState, 2> slotStates(const Amp &amp)
{
    const SwapType wanted = amp.slots.wanted();
    const bool isOnTrial = !amp.slots.isConfirmed();
    const SlotState running{.slot = 0, .image = readImage(amp.slots.running()).image, .confirmed = !isOnTrial, .active = true};
    const SlotState other{.slot = 1,
                          .image = readImage(amp.slots.other()).image,
                          .pending = wanted != SwapType::None,
                          .confirmed = isOnTrial, // what a revert brings back
                          .permanent = wanted == SwapType::Permanent};
    return {running, other};
}

void putSlot(const SlotState &state, CborWriter &answer)
{
    answer.map(8).text("slot").number(state.slot).text("version").text(VersionText(state.image->version).text());
    answer.text("hash").bytes(state.image->hash).text("bootable").boolean(state.bootable).text("pending").boolean(state.pending);
    answer.text("confirmed").boolean(state.confirmed).text("active").boolean(state.active).text("permanent").boolean(state.permanent);
}

void putState(const Amp &amp, CborWriter &answer)
{
    const auto states = slotStates(amp);
    const auto hasImage = [](const SlotState &state) { return state.image.has_value(); };
    answer.map(2).text("images").array(static_cast<std::size_t>(std::count_if(states.begin(), states.end(), hasImage)));
    for (const SlotState &state : states) {
        if (state.image)
            putSlot(state, answer);
    }
    answer.text("splitStatus").number(0);
}

bool isImage(const ImagePlace &place, const Digest &hash)
{
    const auto image = readImage(place).image;
    return image && image->hash == hash;
}

Outcome confirmRunning(Amp &amp)
{
    if (!amp.slots.confirm())
        return refuse(ImageCode::Write);
    amp.confirmation.stop();
    // From now on nothing older than this image's security counter runs.
    if (const auto running = readImage(amp.slots.running()).image; running && !amp.slots.raiseSecurityCounter(running->counter))
        return refuse(ImageCode::Write);
    return std::nullopt;
}

/// Everything is checked again: the slot may have been written by anybody.
Outcome wantOther(Amp &amp, SwapType type)
{
    if (amp.slots.wanted() == type)
        return std::nullopt;
    if (amp.slots.wanted() != SwapType::None)
        return refuse(ImageCode::AlreadyPending);
    if (const Outcome busy = checkFree(amp.slots))
        return busy;
    const auto [image, error] = validateImage(amp.slots.other(), amp.model.images, amp.slots.securityCounter());
    if (!image)
        return refuse(codeOf(error));
    return amp.slots.want(type) ? std::nullopt : Outcome(refuse(ImageCode::Write));
}

Outcome setImage(Amp &amp, const Digest &hash, bool confirm)
{
    if (isImage(amp.slots.running(), hash))
        return confirm ? confirmRunning(amp) : Outcome(refuse(ImageCode::TestingActive));
    if (isImage(amp.slots.other(), hash))
        return wantOther(amp, confirm ? SwapType::Permanent : SwapType::Test);
    return refuse(ImageCode::HashNotFound);
}

/// A SHA-256 as it came; false when it is something else.
bool readDigest(const std::optional<CborString> &bytes, std::optional<Digest> &digest)
{
    if (!bytes)
        return true;
    if (bytes->size() != sizeof(Digest))
        return false;
    bytes->copyTo(digest.emplace());
    return true;
}

bool eraseSlot(Amp &amp)
{
    amp.upload.forget();
    if (!amp.slots.trailer(Region::Slot1).erase())
        return false;
    const std::size_t end = amp.slots.trailer(Region::Slot1).offset();
    for (std::size_t at = 0; at < end; at += amp.hardware.regionSectorSize()) {
        if (!amp.hardware.regionErase(Region::Slot1, at))
            return false;
    }
    return true;
}

} // namespace

Outcome readImageState(Amp &amp, const Request &, CborWriter &answer)
{
    putState(amp, answer);
    return std::nullopt;
}

Outcome writeImageState(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto bytes = fields.bytes("hash");
    const bool confirm = fields.boolean("confirm").value_or(false);
    std::optional<Digest> hash;
    if (fields.malformed() || !readDigest(bytes, hash))
        return refuse(SmpError::Malformed);
    if (!hash && !confirm)
        return refuse(ImageCode::Hash);
    if (const Outcome refusal = hash ? setImage(amp, *hash, confirm) : confirmRunning(amp))
        return refusal;
    putState(amp, answer);
    return std::nullopt;
}

Outcome writeImageUpload(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto image = fields.number("image"), length = fields.number("len"), offset = fields.number("off");
    const auto sha = fields.bytes("sha"), data = fields.bytes("data");
    UploadStart start{.length = length.value_or(0), .sha = {}, .upgrade = fields.boolean("upgrade").value_or(false)};
    if (fields.malformed() || !offset || !data || !readDigest(sha, start.sha))
        return refuse(SmpError::Malformed);
    if (image.value_or(0) != 0)
        return refuse(ImageCode::InvalidSlot);
    std::array<std::uint8_t, kMaxPacket> bytes;
    const auto piece = std::span(bytes).first(data->copyTo(bytes));
    const bool isFirst = *offset == 0 && length.has_value();
    if (const Outcome refusal = isFirst ? amp.upload.begin(start, piece) : amp.upload.add(*offset, piece))
        return refusal;
    const auto matches = amp.upload.matches();
    answer.map(matches ? 2 : 1).text("off").unsignedNumber(amp.upload.offset());
    if (matches)
        answer.text("match").boolean(*matches);
    return std::nullopt;
}

Outcome writeImageErase(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto slot = fields.number("slot");
    if (fields.malformed())
        return refuse(SmpError::Malformed);
    if (slot.value_or(1) != 1)
        return refuse(ImageCode::InvalidSlot);
    if (const Outcome busy = checkFree(amp.slots))
        return busy;
    if (!eraseSlot(amp))
        return refuse(ImageCode::Erase);
    answer.map(0);
    return std::nullopt;
}

Outcome readSlotInfo(Amp &amp, const Request &, CborWriter &answer)
{
    const auto size = [&](Region region) { return static_cast<std::int64_t>(amp.hardware.regionSize(region)); };
    answer.map(1).text("images").array(1).map(3).text("image").number(0).text("slots").array(2);
    answer.map(2).text("slot").number(0).text("size").number(size(Region::Slot0));
    answer.map(3).text("slot").number(1).text("size").number(size(Region::Slot1)).text("upload_image_id").number(0);
    answer.text("max_image_size").number(static_cast<std::int64_t>(largestImage(amp.hardware)));
    return std::nullopt;
}

} // namespace gainstage::firmware
