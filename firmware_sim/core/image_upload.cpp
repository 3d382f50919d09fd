// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/image_upload.h"

#include <algorithm>

namespace gainstage::firmware {

ImageCode codeOf(ImageError error)
{
    switch (error) {
    case ImageError::Read: return ImageCode::Read;
    case ImageError::Magic: return ImageCode::Magic;
    case ImageError::Header: return ImageCode::Header;
    case ImageError::TooLarge: return ImageCode::TooLarge;
    case ImageError::NoTlvs: return ImageCode::NoTlvs;
    case ImageError::TlvSize: return ImageCode::TlvSize;
    case ImageError::SeveralHashes: return ImageCode::SeveralHashes;
    case ImageError::Hash: return ImageCode::Hash;
    case ImageError::Counter: return ImageCode::RunningNewer;
    default: return ImageCode::InvalidTlv;
    }
}

Outcome checkFree(const Slots &slots)
{
    const bool free = slots.isConfirmed() && slots.wanted() == SwapType::None;
    return free ? std::nullopt : Outcome(refuse(ImageCode::NoFreeSlot));
}

void ImageUpload::forget()
{
    m_length = m_offset = 0;
    m_sha.reset();
    m_matches.reset();
}

Outcome ImageUpload::checkVersion(const Version &version) const
{
    const auto running = readImage(m_slots.running()).image;
    return running && version <= running->version ? Outcome(refuse(ImageCode::RunningNewer)) : std::nullopt;
}

Outcome ImageUpload::check(const UploadStart &start, std::span<const std::uint8_t> data) const
{
    if (const Outcome busy = checkFree(m_slots))
        return busy;
    const std::size_t most = largestImage(m_slots.hardware());
    if (start.length > most)
        return refuse(ImageCode::TooLarge);
    if (start.length < kImageHeader || data.size() > start.length)
        return refuse(start.length < kImageHeader ? ImageCode::InvalidLength : ImageCode::Overrun);
    const auto [header, error] = parseHeader(data, most);
    if (!header)
        return refuse(codeOf(error));
    return start.upgrade ? checkVersion(header->version) : std::nullopt;
}

Outcome ImageUpload::begin(const UploadStart &start, std::span<const std::uint8_t> data)
{
    if (m_length > 0 && start.sha && start.sha == m_sha && start.length == m_length && m_matches != false)
        return std::nullopt;
    if (const Outcome wrong = check(start, data))
        return wrong;
    forget();
    if (!clear())
        return refuse(ImageCode::Erase);
    m_length = start.length;
    m_sha = start.sha;
    return add(0, data);
}

/// What was in slot 1 is no image any more, and the next start wants nothing of it.
bool ImageUpload::clear()
{
    Trailer &trailer = m_slots.trailer(Region::Slot1);
    return (trailer.isBlank() || trailer.erase()) && m_slots.hardware().regionErase(Region::Slot1, 0);
}

Outcome ImageUpload::add(std::uint64_t offset, std::span<const std::uint8_t> data)
{
    if (offset != m_offset || isComplete())
        return std::nullopt;
    if (data.size() > m_length - m_offset)
        return refuse(m_length == 0 ? ImageCode::InvalidLength : ImageCode::Overrun);
    if (!take(data)) {
        forget();
        return refuse(ImageCode::Write);
    }
    return isComplete() ? finish() : std::nullopt;
}

bool ImageUpload::take(std::span<const std::uint8_t> data)
{
    while (!data.empty()) {
        const std::size_t at = m_offset % kFlashPage, size = std::min(data.size(), kFlashPage - at);
        std::copy_n(data.begin(), size, m_page.begin() + static_cast<std::ptrdiff_t>(at));
        m_offset += size;
        data = data.subspan(size);
        if ((m_offset % kFlashPage == 0 || m_offset == m_length) && !programPage())
            return false;
    }
    return true;
}

bool ImageUpload::programPage()
{
    BootHardware &hardware = m_slots.hardware();
    const std::size_t sector = hardware.regionSectorSize();
    const auto page = static_cast<std::size_t>((m_offset - 1) / kFlashPage * kFlashPage);
    const auto used = static_cast<std::size_t>(m_offset - page);
    std::fill(m_page.begin() + static_cast<std::ptrdiff_t>(used), m_page.end(), std::uint8_t{0xff});
    if (page % sector == 0 && !hardware.regionErase(Region::Slot1, sector + page))
        return false;
    return hardware.regionProgram(Region::Slot1, sector + page, m_page);
}

/// What is there shall not look like an image. Nothing would start it, and so it does no harm if this fails.
void ImageUpload::spoil()
{
    static_cast<void>(m_slots.hardware().regionErase(Region::Slot1, m_slots.hardware().regionSectorSize()));
}

/// A file that is no image for this device is refused here already, though nothing would start it.
Outcome ImageUpload::finish()
{
    const ImagePlace place{m_slots.hardware(), Region::Slot1, m_slots.hardware().regionSectorSize()};
    if (m_sha)
        m_matches = hashOf(place, static_cast<std::size_t>(m_length)) == m_sha;
    if (m_matches == false) {
        spoil();
        return std::nullopt;
    }
    const auto [image, error] = validateImage(place, m_rules, m_slots.securityCounter());
    if (image && image->size == m_length)
        return std::nullopt;
    spoil();
    forget();
    return refuse(image ? ImageCode::InvalidLength : codeOf(error));
}

} // namespace gainstage::firmware
