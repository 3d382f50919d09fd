// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/verify.h"

#include "devices/firmware/limits.h"

#include <algorithm>

namespace gainstage::firmware_file {
namespace {

CheckResult passed(Check check)
{
    return {check, Verdict::Passed, Consent::None, std::nullopt};
}

CheckResult refused(Check check, Error reason)
{
    return {check, Verdict::Refused, Consent::None, std::move(reason)};
}

CheckResult refused(Check check, const char *sentence, std::vector<std::string> facts)
{
    return refused(check, Error{Errc::InvalidFile, sentence, std::move(facts), ""});
}

CheckResult needsConsent(Check check, Consent consent, const char *sentence, std::vector<std::string> facts)
{
    return {check, Verdict::NeedsConsent, consent, Error{Errc::Refused, sentence, std::move(facts), ""}};
}

CheckResult notChecked(Check check, const char *sentence)
{
    return {check, Verdict::NotChecked, Consent::None, Error{Errc::NotVerified, sentence, {}, ""}};
}

/// Whether the cabinet's own words about devices fit. They are not signed by the maker: they can only make it refuse more.
CheckResult checkTarget(const Metainfo &metainfo, const DeviceFacts &device)
{
    if (!device.updateProtocol.isEmpty() && metainfo.updateProtocol != device.updateProtocol)
        return refused(Check::Hardware, SENTENCE("error", "“%1” in the metainfo is “%2”; the amp is updated by “%3”."),
                       {"LVFS::UpdateProtocol", metainfo.updateProtocol.toStdString(), device.updateProtocol.toStdString()});
    const auto isOurs = [&](const Uuid &guid) { return std::ranges::find(device.guids, guid) != device.guids.end(); };
    if (!device.guids.empty() && std::ranges::none_of(metainfo.guids, isOurs))
        return refused(Check::Hardware, SENTENCE("error", "None of the devices that the metainfo names (“%1”: %2 …) is this amp."),
                       {"provides", metainfo.guids.front().text()});
    return passed(Check::Hardware);
}

CheckResult otherUuid(const char *sentence, const char *field, const Uuid &image, const Uuid &amp)
{
    return refused(Check::Hardware, sentence, {field, image.text(), amp.text()});
}

/// "1.2.3" and, where LVFS counts four numbers, "1.2.3.4".
bool isVersion(const QString &written, const ImageVersion &version)
{
    const std::string text = written.toStdString();
    return text == version.text() || text == version.fullText() || text == version.text() + '.' + std::to_string(version.build);
}

CheckResult checkRelease(const Image &parsed, const Accompaniment &cabinet)
{
    const QString version = cabinet.ours().version;
    if (isVersion(version, parsed.part.version))
        return passed(Check::ReleaseVersion);
    return refused(Check::ReleaseVersion, SENTENCE("error", "“%1” in the metainfo is about version %2, but the image is version %3."),
                   {"release", version.toStdString(), parsed.part.version.fullText()});
}

/// Adds a check's outcome; false where it was refused.
bool add(Inspection &inspection, CheckResult result)
{
    inspection.checks.push_back(std::move(result));
    return inspection.checks.back().verdict != Verdict::Refused;
}

template <typename T>
bool addOutcome(Inspection &inspection, Check check, const Result<T> &outcome)
{
    return add(inspection, outcome ? passed(check) : refused(check, outcome.error()));
}

bool unpack(Inspection &inspection, BytesView file)
{
    auto cabinet = readCabinet(file);
    auto sorted = cabinet ? sortCabinet(std::move(*cabinet)) : Result<SortedCabinet>(std::unexpected(cabinet.error()));
    if (!addOutcome(inspection, Check::Unpacking, sorted))
        return false;
    auto package = bindImage(std::move(*sorted));
    if (!addOutcome(inspection, Check::Checksum, package))
        return false;
    inspection.package = std::move(*package);
    if (inspection.package->cabinet->hasSignatures)
        inspection.checks.push_back(
            {Check::Origin, Verdict::Passed, Consent::None,
             Error{Errc::NotVerified, SENTENCE("error", "The package carries a distributor's signatures, which are not verified here."), {}, ""}});
    return true;
}

bool open(Inspection &inspection, BytesView file)
{
    if (!add(inspection, checkFileSize(file)))
        return false;
    if (isCabinet(file))
        return unpack(inspection, file);
    inspection.package = Package{Bytes(file.begin(), file.end()), {}, std::nullopt};
    return true;
}

} // namespace

CheckResult checkFileSize(BytesView file)
{
    if (file.size() > kLargestFile)
        return refused(Check::FileSize, SENTENCE("error", "“%1” is %2 bytes; more than %3 are not read."),
                       {"file size", std::to_string(file.size()), std::to_string(kLargestFile)});
    return passed(Check::FileSize);
}

CheckResult checkDigest(BytesView image, const Image &parsed)
{
    if (computedHash(image, parsed.part) != parsed.hash)
        return refused(Check::Digest, SENTENCE("error", "“%1” does not fit what the image holds: it was changed or damaged."), {"TLV 10, SHA-256"});
    return passed(Check::Digest);
}

CheckResult checkSignature(const Image &parsed, std::span<const PublicKey> keys)
{
    const auto key = std::ranges::find(keys, parsed.keyHash, &PublicKey::hash);
    if (key == keys.end())
        return refused(Check::Signer, SENTENCE("error", "“%1”: the image is signed with a key that is not known (%2)."),
                       {"TLV 01, key hash", hexText(parsed.keyHash)});
    if (!key->verifies(parsed.signature, parsed.hash))
        return refused(Check::Signer, SENTENCE("error", "“%1” was not made by the key that it names."), {"TLV 24, Ed25519 signature"});
    return passed(Check::Signer);
}

CheckResult checkHardware(const Image &parsed, const Package &package, const DeviceFacts &device)
{
    if (device.vendor && parsed.part.vendor != *device.vendor)
        return otherUuid(SENTENCE("error", "The image is for amps of another maker (“%1” is %2, the amp's is %3)."), "TLV 74, vendor UUID",
                         parsed.part.vendor, *device.vendor);
    if (device.classId && parsed.part.classId != *device.classId)
        return otherUuid(SENTENCE("error", "The image is for another kind of amp (“%1” is %2, the amp's is %3)."), "TLV 75, class UUID",
                         parsed.part.classId, *device.classId);
    if (package.cabinet)
        if (auto target = checkTarget(package.cabinet->metainfo, device); target.verdict != Verdict::Passed)
            return target;
    if (!device.vendor || !device.classId)
        return notChecked(Check::Hardware, SENTENCE("error", "Which kind of amp it is for is not known."));
    return passed(Check::Hardware);
}

CheckResult checkSecurityCounter(const Image &parsed, const DeviceFacts &device)
{
    if (!device.securityCounter)
        return notChecked(Check::SecurityCounter, SENTENCE("error", "The amp's security level is not known."));
    if (parsed.part.securityCounter < *device.securityCounter)
        return refused(Check::SecurityCounter,
                       SENTENCE("error", "“%1” is %2, lower than the amp's %3: this firmware has a weakness that has been mended since."),
                       {"TLV 50, security counter", std::to_string(parsed.part.securityCounter), std::to_string(*device.securityCounter)});
    return passed(Check::SecurityCounter);
}

CheckResult checkVersion(const Image &parsed, const DeviceFacts &device)
{
    if (!device.version)
        return notChecked(Check::Version, SENTENCE("error", "The version that the amp runs is not known."));
    const ImageVersion &now = *device.version, &then = parsed.part.version;
    const std::vector<std::string> facts{"version", then.fullText(), now.fullText()};
    if (then > now)
        return passed(Check::Version);
    if (then < now)
        return needsConsent(Check::Version, Consent::Downgrade, SENTENCE("error", "“%1” %2 is older than the amp's %3."), facts);
    if (device.imageHash && *device.imageHash == parsed.hash)
        return needsConsent(Check::Version, Consent::Reinstall, SENTENCE("error", "“%1” %2 is already installed."), facts);
    return needsConsent(Check::Version, Consent::SameVersion,
                        SENTENCE("error", "“%1” %2 is what the amp runs, but this is another image with the same number."), facts);
}

CheckResult checkSlotSize(BytesView image, const DeviceFacts &device)
{
    if (!device.slotSize)
        return notChecked(Check::SlotSize, SENTENCE("error", "How large an image the amp takes is not known."));
    if (image.size() > *device.slotSize)
        return refused(Check::SlotSize, SENTENCE("error", "“%1” is %2 bytes; the amp has room for %3."),
                       {"image size", std::to_string(image.size()), std::to_string(*device.slotSize)});
    return passed(Check::SlotSize);
}

Inspection inspect(BytesView file, std::span<const PublicKey> keys, const DeviceFacts &device)
{
    Inspection inspection;
    if (!open(inspection, file))
        return inspection;
    const Package &package = *inspection.package;
    const auto image = parseImage(package.image, device.profile);
    if (!addOutcome(inspection, Check::Structure, image))
        return inspection;
    inspection.image = *image;
    if (package.cabinet)
        add(inspection, checkRelease(*image, *package.cabinet));
    add(inspection, checkDigest(package.image, *image));
    add(inspection, checkSignature(*image, keys));
    add(inspection, checkHardware(*image, package, device));
    add(inspection, checkSecurityCounter(*image, device));
    add(inspection, checkVersion(*image, device));
    add(inspection, checkSlotSize(package.image, device));
    return inspection;
}

bool Inspection::isAcceptable() const
{
    const auto holdsUp = [](const CheckResult &result) { return result.verdict == Verdict::Refused || result.verdict == Verdict::NotChecked; };
    return image && std::ranges::none_of(checks, holdsUp);
}

const CheckResult *Inspection::refusal() const
{
    const auto found = std::ranges::find(checks, Verdict::Refused, &CheckResult::verdict);
    return found == checks.end() ? nullptr : &*found;
}

Consent Inspection::consent() const
{
    const auto found = std::ranges::find(checks, Verdict::NeedsConsent, &CheckResult::verdict);
    return found == checks.end() ? Consent::None : found->consent;
}

} // namespace gainstage::firmware_file
