// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/golden_image.h"

#include "tests/devices/firmware/cabinet_writer.h"
#include "tests/support/golden.h"

#include <algorithm>

namespace gainstage::test {

using namespace firmware_file;

namespace {

Bytes golden(const char *name)
{
    static const auto all = goldenBytes(QStringLiteral("image.txt"));
    return all.at(name);
}

Uuid uuid(const char *name)
{
    Uuid result;
    std::ranges::copy(golden(name), result.bytes.begin());
    return result;
}

} // namespace

Bytes bytesOf(const QByteArray &text)
{
    return {text.begin(), text.end()};
}

Bytes goldenImage()
{
    Bytes image;
    for (const char *name : {"header", "payload", "protected-tlvs", "hash-tlv", "key-hash-tlv", "signature-tlv"}) {
        const Bytes part = golden(name);
        image.insert(image.end(), part.begin(), part.end());
    }
    return image;
}

SecretKey goldenKey()
{
    SecretKey::Seed seed{};
    std::ranges::copy(golden("seed"), seed.begin());
    return SecretKey(seed);
}

ImagePlan goldenPlan()
{
    return {golden("payload"), {1, 2, 3, 4}, 1, uuid("vendor"), uuid("class"), 32};
}

DeviceFacts goldenAmp()
{
    DeviceFacts amp;
    amp.vendor = uuid("vendor");
    amp.classId = uuid("class");
    amp.securityCounter = 1;
    amp.version = ImageVersion{1, 2, 2, 0};
    amp.imageHash = Sha256{};
    amp.slotSize = 4096;
    amp.guids = {uuid("class")};
    amp.updateProtocol = QStringLiteral("org.example.amp.smp");
    return amp;
}

Bytes goldenMetainfo()
{
    return bytesOf(goldenText(QStringLiteral("reference.metainfo.xml")));
}

Bytes goldenCabinet()
{
    return writeCabinet({{"reference.metainfo.xml", goldenMetainfo()}, {"firmware.bin", goldenImage()}});
}

} // namespace gainstage::test
