// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/image.h"
#include "devices/firmware/package.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace gainstage::firmware_file {

/// What is asked of a file before an amp sees the first byte of it, in this order.
enum class Check : std::uint8_t {
    FileSize,        ///< not larger than limits.h allows
    Unpacking,       ///< unpacks within limits, plain names, one metainfo, one image
    Checksum,        ///< the metainfo is sound and its checksum is the image's
    Origin,          ///< only a remark: signatures of a distributor came along
    Structure,       ///< the image follows the profile, byte for byte
    ReleaseVersion,  ///< the metainfo speaks of this version
    Digest,          ///< the image's hash is right
    Signer,          ///< made by a known key
    Hardware,        ///< for this maker and kind of amp
    SecurityCounter, ///< not lower than the amp's
    Version,         ///< newer; anything else needs consent
    SlotSize,        ///< fits
};

/// "file-size", "security-counter" …, for scripts.
const char *nameOf(Check check);
/// For people; translated in context "firmware" at the edge.
const char *labelOf(Check check);

enum class Verdict : std::uint8_t {
    Passed,
    NeedsConsent, ///< goes on only when somebody says so; see Consent
    Refused,      ///< no way around
    NotChecked,   ///< what it is compared with is not known
};
/// "passed", "needs-consent", "refused", "not-checked"
const char *nameOf(Verdict verdict);

/// What somebody has to agree to.
enum class Consent : std::uint8_t {
    None,
    Reinstall,   ///< exactly this image runs already
    SameVersion, ///< another image with the version that runs
    Downgrade,   ///< an older version
};
/// "none", "reinstall", "same-version", "downgrade"
const char *nameOf(Consent consent);

struct CheckResult {
    Check check;
    Verdict verdict = Verdict::Passed;
    Consent consent = Consent::None;
    std::optional<Error> remark; ///< why, where the verdict is not Passed; else perhaps something worth knowing
};

/// What the amp says about itself. What is not known is not checked, which is never taken for passed.
struct DeviceFacts {
    std::optional<Uuid> vendor, classId;
    std::optional<std::uint32_t> securityCounter;
    std::optional<ImageVersion> version; ///< of the image that runs
    std::optional<Sha256> imageHash;     ///< of the image that runs
    std::optional<std::size_t> slotSize; ///< the largest image that its free slot takes, bytes
    std::vector<Uuid> guids;             ///< that a cabinet may name for it; empty: not compared
    QString updateProtocol;              ///< that a cabinet must name; empty: not compared
    ImageProfile profile;
};

/// All that is known about a file after looking at it.
struct Inspection {
    std::vector<CheckResult> checks; ///< up to the first refusal that makes the rest senseless
    std::optional<Package> package;
    std::optional<Image> image; ///< only where Structure passed

    /// Nothing was refused or left unchecked; consent may be needed.
    bool isAcceptable() const;
    /// The first refusal, or nothing.
    const CheckResult *refusal() const;
    /// What has to be agreed to, or None.
    Consent consent() const;
};

/// All checks on a bare image or a cabinet against the keys that are trusted (current and next ones) and the amp. Touches nothing but memory.
Inspection inspect(BytesView file, std::span<const PublicKey> keys, const DeviceFacts &device);

// The single checks, for who has an image already.

CheckResult checkFileSize(BytesView file);
CheckResult checkDigest(BytesView image, const Image &parsed);
CheckResult checkSignature(const Image &parsed, std::span<const PublicKey> keys);
CheckResult checkHardware(const Image &parsed, const Package &package, const DeviceFacts &device);
CheckResult checkSecurityCounter(const Image &parsed, const DeviceFacts &device);
CheckResult checkVersion(const Image &parsed, const DeviceFacts &device);
CheckResult checkSlotSize(BytesView image, const DeviceFacts &device);

} // namespace gainstage::firmware_file
