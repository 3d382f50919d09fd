// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/limits.h"
#include "devices/firmware/package.h"
#include "tests/fuzz/require.h"

using namespace gainstage;
using namespace gainstage::firmware_file;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const BytesView file(data, size);
    const auto cabinet = readCabinet(file);
    if (!cabinet)
        return 0;
    fuzz::require(cabinet->size() <= kMostEntries);
    std::size_t unpacked = 0;
    for (const CabinetEntry &entry : *cabinet) {
        unpacked += entry.content.size();
        fuzz::require(!entry.name.empty() && entry.name.find_first_of("/\\:") == std::string::npos && entry.name.find("..") == std::string::npos);
    }
    fuzz::require(unpacked <= kLargestUnpacked);
    if (const auto package = openPackage(file); package && package->cabinet)
        fuzz::require(package->cabinet->release < package->cabinet->metainfo.releases.size());
    return 0;
}
