// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/update.h"
#include "devices/firmware/update_versions.h"

#include <algorithm>

namespace gainstage::firmware_update {
namespace {

/// What the amp answered, or an empty answer where it does not know the question.
template <typename T>
Result<std::optional<T>> whereKnown(Result<T> answer)
{
    if (answer)
        return std::optional<T>(*std::move(answer));
    if (answer.error().code == Errc::Unsupported)
        return std::optional<T>();
    return std::unexpected(answer.error());
}

firmware_file::DeviceFacts factsOf(const DeviceView &view, std::optional<std::size_t> slotSize)
{
    firmware_file::DeviceFacts facts;
    facts.vendor = view.identity.vendor;
    facts.classId = view.identity.classId;
    facts.securityCounter = view.identity.securityCounter;
    facts.slotSize = slotSize;
    if (const SlotImage *running = runningImage(view.images)) {
        facts.version = versionFromAmp(running->version);
        facts.imageHash = running->hash;
    }
    return facts;
}

} // namespace

std::optional<firmware_file::ImageVersion> versionFromAmp(std::string text)
{
    if (std::ranges::count(text, '.') == 3)
        text[text.rfind('.')] = '+';
    return firmware_file::ImageVersion::fromText(text);
}

std::string versionForAmp(const firmware_file::ImageVersion &version)
{
    return version.build == 0 ? version.text() : version.text() + '.' + std::to_string(version.build);
}

Result<DeviceView> look(FirmwareAccess &access)
{
    auto images = whereKnown(access.images());
    if (!images)
        return std::unexpected(images.error());
    auto identity = whereKnown(access.identity());
    if (!identity)
        return std::unexpected(identity.error());
    const auto slotSize = whereKnown(access.largestImage());
    if (!slotSize)
        return std::unexpected(slotSize.error());
    DeviceView view{images->value_or(SlotImages{}), identity->value_or(FirmwareIdentity{}), {}};
    view.facts = factsOf(view, *slotSize);
    return view;
}

} // namespace gainstage::firmware_update
