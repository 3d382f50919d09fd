// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/verify.h"

#include <algorithm>
#include <array>

namespace gainstage::firmware_file {
namespace {

struct CheckRow {
    Check check;
    const char *name;
    const char *label;
};
constexpr std::array kChecks = {
    CheckRow{Check::FileSize, "file-size", SENTENCE("firmware", "Size of the file")},
    CheckRow{Check::Unpacking, "cabinet", SENTENCE("firmware", "Package")},
    CheckRow{Check::Checksum, "checksum", SENTENCE("firmware", "Checksum in the package")},
    CheckRow{Check::Origin, "origin", SENTENCE("firmware", "Where it comes from")},
    CheckRow{Check::Structure, "structure", SENTENCE("firmware", "Structure of the image")},
    CheckRow{Check::ReleaseVersion, "release", SENTENCE("firmware", "Release notes are for this version")},
    CheckRow{Check::Digest, "digest", SENTENCE("firmware", "Image is undamaged")},
    CheckRow{Check::Signer, "signature", SENTENCE("firmware", "Maker's signature")},
    CheckRow{Check::Hardware, "hardware", SENTENCE("firmware", "Made for this amp")},
    CheckRow{Check::SecurityCounter, "security-counter", SENTENCE("firmware", "Security level")},
    CheckRow{Check::Version, "version", SENTENCE("firmware", "Version")},
    CheckRow{Check::SlotSize, "slot-size", SENTENCE("firmware", "Fits into the amp")},
};

const CheckRow &rowOf(Check check)
{
    const auto row = std::ranges::find(kChecks, check, &CheckRow::check);
    return row == kChecks.end() ? kChecks.front() : *row;
}

} // namespace

const char *nameOf(Check check)
{
    return rowOf(check).name;
}

const char *labelOf(Check check)
{
    return rowOf(check).label;
}

const char *nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed: return "passed";
    case Verdict::NeedsConsent: return "needs-consent";
    case Verdict::Refused: return "refused";
    case Verdict::NotChecked: break;
    }
    return "not-checked";
}

const char *nameOf(Consent consent)
{
    switch (consent) {
    case Consent::Reinstall: return "reinstall";
    case Consent::SameVersion: return "same-version";
    case Consent::Downgrade: return "downgrade";
    case Consent::None: break;
    }
    return "none";
}

} // namespace gainstage::firmware_file
