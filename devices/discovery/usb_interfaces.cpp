// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/usb_interfaces.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

QString attribute(const QDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

std::uint16_t hexAttribute(const QDir &folder, const QString &name)
{
    return static_cast<std::uint16_t>(attribute(folder, name).toUInt(nullptr, 16));
}

QStringList entries(const QDir &folder)
{
    return folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

/// A HID interface has a HID device below it ("0003:152A:8750.0001"), and that has the hidraw one.
QString hidNode(const QDir &interface)
{
    for (const QString &device : entries(interface)) {
        const QStringList nodes = entries(QDir(interface.filePath(device + u"/hidraw"_s)));
        if (!nodes.isEmpty())
            return u"/dev/"_s + nodes.first();
    }
    return {};
}

QString serialNode(const QDir &interface)
{
    const QStringList nodes = entries(QDir(interface.filePath(u"tty"_s)));
    return nodes.isEmpty() ? QString() : u"/dev/"_s + nodes.first();
}

QString claimOf(const QDir &interface, const QDir &device)
{
    if (QFileInfo(interface.filePath(u"driver"_s)).symLinkTarget().section(u'/', -1) != u"usbfs"_s)
        return {};
    const auto number = [&](const QString &name) { return attribute(device, name).rightJustified(3, u'0'); };
    return u"/dev/bus/usb/"_s + number(u"busnum"_s) + u'/' + number(u"devnum"_s);
}

UsbInterface interfaceOf(const QDir &interface, const QDir &device, Wire wire)
{
    UsbInterface found{{}, interface.dirName(), claimOf(interface, device)};
    found.port.wire = wire;
    found.port.path = wire == Wire::Hid ? hidNode(interface) : serialNode(interface);
    found.port.maker = attribute(device, u"manufacturer"_s);
    found.port.product = attribute(device, u"product"_s);
    found.port.serialNumber = attribute(device, u"serial"_s);
    found.port.vendorId = hexAttribute(device, u"idVendor"_s);
    found.port.productId = hexAttribute(device, u"idProduct"_s);
    found.port.release = hexAttribute(device, u"bcdDevice"_s);
    return found;
}

} // namespace

std::vector<UsbInterface> usbInterfaces(const QString &root)
{
    std::vector<UsbInterface> found;
    const QDir bus(root + u"/sys/bus/usb/devices"_s);
    for (const QString &name : entries(bus)) {
        if (!name.contains(u':'))
            continue;
        const QDir interface(bus.filePath(name)), device(bus.filePath(name.section(u':', 0, 0)));
        const std::uint16_t kind = hexAttribute(interface, u"bInterfaceClass"_s);
        if (kind == 0x03)
            found.push_back(interfaceOf(interface, device, Wire::Hid));
        else if (kind == 0x02 && hexAttribute(interface, u"bInterfaceSubClass"_s) == 0x02)
            found.push_back(interfaceOf(interface, device, Wire::Serial));
    }
    return found;
}

} // namespace gainstage
