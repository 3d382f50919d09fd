// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/digest.h"
#include "devices/firmware/uuid.h"
#include "protocol/bytes/result.h"

#include <QString>

#include <vector>

namespace gainstage::firmware_file {

/// What a release says about a file in the cabinet: checksum target="content".
struct ContentChecksum {
    QString fileName;
    Sha256 digest{};
};

struct Release {
    QString version;
    QString date;    ///< as written: "2026-03-01"; empty where it is not told
    QString urgency; ///< "low", "medium", "high", "critical"; empty where it is not told
    QString notes;   ///< the description as plain text: paragraphs with an empty line between them, list items as lines with a bullet or number
    std::vector<ContentChecksum> contents;
};

/// A component of type "firmware", as LVFS has it. Texts are those without a language, and are to be shown as plain text.
struct Metainfo {
    QString id, name, summary;
    std::vector<Uuid> guids; ///< of the devices that it is for; at least one
    QString updateProtocol;  ///< LVFS::UpdateProtocol; empty where it is not told
    QString versionFormat;   ///< LVFS::VersionFormat; empty where it is not told
    std::vector<Release> releases;
};

/// Errc::InvalidFile for what is no such document, has a DTD, lacks id, GUIDs or releases, or is larger than limits.h allows.
/// The first fact is the failing element, the second its line.
Result<Metainfo> parseMetainfo(BytesView xml);

} // namespace gainstage::firmware_file
