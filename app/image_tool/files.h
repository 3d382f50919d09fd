// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/keys.h"
#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"

#include <QString>

namespace gainstage::image_tool {

/// A whole file, one byte more than is ever allowed at most. Errc::NotFound, Errc::FileIo.
Result<Bytes> readFile(const QString &path);
/// Replaces the file as a whole or leaves it as it is. Errc::FileIo.
Result<void> writeFile(const QString &path, BytesView content);
/// A new file that only its owner can read. Errc::FileIo, also where there is one already: a private key is not replaced by mistake.
Result<void> writeSecretFile(const QString &path, std::string_view content);

Result<firmware_file::SecretKey> readSecretKey(const QString &path);
/// Of a public or a private key's file.
Result<firmware_file::PublicKey> readPublicKey(const QString &path);

} // namespace gainstage::image_tool
