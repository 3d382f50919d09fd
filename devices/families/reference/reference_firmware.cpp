// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/reference/reference_firmware.h"

#include "devices/families/reference/at_end.h"
#include "devices/families/reference/exchange.h"
#include "devices/families/reference/image_upload.h"
#include "protocol/gap/firmware.h"
#include "protocol/gap/state.h"
#include "protocol/smp/os_group.h"

#include <algorithm>

namespace gainstage::reference {
namespace {

using namespace std::chrono_literals;

constexpr Duration imageAnswer = 2500ms, stateAnswer = 5s, echoAnswer = 1s;
constexpr int mostTries = 3;
constexpr int widestWindow = 4;

constexpr std::uint8_t numberOf(smp::ImageCommand command)
{
    return static_cast<std::uint8_t>(command);
}
constexpr std::uint8_t numberOf(smp::OsCommand command)
{
    return static_cast<std::uint8_t>(command);
}

/// Those of the one image that an amp has; other processors' are none of our business.
SlotImages translated(const smp::ImageStateReply &reply)
{
    SlotImages images;
    for (const smp::ImageState &state : reply.images) {
        if (state.image == 0)
            images.push_back({static_cast<int>(state.slot), state.version, state.hash, state.active, state.confirmed, state.pending, state.permanent,
                              state.bootable});
    }
    return images;
}

template <std::size_t size>
std::array<std::uint8_t, size> arrayOf(const QByteArray &bytes)
{
    std::array<std::uint8_t, size> array{};
    std::copy_n(bytes.begin(), std::min<std::size_t>(size, static_cast<std::size_t>(bytes.size())), array.begin());
    return array;
}

FirmwareIdentity translated(const gap::FirmwareReply &reply)
{
    FirmwareIdentity identity;
    identity.vendor = firmware_file::Uuid{arrayOf<16>(reply.vendor)};
    identity.classId = firmware_file::Uuid{arrayOf<16>(reply.classId)};
    identity.securityCounter = reply.counter;
    for (const QByteArray &key : reply.keys)
        identity.keys.emplace_back(arrayOf<32>(key));
    if (reply.trialMilliseconds)
        identity.trialLeft = std::chrono::milliseconds(*reply.trialMilliseconds);
    return identity;
}

/// Whether it is not known what became of a write.
template <typename T>
bool isLost(const Result<T> &outcome)
{
    return !outcome && outcome.error().code == Errc::NotVerified;
}

} // namespace

ReferenceFirmware::ReferenceFirmware(smp::Client &client, std::function<void()> afterwards) : m_client(client), m_afterwards(std::move(afterwards)) {}

Result<SlotImages> ReferenceFirmware::images()
{
    const AtEnd afterwards(m_afterwards);
    return askImages();
}

Result<SlotImages> ReferenceFirmware::askImages()
{
    const auto answer = m_client.read(smp::kImageGroup, numberOf(smp::ImageCommand::State), {}, imageAnswer);
    if (!answer)
        return std::unexpected(answer.error());
    const auto reply = smp::ImageStateReply::decode(*answer);
    if (!reply)
        return std::unexpected(reply.error());
    return translated(*reply);
}

Result<FirmwareIdentity> ReferenceFirmware::identity()
{
    const AtEnd afterwards(m_afterwards);
    const auto reply = ask<gap::FirmwareReply>(m_client, gap::Command::Firmware, gap::FirmwareRead{});
    if (!reply && reply.error().code == Errc::Unsupported)
        return FirmwareIdentity{};
    if (!reply)
        return std::unexpected(reply.error());
    return translated(*reply);
}

Result<std::size_t> ReferenceFirmware::largestImage()
{
    const AtEnd afterwards(m_afterwards);
    const auto answer = m_client.read(smp::kImageGroup, numberOf(smp::ImageCommand::SlotInfo), {}, imageAnswer);
    if (!answer)
        return std::unexpected(answer.error());
    const auto reply = smp::SlotInfoReply::decode(*answer);
    if (!reply)
        return std::unexpected(reply.error());
    const auto ours = std::ranges::find(reply->images, 0U, &smp::ImageSlots::image);
    if (ours == reply->images.end() || !ours->largestImage)
        return failure(Errc::Unsupported, SENTENCE("error", "The amp does not tell how large its firmware may be."));
    return *ours->largestImage;
}

Result<void> ReferenceFirmware::upload(BytesView file, bool onlyNewer, const Taken &taken)
{
    const AtEnd afterwards(m_afterwards);
    if (file.size() > smp::kLargestImage)
        return failure(Errc::OutOfRange, SENTENCE("error", "The firmware is too large for any amp."));
    const auto several = window();
    if (!several)
        return std::unexpected(several.error());
    return ImageUpload(m_client, {.file = file, .onlyNewer = onlyNewer, .window = *several}, taken).run();
}

/// How many pieces may be under way: one buffer of the amp stays free for its answer.
Result<int> ReferenceFirmware::window()
{
    const auto answer = m_client.read(smp::kOsGroup, numberOf(smp::OsCommand::Parameters), smp::ParametersRead{}.encode());
    if (!answer && answer.error().code == Errc::Unsupported)
        return 1;
    if (!answer)
        return std::unexpected(answer.error());
    const auto reply = smp::ParametersReply::decode(*answer);
    if (!reply)
        return std::unexpected(reply.error());
    return static_cast<int>(std::clamp<std::int64_t>(std::int64_t{reply->bufferCount} - 1, 1, widestWindow));
}

Result<SlotImages> ReferenceFirmware::test(const firmware_file::Sha256 &hash)
{
    const AtEnd afterwards(m_afterwards);
    return wish({hash, false}, [&](const SlotImages &images) {
        return std::ranges::any_of(images, [&](const SlotImage &image) { return image.hash == hash && image.pending; });
    });
}

Result<SlotImages> ReferenceFirmware::confirm()
{
    const AtEnd afterwards(m_afterwards);
    return wish({std::nullopt, true}, [](const SlotImages &images) {
        const SlotImage *running = runningImage(images);
        return running != nullptr && running->confirmed;
    });
}

/// A write of the image state. Where the answer was lost the amp's state tells whether it was carried out; only if not it is sent again.
Result<SlotImages> ReferenceFirmware::wish(const smp::ImageStateWrite &request, const Fulfilled &fulfilled)
{
    for (int tries = 1;; ++tries) {
        const auto answer = m_client.write(smp::kImageGroup, numberOf(smp::ImageCommand::State), request.encode(), stateAnswer);
        if (!answer && !isLost(answer))
            return std::unexpected(answer.error());
        if (const auto reply = answer ? smp::ImageStateReply::decode(*answer) : std::unexpected(answer.error()))
            return translated(*reply);
        auto found = askImages();
        if (!found || fulfilled(*found))
            return found;
        if (tries >= mostTries)
            return failure(Errc::NotVerified, SENTENCE("error", "The amp does not do what it was asked to (attempts: %1)."), {std::to_string(tries)},
                           SENTENCE("error", "Restart the amp and try again."));
    }
}

/// Without an answer the amp has left, or never heard it. One that still has an image waiting for the next start has not restarted; in any other case
/// the caller sees what runs, and a second restart could take a new image off its trial.
Result<void> ReferenceFirmware::restart()
{
    const AtEnd afterwards(m_afterwards);
    for (int tries = 1;; ++tries) {
        const auto answer = m_client.write(smp::kOsGroup, numberOf(smp::OsCommand::Reset), smp::ResetWrite{}.encode(), echoAnswer);
        if (answer)
            return {};
        if (!isLost(answer))
            return std::unexpected(answer.error());
        const auto images = askImages();
        const bool stillWaits = images && std::ranges::any_of(*images, &SlotImage::pending);
        if (!stillWaits)
            return {};
        if (tries >= mostTries)
            return std::unexpected(answer.error());
    }
}

Result<void> ReferenceFirmware::prove()
{
    const AtEnd afterwards(m_afterwards);
    const smp::EchoWrite request{QStringLiteral("Gainstage")};
    Result<QCborMap> answer = std::unexpected(Error{});
    for (int tries = 1; !answer && tries <= mostTries; ++tries) { // an echo changes nothing
        answer = m_client.write(smp::kOsGroup, numberOf(smp::OsCommand::Echo), request.encode(), echoAnswer);
        if (!answer && !isLost(answer))
            break;
    }
    if (!answer)
        return std::unexpected(answer.error());
    const auto reply = smp::EchoReply::decode(*answer);
    if (!reply || reply->text != request.text)
        return failure(Errc::BadFrame, SENTENCE("error", "The amp does not answer as it should."));
    const auto state = ask<gap::StateReply>(m_client, gap::Command::State, gap::StateRead{});
    if (!state)
        return std::unexpected(state.error());
    return {};
}

} // namespace gainstage::reference
