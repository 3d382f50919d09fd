// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/metainfo.h"
#include "tests/fuzz/require.h"

using namespace gainstage;
using namespace gainstage::firmware_file;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto metainfo = parseMetainfo(BytesView(data, size));
    if (!metainfo) {
        fuzz::require(metainfo.error().facts.size() >= 2); // element and line
        return 0;
    }
    fuzz::require(!metainfo->id.isEmpty() && !metainfo->guids.empty() && !metainfo->releases.empty());
    for (const Release &release : metainfo->releases)
        fuzz::require(!release.version.isEmpty() && static_cast<std::size_t>(release.notes.size()) <= 2 * size);
    return 0;
}
