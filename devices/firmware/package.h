// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/cabinet.h"
#include "devices/firmware/metainfo.h"

#include <optional>

namespace gainstage::firmware_file {

/// What came along with an image in a cabinet.
struct Accompaniment {
    Metainfo metainfo;
    std::size_t release = 0;    ///< the one of metainfo.releases that is about the image
    bool hasSignatures = false; ///< there is a *.jcat; it says through whom the file came and is not verified here
    const Release &ours() const { return metainfo.releases[release]; }
};

/// An image on its way to an amp. Parsed and verified apart (image.h, verify.h).
struct Package {
    Bytes image;
    std::string imageName;                ///< in the cabinet; empty for a bare image
    std::optional<Accompaniment> cabinet; ///< nothing for a bare image
};

/// A file as it comes: a cabinet or a bare image. For showing; inspect() (verify.h) says which step failed.
Result<Package> openPackage(BytesView file);

/// The three kinds of entry of a cabinet: one metainfo, one image, perhaps signatures.
struct SortedCabinet {
    CabinetEntry metainfo, image;
    bool hasSignatures = false;
};

/// Errc::InvalidFile for a cabinet with no or two metainfos or images; any other entry counts as an image. Facts as readCabinet() has them.
Result<SortedCabinet> sortCabinet(Cabinet cabinet);

/// Reads the metainfo and holds the image against its checksum.
/// Errc::InvalidFile: as parseMetainfo(), or the first fact is "checksum" and the second the image's name.
Result<Package> bindImage(SortedCabinet cabinet);

} // namespace gainstage::firmware_file
