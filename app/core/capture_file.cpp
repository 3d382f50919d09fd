// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/capture_file.h"

#include <QJsonArray>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

QString hexNumber(std::uint16_t number)
{
    return QString::number(number, 16).rightJustified(4, u'0');
}

QString hexBytes(BytesView bytes)
{
    return QString::fromStdString(toHex(bytes));
}

QJsonObject lengths(const std::map<std::uint8_t, std::size_t> &reports)
{
    QJsonObject object;
    for (const auto &[id, size] : reports)
        object[QString::number(id)] = static_cast<qint64>(size);
    return object;
}

} // namespace

QJsonObject captureDocument(const Port &port, const std::vector<CapturedReport> &reports)
{
    const std::string secret = port.serialNumber.toStdString();
    QJsonArray list;
    for (const CapturedReport &report : reports)
        list.append(QJsonObject{{u"ms"_s, static_cast<qint64>(report.at.count())}, {u"bytes"_s, hexBytes(withoutSecret(report.bytes, secret))}});
    QJsonObject document{{u"schema"_s, u"gainstage-capture/1"_s},
                         {u"program"_s, QString(u"gainstage "_s + QLatin1String(GAINSTAGE_VERSION))},
                         {u"wire"_s, port.wire == Wire::Hid ? u"hid"_s : u"serial"_s},
                         {u"vendor_id"_s, hexNumber(port.vendorId)},
                         {u"product_id"_s, hexNumber(port.productId)},
                         {u"release"_s, hexNumber(port.release)},
                         {u"maker"_s, port.maker},
                         {u"product"_s, port.product},
                         {u"has_serial_number"_s, !port.serialNumber.isEmpty()},
                         {u"received"_s, list}};
    if (port.wire == Wire::Hid) {
        document[u"report_descriptor"_s] = hexBytes(port.descriptor);
        document[u"output_reports"_s] = lengths(port.reports.output);
        document[u"input_reports"_s] = lengths(port.reports.input);
    }
    return document;
}

} // namespace gainstage
