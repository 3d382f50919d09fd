// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots/firmware_files.h"

#include "devices/firmware/image_writer.h"

#include <QDataStream>
#include <QDir>
#include <QSaveFile>

#include <string_view>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr std::string_view kVendor = "gainstage.example";
constexpr quint32 kHeader = 36, kFolder = 8, kBlock = 32768;

/// RFC 8032, 7.1, test 1: a published key, so that anybody can sign for a simulated amp.
constexpr firmware_file::SecretKey::Seed kTestKey{0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
                                                  0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60};

Bytes payloadOf(const FirmwarePlan &plan)
{
    Bytes payload(plan.size);
    std::uint32_t number = 1;
    for (std::uint8_t &byte : payload) {
        number = number * 1664525U + 1013904223U;
        byte = static_cast<std::uint8_t>(number >> 24U);
    }
    constexpr std::string_view kFails = "self-test: fail";
    if (!plan.works)
        std::ranges::copy(kFails, payload.begin());
    return payload;
}

QByteArray metainfoOf(const FirmwarePlan &plan, const firmware_file::Uuid &device, const Bytes &image)
{
    const QString text =
        u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<component type=\"firmware\"><id>example.gainstage.desktop</id><name>Reference Desktop</name>"
        "<provides><firmware type=\"flashed\">%1</firmware></provides><releases><release version=\"%2\"><checksum filename=\"firmware.bin\" "
        "target=\"content\" type=\"sha256\">%3</checksum><description>%4</description></release></releases></component>\n"_s;
    return text
        .arg(QString::fromStdString(device.text()), QString::fromStdString(plan.version.text()),
             QString::fromStdString(firmware_file::hexText(firmware_file::sha256(image))), plan.notes)
        .toUtf8();
}

void addRecord(QDataStream &stream, const QByteArray &name, quint32 size, quint32 offset)
{
    stream << size << offset << quint16(0) << quint16(0x5c61) << quint16(0) << quint16(0x20); // folder 0, a date, no time, archived
    stream.writeRawData(name.constData(), static_cast<int>(name.size()) + 1);
}

/// A cabinet (MSCF 1.3) that only stores: metainfo and image, without block checksums.
QByteArray cabinetOf(const QByteArray &metainfo, const QByteArray &image)
{
    const QByteArray names[] = {"reference.metainfo.xml", "firmware.bin"}, content = metainfo + image;
    const auto size = static_cast<quint32>(content.size());
    const quint32 blocks = (size + kBlock - 1) / kBlock, records = kHeader + kFolder;
    const auto data = static_cast<quint32>(records + 32 + static_cast<quint32>(names[0].size() + names[1].size()) + 2);
    QByteArray cabinet;
    QDataStream stream(&cabinet, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.writeRawData("MSCF", 4);
    stream << quint32(0) << quint32(data + blocks * 8 + size) << quint32(0) << records << quint32(0);
    stream << quint16(0x0103) << quint16(1) << quint16(2) << quint16(0) << quint16(0)
           << quint16(0); // version, folders, files, flags, set, place in it
    stream << data << static_cast<quint16>(blocks) << quint16(0);
    addRecord(stream, names[0], static_cast<quint32>(metainfo.size()), 0);
    addRecord(stream, names[1], static_cast<quint32>(image.size()), static_cast<quint32>(metainfo.size()));
    for (quint32 at = 0; at < size; at += kBlock) {
        const quint32 piece = std::min(kBlock, size - at);
        stream << quint32(0) << static_cast<quint16>(piece) << static_cast<quint16>(piece);
        stream.writeRawData(content.constData() + at, static_cast<int>(piece));
    }
    return cabinet;
}

} // namespace

firmware_file::PublicKey firmwareTestKey()
{
    return firmware_file::SecretKey(kTestKey).publicKey();
}

Result<Bytes> makeImage(const FirmwarePlan &plan)
{
    const firmware_file::Uuid vendor = firmware_file::vendorUuid(kVendor);
    const auto part = firmware_file::writeSignedPart({.payload = payloadOf(plan),
                                                      .version = plan.version,
                                                      .securityCounter = 1,
                                                      .vendor = vendor,
                                                      .classId = firmware_file::classUuid(vendor, plan.device)});
    if (!part)
        return part;
    return firmware_file::signImage(*part, firmware_file::SecretKey(kTestKey));
}

Result<Bytes> makePackage(const FirmwarePlan &plan)
{
    const auto image = makeImage(plan);
    if (!image)
        return image;
    const firmware_file::Uuid device = firmware_file::classUuid(firmware_file::vendorUuid(kVendor), plan.device);
    const QByteArray bytes(reinterpret_cast<const char *>(image->data()), static_cast<qsizetype>(image->size()));
    const QByteArray cabinet = cabinetOf(metainfoOf(plan, device, *image), bytes);
    return Bytes(cabinet.begin(), cabinet.end());
}

Result<QString> writeFirmware(const QString &folder, const QString &name, const Result<Bytes> &bytes)
{
    if (!bytes)
        return std::unexpected(bytes.error());
    QSaveFile file(QDir(folder).filePath(name));
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(reinterpret_cast<const char *>(bytes->data()), static_cast<qint64>(bytes->size())) >= 0 && file.flush();
    if (!written || !file.commit())
        return failure(Errc::FileIo, SENTENCE("error", "%1 cannot be written: %2."),
                       {file.fileName().toStdString(), file.errorString().toStdString()});
    return file.fileName();
}

} // namespace gainstage
