// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/udev.h"

#include "devices/discovery/report_descriptor.h"

#include <QFile>

#include <cerrno>
#include <filesystem>
#include <string_view>
#include <utility>

#include <libudev.h>
#include <unistd.h>

namespace gainstage {
namespace {

constexpr qint64 longestDescriptor = 4096; // HID_MAX_DESCRIPTOR_SIZE of the kernel

QString text(const char *string)
{
    return QString::fromUtf8(string).trimmed();
}

std::uint16_t hexNumber(const char *string)
{
    return string != nullptr ? static_cast<std::uint16_t>(QByteArray(string).toUInt(nullptr, 16)) : std::uint16_t{0};
}

Port::Access accessTo(const char *node)
{
    return ::access(node, R_OK | W_OK) == 0 || errno != EACCES ? Port::Access::Ok : Port::Access::Permission;
}

/// Parents belong to their child and are not released.
udev_device *usbDeviceOf(udev_device *device)
{
    return udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_device");
}

void putUsb(Port &port, udev_device *usb)
{
    if (usb == nullptr)
        return;
    port.maker = text(udev_device_get_sysattr_value(usb, "manufacturer"));
    port.product = text(udev_device_get_sysattr_value(usb, "product"));
    port.serialNumber = text(udev_device_get_sysattr_value(usb, "serial"));
    port.vendorId = hexNumber(udev_device_get_sysattr_value(usb, "idVendor"));
    port.productId = hexNumber(udev_device_get_sysattr_value(usb, "idProduct"));
    port.release = hexNumber(udev_device_get_sysattr_value(usb, "bcdDevice"));
}

/// The kernel makes nodes for serial chips that are not there; those say that their type is 0.
bool isReal(udev_device *device)
{
    if (usbDeviceOf(device) != nullptr)
        return true;
    const char *type = udev_device_get_sysattr_value(device, "type");
    return udev_device_get_parent(device) != nullptr && (type == nullptr || std::string_view(type) != "0");
}

std::optional<Port> serialPort(udev_device *device)
{
    const char *node = udev_device_get_devnode(device);
    if (node == nullptr || !isReal(device))
        return std::nullopt;
    Port port;
    port.path = QString::fromUtf8(node);
    putUsb(port, usbDeviceOf(device));
    port.access = accessTo(node);
    return port;
}

/// "0003:0000262A:00009302": bus, vendor, product.
void putHidId(Port &port, const char *id)
{
    const QList<QByteArray> parts = QByteArray(id).split(':');
    if (parts.size() != 3)
        return;
    port.vendorId = static_cast<std::uint16_t>(parts[1].toUInt(nullptr, 16));
    port.productId = static_cast<std::uint16_t>(parts[2].toUInt(nullptr, 16));
}

QByteArray descriptorOf(udev_device *hid)
{
    QFile file(QString::fromUtf8(udev_device_get_syspath(hid)) % QLatin1String("/report_descriptor"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.read(longestDescriptor);
}

/// What the report descriptor says that it is for, and how it is written to.
void putDescriptor(Port &port, const QByteArray &descriptor)
{
    const BytesView bytes(reinterpret_cast<const std::uint8_t *>(descriptor.constData()), static_cast<std::size_t>(descriptor.size()));
    const auto usages = topLevelUsages(bytes);
    if (!usages.empty()) {
        port.usagePage = usages.front().page;
        port.usage = usages.front().usage;
    }
    port.reports = reportsIn(bytes);
    port.descriptor.assign(bytes.begin(), bytes.end());
}

std::optional<Port> hidPort(udev_device *device)
{
    const char *node = udev_device_get_devnode(device);
    udev_device *hid = udev_device_get_parent_with_subsystem_devtype(device, "hid", nullptr);
    if (node == nullptr || hid == nullptr)
        return std::nullopt;
    Port port;
    port.wire = Wire::Hid;
    port.path = QString::fromUtf8(node);
    port.product = text(udev_device_get_property_value(hid, "HID_NAME"));
    port.serialNumber = text(udev_device_get_property_value(hid, "HID_UNIQ"));
    putHidId(port, udev_device_get_property_value(hid, "HID_ID"));
    putUsb(port, usbDeviceOf(device));
    putDescriptor(port, descriptorOf(hid));
    port.access = accessTo(node);
    return port;
}

/// Consoles and pseudo-terminals are most of the tty devices. They are passed over by where their link leads, without being opened: an
/// enumeration by libudev opens each of them, which costs a command more than all else that it does.
bool isVirtual(std::string_view target)
{
    return target.find("/virtual/tty/") != std::string_view::npos;
}

void collect(udev *context, const char *subsystem, std::optional<Port> (*make)(udev_device *), std::vector<Port> &ports)
{
    std::error_code ignored; // a folder that is not there has no devices
    const std::filesystem::directory_iterator end;
    for (std::filesystem::directory_iterator link(std::filesystem::path("/sys/class") / subsystem, ignored); link != end; link.increment(ignored)) {
        if (isVirtual(std::filesystem::read_symlink(*link, ignored).native()))
            continue;
        const UdevPointer<udev_device> device(udev_device_new_from_subsystem_sysname(context, subsystem, link->path().filename().c_str()));
        if (const auto port = device ? make(device.get()) : std::nullopt)
            ports.push_back(*port);
    }
}

/// Without the daemon the kernel's own messages have to do.
const char *monitorSource()
{
    return ::access("/run/udev/control", F_OK) == 0 ? "udev" : "kernel";
}

} // namespace

void UdevRelease::operator()(udev *context) const
{
    udev_unref(context);
}

void UdevRelease::operator()(udev_device *device) const
{
    udev_device_unref(device);
}

void UdevRelease::operator()(udev_monitor *monitor) const
{
    udev_monitor_unref(monitor);
}

std::vector<Port> pluggedPorts()
{
    std::vector<Port> ports;
    if (const UdevPointer<udev> context{udev_new()}) {
        collect(context.get(), "tty", serialPort, ports);
        collect(context.get(), "hidraw", hidPort, ports);
    }
    return ports;
}

UdevWatch::UdevWatch(std::function<void()> changed) : m_changed(std::move(changed)), m_context(udev_new())
{
    if (m_context)
        m_monitor.reset(udev_monitor_new_from_netlink(m_context.get(), monitorSource()));
    if (!m_monitor)
        return;
    udev_monitor_filter_add_match_subsystem_devtype(m_monitor.get(), "tty", nullptr);
    udev_monitor_filter_add_match_subsystem_devtype(m_monitor.get(), "hidraw", nullptr);
    if (udev_monitor_enable_receiving(m_monitor.get()) < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(udev_monitor_get_fd(m_monitor.get()), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &UdevWatch::drain);
}

void UdevWatch::drain()
{
    bool relevant = false;
    while (const UdevPointer<udev_device> device{udev_monitor_receive_device(m_monitor.get())})
        relevant = true;
    if (relevant)
        m_changed();
}

} // namespace gainstage
