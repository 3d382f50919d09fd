// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/image_writer.h"
#include "devices/firmware/verify.h"
#include "tests/fuzz/require.h"

using namespace gainstage;
using namespace gainstage::firmware_file;

namespace {

DeviceFacts ampFor(const Image &image)
{
    DeviceFacts amp;
    amp.vendor = image.part.vendor;
    amp.classId = image.part.classId;
    amp.securityCounter = image.part.securityCounter;
    amp.version = image.part.version;
    amp.slotSize = SIZE_MAX;
    return amp;
}

/// An image that parses can be signed by us, and then passes every check.
void signsWell(BytesView file)
{
    static const SecretKey key({1, 2, 3});
    static const PublicKey keys[] = {key.publicKey()};
    const auto again = signImage(file, key);
    fuzz::require(again.has_value());
    const auto image = parseImage(*again);
    fuzz::require(image.has_value());
    fuzz::require(inspect(*again, keys, ampFor(*image)).isAcceptable());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const BytesView file(data, size);
    const auto image = parseImage(file);
    if (!image) {
        fuzz::require(image.error().facts.size() >= 2); // field and offset
        return 0;
    }
    fuzz::require(image->part.headerSize + image->part.payloadSize <= image->part.size && image->part.size < size);
    if (!isCabinet(file))
        signsWell(file);
    return 0;
}
