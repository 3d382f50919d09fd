// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/image_tool/commands.h"
#include "app/image_tool/files.h"
#include "app/image_tool/hardware.h"

#include "devices/firmware/image_writer.h"

namespace gainstage::image_tool {

using namespace firmware_file;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t kLargestHeader = 4096;

Result<ImageVersion> versionOf(const Call &call)
{
    const auto version = ImageVersion::fromText(call.value("version").toStdString());
    if (!version)
        return wrongUsage(SENTENCE("error", "“%1” is not a version for --%2; one looks like 1.2.3 or 1.2.3+4."),
                          {call.value("version").toStdString(), "version"});
    return *version;
}

Result<ImagePlan> planOf(const Call &call)
{
    const auto version = versionOf(call);
    if (!version)
        return std::unexpected(version.error());
    const auto counter = call.number("counter", 0);
    if (!counter)
        return std::unexpected(counter.error());
    const auto headerSize = call.number("header-size", 32, kLargestHeader);
    if (!headerSize)
        return std::unexpected(headerSize.error());
    const auto hardware = hardwareOf(call);
    if (!hardware)
        return std::unexpected(hardware.error());
    auto payload = readFile(call.file());
    if (!payload)
        return std::unexpected(payload.error());
    return ImagePlan{std::move(*payload), *version, *counter, *hardware->vendor, *hardware->classId, *headerSize};
}

Result<void> finish(Call &call, const Result<Bytes> &image, bool isSigned)
{
    if (!image)
        return std::unexpected(image.error());
    const QString path = call.value("out");
    if (auto written = writeFile(path, *image); !written)
        return written;
    const QString digest = QString::fromStdString(hexText(sha256(*image)));
    call.say((isSigned ? translated(QT_TRANSLATE_NOOP("image", "%1: signed image, %2 bytes, SHA-256 %3"))
                       : translated(QT_TRANSLATE_NOOP("image", "%1: image without a signature, %2 bytes, SHA-256 %3")))
                 .arg(path, QString::number(image->size()), digest));
    call.answer({{u"file"_s, path}, {u"bytes"_s, static_cast<qint64>(image->size())}, {u"sha256"_s, digest}, {u"signed"_s, isSigned}});
    return {};
}

Result<void> signAndFinish(Call &call, BytesView image)
{
    const auto key = readSecretKey(call.value("key"));
    if (!key)
        return std::unexpected(key.error());
    return finish(call, signImage(image, *key), true);
}

} // namespace

Result<void> createImage(Call &call)
{
    const auto plan = planOf(call);
    if (!plan)
        return std::unexpected(plan.error());
    const auto part = writeSignedPart(*plan);
    if (part && call.has("key"))
        return signAndFinish(call, *part);
    return finish(call, part, false);
}

Result<void> signImageFile(Call &call)
{
    const auto image = readFile(call.file());
    if (!image)
        return std::unexpected(image.error());
    return signAndFinish(call, *image);
}

Result<void> generateKey(Call &call)
{
    const SecretKey key = SecretKey::generate();
    if (auto written = writeSecretFile(call.value("out"), key.toPem()); !written)
        return written;
    const std::string pem = key.publicKey().toPem();
    if (auto written = writeFile(call.value("public"), BytesView(reinterpret_cast<const std::uint8_t *>(pem.data()), pem.size())); !written)
        return written;
    const QString hash = QString::fromStdString(hexText(key.publicKey().hash()));
    call.say(translated(QT_TRANSLATE_NOOP("image", "New key; its hash is %1. Keep %2 to yourself.")).arg(hash, call.value("out")));
    call.answer({{u"private"_s, call.value("out")}, {u"public"_s, call.value("public")}, {u"key_hash"_s, hash}});
    return {};
}

} // namespace gainstage::image_tool
