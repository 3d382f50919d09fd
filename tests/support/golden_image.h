// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/golden.h"

namespace gainstage::test {

/// The complete image of tests/golden/image.txt.
inline Bytes goldenImage()
{
    const auto golden = goldenBytes(QStringLiteral("image.txt"));
    Bytes image;
    for (const char *part : {"header", "payload", "protected-tlvs", "hash-tlv", "key-hash-tlv", "signature-tlv"})
        image.insert(image.end(), golden.at(part).begin(), golden.at(part).end());
    return image;
}

} // namespace gainstage::test
