// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/gadget_tree.h"

#include "firmware_sim/boards/configfs.h"
#include "firmware_sim/boards/leftovers.h"
#include "firmware_sim/boards/report_lengths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

const QString kRoot = u"/sys/kernel/config/usb_gadget"_s;
const QString kControllers = u"/sys/class/udc"_s;
const QString kPrefix = u"gainstage-sim-"_s;

const QString kHid = u"/functions/hid.0"_s, kSerial = u"/functions/acm.0"_s, kConfiguration = u"/configs/c.1"_s;
const QString kEnglish = u"/strings/0x409"_s;

QByteArray hex(std::uint16_t number)
{
    return "0x" + QByteArray::number(number, 16).rightJustified(4, '0');
}

QStringList foldersIn(const QString &path)
{
    return QDir(path).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

/// configfs takes folders away only one by one, and only those that somebody made.
void removeTree(const QString &path)
{
    static_cast<void>(writeAttribute(path + u"/UDC"_s, "\n"));
    for (const QString &name : foldersIn(path + u"/configs"_s)) {
        const QString configuration = path + u"/configs/"_s + name;
        for (const QFileInfo &entry : QDir(configuration).entryInfoList(QDir::Dirs | QDir::Files | QDir::System | QDir::NoDotAndDotDot))
            if (entry.isSymLink())
                QFile::remove(entry.filePath());
        for (const QString &language : foldersIn(configuration + u"/strings"_s))
            QDir().rmdir(configuration + u"/strings/"_s + language);
        QDir().rmdir(configuration);
    }
    for (const QString &part : {u"/functions/"_s, u"/strings/"_s})
        for (const QString &name : foldersIn(path + part))
            QDir().rmdir(path + part + name);
    QDir().rmdir(path);
}

void removeStale()
{
    for (const QString &name : foldersIn(kRoot))
        if (const auto process = processIn(name, kPrefix, {}); process && !isOneOfUs(*process))
            removeTree(kRoot + u'/' + name);
}

/// How a device says that its functions belong together by interface association (USB 2.0 ECN), or what its only function is.
Outcome<void> writeClass(const QString &path, GadgetTree::Functions functions)
{
    const bool composite = functions.hid && functions.serial;
    const QByteArray numbers[3] = {composite ? "0xef" : functions.serial ? "0x02" : "0x00", composite ? "0x02" : "0x00", composite ? "0x01" : "0x00"};
    return writeAttributes(
        {{path + u"/bDeviceClass"_s, numbers[0]}, {path + u"/bDeviceSubClass"_s, numbers[1]}, {path + u"/bDeviceProtocol"_s, numbers[2]}});
}

} // namespace

Outcome<std::unique_ptr<GadgetTree>> GadgetTree::make(const UsbFace &face, Functions functions)
{
    if (!QFileInfo(kRoot).isDir())
        return std::unexpected("no USB gadget can be made: " + kRoot.toStdString() + " is not there (mount configfs, load the module libcomposite)");
    removeStale();
    std::unique_ptr<GadgetTree> tree(new GadgetTree(kRoot + u'/' + kPrefix + QString::number(QCoreApplication::applicationPid())));
    auto made = makeFolder(tree->m_path);
    if (made)
        made = tree->describe(face, functions);
    if (made)
        made = tree->addFunctions(face, functions);
    if (!made)
        return std::unexpected(made.error());
    return tree;
}

GadgetTree::~GadgetTree()
{
    removeTree(m_path);
}

Outcome<void> GadgetTree::describe(const UsbFace &face, Functions functions) const
{
    auto done = writeAttributes({{m_path + u"/idVendor"_s, hex(face.vendorId)},
                                 {m_path + u"/idProduct"_s, hex(face.productId)},
                                 {m_path + u"/bcdDevice"_s, hex(face.release)},
                                 {m_path + u"/bcdUSB"_s, "0x0200"}});
    if (done)
        done = writeClass(m_path, functions);
    if (done)
        done = makeFolder(m_path + kEnglish);
    const std::pair<QString, const std::string &> strings[] = {
        {u"/manufacturer"_s, face.maker}, {u"/product"_s, face.product}, {u"/serialnumber"_s, face.serialNumber}};
    for (const auto &[name, text] : strings)
        if (done && !text.empty()) // a string that is not there cannot be written
            done = writeAttribute(m_path + kEnglish + name, QByteArray::fromStdString(text));
    return done;
}

/// The HID function comes first, so that it is interface 0.
Outcome<void> GadgetTree::addFunctions(const UsbFace &face, Functions functions) const
{
    auto done = makeFolder(m_path + kConfiguration);
    if (done && functions.hid) {
        const QByteArray descriptor(reinterpret_cast<const char *>(face.reportDescriptor.data()),
                                    static_cast<qsizetype>(face.reportDescriptor.size()));
        done = makeFolder(m_path + kHid);
        if (done)
            done = writeAttributes(
                {{m_path + kHid + u"/protocol"_s, "0"},
                 {m_path + kHid + u"/subclass"_s, "0"},
                 {m_path + kHid + u"/report_length"_s, QByteArray::number(static_cast<qulonglong>(ReportLengths(face.reportDescriptor).longest()))},
                 {m_path + kHid + u"/report_desc"_s, descriptor}});
        if (done)
            done = linkInto(m_path + kHid, m_path + kConfiguration + u"/hid.0"_s);
    }
    if (done && functions.serial) {
        done = makeFolder(m_path + kSerial);
        if (done)
            done = linkInto(m_path + kSerial, m_path + kConfiguration + u"/acm.0"_s);
    }
    return done;
}

Outcome<void> GadgetTree::bind()
{
    const QStringList controllers = QDir(kControllers).entryList(QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    Outcome<void> bound = std::unexpected("there is no USB device controller in " + kControllers.toStdString() + " (load the module dummy_hcd)");
    for (const QString &controller : controllers) {
        bound = writeAttribute(m_path + u"/UDC"_s, controller.toLatin1());
        if (!bound)
            continue;
        m_controller = controller;
        break;
    }
    return bound;
}

void GadgetTree::unbind()
{
    if (m_controller.isEmpty())
        return;
    static_cast<void>(writeAttribute(m_path + u"/UDC"_s, "\n"));
    m_controller.clear();
}

Outcome<QString> GadgetTree::hidNode() const
{
    const auto number = readAttribute(m_path + kHid + u"/dev"_s);
    if (!number)
        return std::unexpected(number.error());
    const auto event = readAttribute(u"/sys/dev/char/%1/uevent"_s.arg(QString::fromLatin1(*number)));
    if (!event)
        return std::unexpected(event.error());
    for (const QByteArray &line : event->split('\n'))
        if (line.startsWith("DEVNAME="))
            return QString(u"/dev/"_s + QString::fromLatin1(line.mid(8)));
    return std::unexpected("the device file of the HID function has no name");
}

Outcome<QString> GadgetTree::serialNode() const
{
    const auto number = readAttribute(m_path + kSerial + u"/port_num"_s);
    if (!number)
        return std::unexpected(number.error());
    return QString(u"/dev/ttyGS"_s + QString::fromLatin1(*number));
}

} // namespace gainstage::sim
