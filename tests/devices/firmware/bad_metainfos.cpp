// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/bad_files.h"
#include "tests/devices/firmware/cabinet_writer.h"
#include "tests/devices/firmware/golden_image.h"

#include "devices/firmware/limits.h"

#include <QByteArray>

namespace gainstage::test {

using namespace firmware_file;

namespace {

QByteArray goldenText()
{
    const Bytes bytes = goldenMetainfo();
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

BadFile with(std::string name, std::string field, std::string where, const QByteArray &metainfo, const Bytes &image = goldenImage(),
             Check check = Check::Checksum)
{
    return {std::move(name), writeCabinet({{"reference.metainfo.xml", bytesOf(metainfo)}, {"firmware.bin", image}}), check, std::move(field),
            std::move(where)};
}

/// The golden metainfo with some text replaced everywhere.
BadFile replaced(std::string name, std::string field, std::string where, const char *before, const char *after, Check check = Check::Checksum)
{
    return with(std::move(name), std::move(field), std::move(where), goldenText().replace(before, after), goldenImage(), check);
}

QByteArray billionLaughs()
{
    QByteArray text = "<?xml version=\"1.0\"?>\n<!DOCTYPE component [\n<!ENTITY a \"ha\">\n";
    for (char c = 'b'; c < 'k'; ++c)
        text += QByteArray("<!ENTITY ") + c + " \"" + QByteArray("&*;").replace('*', char(c - 1)).repeated(10) + "\">\n";
    return text + "]>\n<component type=\"firmware\"><id>&j;</id></component>\n";
}

void addDocuments(std::vector<BadFile> &all)
{
    all.push_back(with("metainfo empty", "document", "1", {}));
    all.push_back(with("metainfo is an image", "document", "1", QByteArray("\x3d\xb8\xf3\x96\0\0", 6)));
    all.push_back(with("metainfo cut off", "document", "", goldenText().left(900)));
    all.push_back(with("metainfo with bytes behind", "document", "", goldenText() + "<component/>"));
    all.push_back(with("entities that grow", "DTD", "", billionLaughs()));
    all.push_back(with("a harmless DTD", "DTD", "", "<!DOCTYPE component>" + goldenText().mid(goldenText().indexOf("<component"))));
    all.push_back(
        with("elements 100000 deep", "nesting", "1",
             "<component type=\"firmware\"><id>" + QByteArray("<a>").repeated(100000) + QByteArray("</a>").repeated(100000) + "</id></component>"));
    all.push_back(with("metainfo too large", "document", "1", goldenText() + QByteArray(static_cast<qsizetype>(kLargestMetainfo), ' ')));
    all.push_back(replaced("about a program", "component", "2", "type=\"firmware\"", "type=\"desktop\""));
    all.push_back(replaced("another document", "component", "2", "component", "html"));
}

void addElements(std::vector<BadFile> &all)
{
    all.push_back(replaced("no id", "id", "", "<id>org.example.amp.reference-rev-a.firmware</id>", ""));
    all.push_back(replaced("no GUID", "provides", "", "type=\"flashed\"", "type=\"runtime\""));
    all.push_back(replaced("a GUID that is none", "provides", "10", "a5ed5aa9-0383", "a5ed5aa9_0383"));
    all.push_back(replaced("a GUID of zeros", "provides", "10", "a5ed5aa9-0383-56eb-a0d5-b57922ee1109", "00000000-0000-0000-0000-000000000000"));
    all.push_back(replaced("no releases", "releases", "", "releases>", "others>"));
    all.push_back(replaced("a release without version", "release", "17", "version=\"1.2.3\"", ""));
    all.push_back(replaced("a checksum that is too short", "checksum", "19", "d52ec4ba", "d52ec4"));
    all.push_back(replaced("a checksum that is not hex", "checksum", "19", "d52ec4ba", "g52ec4ba"));
    all.push_back(replaced("the wrong checksum", "checksum", "firmware.bin", "d52ec4ba", "d52ec4bb"));
    all.push_back(replaced("only a SHA-1", "checksum", "firmware.bin", "type=\"sha256\"", "type=\"sha512\""));
    all.push_back(replaced("only a checksum of the cabinet", "checksum", "firmware.bin", "target=\"content\"", "target=\"container\""));
    all.push_back(replaced("a checksum of another file", "checksum", "firmware.bin", "filename=\"firmware.bin\"", "filename=\"Firmware.bin\""));
    all.push_back(replaced("two releases with the image", "checksum", "firmware.bin", "<description><p>First release.</p></description>",
                           "<checksum type=\"sha256\" filename=\"firmware.bin\" target=\"content\">"
                           "d52ec4ba422dd4fbca9bda00d6e0ba7a37025fd588554fafbd2b84efbec07632</checksum>"));
    all.push_back(replaced("a second checksum that differs", "checksum", "firmware.bin", "<description>\n",
                           "<checksum type=\"sha256\" filename=\"firmware.bin\" target=\"content\">"
                           "e52ec4ba422dd4fbca9bda00d6e0ba7a37025fd588554fafbd2b84efbec07632</checksum><description>\n"));
}

void addMeaning(std::vector<BadFile> &all)
{
    all.push_back(replaced("notes of another version", "release", "1.2.4", "version=\"1.2.3\"", "version=\"1.2.4\"", Check::ReleaseVersion));
    all.push_back(replaced("another update protocol", "LVFS::UpdateProtocol", "org.usb.dfu", "org.example.amp.smp", "org.usb.dfu", Check::Hardware));
    all.push_back(replaced("no update protocol", "LVFS::UpdateProtocol", "", "LVFS::UpdateProtocol", "LVFS::Other", Check::Hardware));
    all.push_back(
        replaced("for another device", "provides", "a5ed5aa9-0383-56eb-a0d5-b57922ee1100", "b57922ee1109", "b57922ee1100", Check::Hardware));
    // A cabinet that is right about a wrong image does not make the image right.
    Bytes image = goldenImage();
    image[40] ^= 1;
    const QByteArray checksum = QByteArray::fromStdString(hexText(sha256(image)));
    const QByteArray honest = goldenText().replace("d52ec4ba422dd4fbca9bda00d6e0ba7a37025fd588554fafbd2b84efbec07632", checksum);
    all.push_back(with("a damaged image with its own checksum", "TLV 10, SHA-256", "", honest, image, Check::Digest));
    const Bytes nothing{1, 2, 3, 4};
    const QByteArray ofNothing = QByteArray::fromStdString(hexText(sha256(nothing)));
    all.push_back(with("no image at all with its checksum", "magic", "0",
                       goldenText().replace("d52ec4ba422dd4fbca9bda00d6e0ba7a37025fd588554fafbd2b84efbec07632", ofNothing), nothing,
                       Check::Structure));
}

} // namespace

std::vector<BadFile> badMetainfos()
{
    std::vector<BadFile> all;
    addDocuments(all);
    addElements(all);
    addMeaning(all);
    return all;
}

} // namespace gainstage::test
