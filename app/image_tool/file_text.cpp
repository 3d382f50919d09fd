// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/image_tool/file_text.h"

#include "app/core/json_view.h"
#include "app/core/words.h"
#include "app/image_tool/call.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace gainstage::image_tool {

using namespace firmware_file;
using namespace Qt::StringLiterals;

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed: return translated(QT_TRANSLATE_NOOP("image", "passed"));
    case Verdict::NeedsConsent: return translated(QT_TRANSLATE_NOOP("image", "needs consent"));
    case Verdict::Refused: return translated(QT_TRANSLATE_NOOP("image", "REFUSED"));
    case Verdict::NotChecked: break;
    }
    return translated(QT_TRANSLATE_NOOP("image", "not checked"));
}

QString lineOf(const CheckResult &result)
{
    const QString line = translated(QT_TRANSLATE_NOOP("image", "%1: %2"))
                             .arg(QCoreApplication::translate("firmware", labelOf(result.check)), verdictText(result.verdict));
    return result.remark ? QString(line + u". "_s + words(*result.remark)) : line;
}

QJsonObject toJson(const CheckResult &result)
{
    QJsonObject object{{u"check"_s, QLatin1String(nameOf(result.check))}, {u"verdict"_s, QLatin1String(nameOf(result.verdict))}};
    if (result.consent != Consent::None)
        object[u"consent"_s] = QLatin1String(nameOf(result.consent));
    if (result.remark)
        object[u"remark"_s] = words(*result.remark);
    if (result.verdict == Verdict::Refused && !result.remark->facts.empty())
        object[u"field"_s] = text(result.remark->facts.front());
    return object;
}

/// The worst of all verdicts.
Verdict verdictOf(const Inspection &inspection)
{
    for (const Verdict verdict : {Verdict::Refused, Verdict::NotChecked, Verdict::NeedsConsent})
        if (std::ranges::find(inspection.checks, verdict, &CheckResult::verdict) != inspection.checks.end())
            return verdict;
    return Verdict::Passed;
}

/// One fact about an image, under its name for people and for scripts.
struct Row {
    const char *key;
    QString label;
    QJsonValue value;
};

std::array<Row, 11> rowsOf(const Package &package, const Image &image)
{
    const SignedPart &part = image.part;
    return {{
        {"version", translated(QT_TRANSLATE_NOOP("image", "Version")), text(part.version.fullText())},
        {"security_counter", translated(QT_TRANSLATE_NOOP("image", "Security counter")), static_cast<qint64>(part.securityCounter)},
        {"vendor", translated(QT_TRANSLATE_NOOP("image", "Vendor UUID")), text(part.vendor.text())},
        {"class", translated(QT_TRANSLATE_NOOP("image", "Class UUID")), text(part.classId.text())},
        {"bytes", translated(QT_TRANSLATE_NOOP("image", "Image size (bytes)")), static_cast<qint64>(package.image.size())},
        {"header_bytes", translated(QT_TRANSLATE_NOOP("image", "Header size (bytes)")), static_cast<qint64>(part.headerSize)},
        {"payload_bytes", translated(QT_TRANSLATE_NOOP("image", "Payload size (bytes)")), static_cast<qint64>(part.payloadSize)},
        {"hash", translated(QT_TRANSLATE_NOOP("image", "Image hash")), text(hexText(image.hash))},
        {"key_hash", translated(QT_TRANSLATE_NOOP("image", "Key hash")), text(hexText(image.keyHash))},
        {"signature", translated(QT_TRANSLATE_NOOP("image", "Signature")), text(hexText(image.signature))},
        {"sha256", translated(QT_TRANSLATE_NOOP("image", "SHA-256 of the image file")), text(hexText(sha256(package.image)))},
    }};
}

QJsonObject toJson(const Accompaniment &cabinet)
{
    QJsonArray guids;
    for (const Uuid &guid : cabinet.metainfo.guids)
        guids.append(text(guid.text()));
    const Release &release = cabinet.ours();
    return {{u"id"_s, cabinet.metainfo.id},
            {u"name"_s, cabinet.metainfo.name},
            {u"summary"_s, cabinet.metainfo.summary},
            {u"guids"_s, guids},
            {u"update_protocol"_s, cabinet.metainfo.updateProtocol},
            {u"release"_s,
             QJsonObject{{u"version"_s, release.version}, {u"date"_s, release.date}, {u"urgency"_s, release.urgency}, {u"notes"_s, release.notes}}},
            {u"has_signatures"_s, cabinet.hasSignatures}};
}

QStringList linesOf(const Accompaniment &cabinet)
{
    const Release &release = cabinet.ours();
    QStringList lines{translated(QT_TRANSLATE_NOOP("image", "%1: %2")).arg(translated(QT_TRANSLATE_NOOP("image", "Package")), cabinet.metainfo.id),
                      translated(QT_TRANSLATE_NOOP("image", "%1: %2")).arg(translated(QT_TRANSLATE_NOOP("image", "Name")), cabinet.metainfo.name),
                      translated(QT_TRANSLATE_NOOP("image", "%1: %2"))
                          .arg(translated(QT_TRANSLATE_NOOP("image", "Update protocol")), cabinet.metainfo.updateProtocol),
                      translated(QT_TRANSLATE_NOOP("image", "%1: %2"))
                          .arg(translated(QT_TRANSLATE_NOOP("image", "Release")), QString(release.version + u' ' + release.date).trimmed())};
    for (const Uuid &guid : cabinet.metainfo.guids)
        lines << translated(QT_TRANSLATE_NOOP("image", "%1: %2")).arg(translated(QT_TRANSLATE_NOOP("image", "For device")), text(guid.text()));
    if (!release.notes.isEmpty())
        lines << QString() << release.notes;
    return lines;
}

} // namespace

QStringList linesOf(const Inspection &inspection)
{
    QStringList lines;
    for (const CheckResult &result : inspection.checks)
        lines << lineOf(result);
    return lines;
}

QJsonObject toJson(const Inspection &inspection)
{
    QJsonArray checks;
    for (const CheckResult &result : inspection.checks)
        checks.append(toJson(result));
    return {{u"checks"_s, checks},
            {u"verdict"_s, QLatin1String(nameOf(verdictOf(inspection)))},
            {u"consent"_s, QLatin1String(nameOf(inspection.consent()))}};
}

QStringList linesOf(const Package &package, const Image &image)
{
    QStringList lines;
    for (const Row &row : rowsOf(package, image))
        lines << translated(QT_TRANSLATE_NOOP("image", "%1: %2")).arg(row.label, row.value.toVariant().toString());
    if (package.cabinet)
        lines << linesOf(*package.cabinet);
    return lines;
}

QJsonObject toJson(const Package &package, const Image &image)
{
    QJsonObject object;
    for (const Row &row : rowsOf(package, image))
        object[QLatin1String(row.key)] = row.value;
    if (package.cabinet)
        object[u"cabinet"_s] = toJson(*package.cabinet);
    return object;
}

} // namespace gainstage::image_tool
