// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/firmware_access.h"
#include "protocol/smp/client.h"
#include "protocol/smp/image_group.h"

#include <QByteArray>

namespace gainstage::reference {

/// The firmware of an amp of the open protocol: groups 0 and 1, and commands 8 and 12 of group 64 (protocol/README.md, sections 3 and 5).
/// A wish whose answer was lost is not repeated before the amp has been asked what became of it.
class ReferenceFirmware final : public FirmwareAccess {
public:
    /// `client` must outlive it; `afterwards` is called at the end of each function, for events that came meanwhile.
    ReferenceFirmware(smp::Client &client, std::function<void()> afterwards);

    Result<SlotImages> images() override;
    /// What an amp without command 12 does not tell is absent.
    Result<FirmwareIdentity> identity() override;
    /// Errc::Unsupported where the amp does not tell.
    Result<std::size_t> largestImage() override;

    Result<void> holdOthersBack(std::chrono::milliseconds duration) override;
    Result<void> letOthersWrite() override;

    /// Also Errc::Timeout after three silent tries of one piece, and Errc::BadFrame where the amp contradicts itself about its offset.
    Result<void> upload(BytesView file, bool onlyNewer, const Taken &taken) override;
    Result<SlotImages> test(const firmware_file::Sha256 &hash) override;
    Result<SlotImages> confirm() override;
    Result<void> restart() override;
    Result<void> prove() override;

private:
    using Fulfilled = std::function<bool(const SlotImages &images)>;
    Result<SlotImages> askImages();
    Result<SlotImages> wish(const smp::ImageStateWrite &request, const Fulfilled &fulfilled);
    Result<int> window();
    Result<void> takeLock();
    Result<void> extendLock(std::chrono::milliseconds duration);
    Result<void> awaitLockEnd();
    bool isNoHolder() const;

    smp::Client &m_client;
    std::function<void()> m_afterwards;
    std::optional<QByteArray> m_key; ///< of the lock, while we hold it
};

} // namespace gainstage::reference
