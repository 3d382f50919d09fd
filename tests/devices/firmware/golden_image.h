// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/image_writer.h"
#include "devices/firmware/verify.h"

namespace gainstage::test {

/// The image of tests/golden/image.txt, whole.
Bytes goldenImage();
firmware_file::SecretKey goldenKey();
/// What makes goldenImage() when signed with goldenKey().
firmware_file::ImagePlan goldenPlan();
/// An amp that takes goldenImage() and its cabinet without a question.
firmware_file::DeviceFacts goldenAmp();
/// tests/golden/reference.metainfo.xml
Bytes goldenMetainfo();
/// Metainfo and image, as "firmware.bin".
Bytes goldenCabinet();

Bytes bytesOf(const QByteArray &text);

} // namespace gainstage::test
