// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/announced.h"

#include <QByteArray>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

QJsonObject announcementOf(const UsbFace &face, LinkKind wire, bool reference)
{
    QJsonObject content{{u"gainstage-sim"_s, 1},
                        {u"wire"_s, wire == LinkKind::Hid ? u"hid"_s : u"serial"_s},
                        {u"maker"_s, QString::fromStdString(face.maker)},
                        {u"model"_s, QString::fromStdString(face.product)},
                        {u"serialNumber"_s, QString::fromStdString(face.serialNumber)}};
    if (!reference) {
        content[u"vendorId"_s] = face.vendorId;
        content[u"productId"_s] = face.productId;
        content[u"release"_s] = face.release;
    }
    if (wire == LinkKind::Hid) {
        const QByteArray descriptor(reinterpret_cast<const char *>(face.reportDescriptor.data()),
                                    static_cast<qsizetype>(face.reportDescriptor.size()));
        content[u"reportDescriptor"_s] = QString::fromLatin1(descriptor.toHex());
    }
    return content;
}

} // namespace gainstage::sim
