// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/firmware_json.h"

#include "app/core/json_view.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;
using firmware_file::Verdict;

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QJsonValue uuidOrNull(const std::optional<firmware_file::Uuid> &uuid)
{
    return uuid ? QJsonValue(text(uuid->text())) : QJsonValue(QJsonValue::Null);
}

QJsonValue toJson(const SlotImage *image)
{
    if (!image)
        return QJsonValue::Null;
    return QJsonObject{
        {u"slot"_s, image->slot},           {u"version"_s, text(image->version)}, {u"hash"_s, text(firmware_file::hexText(image->hash))},
        {u"confirmed"_s, image->confirmed}, {u"pending"_s, image->pending},       {u"permanent"_s, image->permanent},
        {u"bootable"_s, image->bootable}};
}

QJsonObject toJson(const firmware_file::CheckResult &result)
{
    QJsonObject object{{u"check"_s, QLatin1String(nameOf(result.check))},
                       {u"label"_s, QCoreApplication::translate("firmware", labelOf(result.check))},
                       {u"verdict"_s, QLatin1String(nameOf(result.verdict))}};
    if (result.remark)
        object[u"remark"_s] = gainstage::toJson(*result.remark);
    return object;
}

Verdict worst(const firmware_file::Inspection &inspection)
{
    const auto has = [&](Verdict verdict) {
        return std::ranges::any_of(inspection.checks, [verdict](const firmware_file::CheckResult &result) { return result.verdict == verdict; });
    };
    for (const Verdict verdict : {Verdict::Refused, Verdict::NotChecked, Verdict::NeedsConsent}) {
        if (has(verdict))
            return verdict;
    }
    return Verdict::Passed;
}

} // namespace

QJsonObject toJson(const SlotImages &images)
{
    return {{u"running"_s, toJson(runningImage(images))}, {u"other"_s, toJson(otherImage(images))}};
}

QJsonObject toJson(const FirmwareStatus &status)
{
    QJsonObject object = toJson(status.images);
    object[u"vendor"_s] = uuidOrNull(status.identity.vendor);
    object[u"class"_s] = uuidOrNull(status.identity.classId);
    object[u"security_counter"_s] =
        status.identity.securityCounter ? QJsonValue(static_cast<qint64>(*status.identity.securityCounter)) : QJsonValue(QJsonValue::Null);
    object[u"largest_image"_s] = static_cast<qint64>(status.largestImage);
    if (status.identity.trialLeft)
        object[u"trial_left_ms"_s] = static_cast<qint64>(status.identity.trialLeft->count());
    if (status.interrupted)
        object[u"interrupted"_s] = toJson(*status.interrupted);
    return object;
}

QJsonObject toJson(const UpdateEntry &entry)
{
    const bool goesBack = entry.record.kind == firmware_update::Kind::GoBack;
    return {{u"kind"_s, goesBack ? u"go-back"_s : u"install"_s},
            {u"stage"_s, QLatin1String(nameOf(entry.record.stage))},
            {u"from"_s, text(entry.record.from)},
            {u"to"_s, text(entry.record.to)},
            {u"started"_s, entry.started.toUTC().toString(Qt::ISODateWithMs)},
            {u"changed"_s, entry.changed.toUTC().toString(Qt::ISODateWithMs)},
            {u"can_forget"_s, !wasAsked(entry.record)}};
}

QJsonObject toJson(const firmware_file::Inspection &inspection, bool compared)
{
    QJsonArray checks;
    for (const firmware_file::CheckResult &result : inspection.checks)
        checks.append(toJson(result));
    QJsonObject object{{u"verdict"_s, QLatin1String(nameOf(worst(inspection)))},
                       {u"consent"_s, QLatin1String(nameOf(inspection.consent()))},
                       {u"compared"_s, compared},
                       {u"checks"_s, checks}};
    if (inspection.image)
        object[u"version"_s] = text(inspection.image->part.version.fullText());
    if (inspection.package && inspection.package->cabinet) {
        const firmware_file::Release &release = inspection.package->cabinet->ours();
        object[u"release"_s] =
            QJsonObject{{u"version"_s, release.version}, {u"date"_s, release.date}, {u"urgency"_s, release.urgency}, {u"notes"_s, release.notes}};
    }
    return object;
}

QJsonObject toJson(const firmware_update::Progress &progress)
{
    QJsonObject object{{u"event"_s, u"progress"_s},
                       {u"stage"_s, QLatin1String(nameOf(progress.stage))},
                       {u"taken"_s, static_cast<qint64>(progress.taken)},
                       {u"size"_s, static_cast<qint64>(progress.size)},
                       {u"bytes_per_second"_s, static_cast<qint64>(std::llround(progress.bytesPerSecond))},
                       {u"can_cancel"_s, progress.canCancel}};
    object[u"remaining_ms"_s] = progress.remaining ? QJsonValue(static_cast<qint64>(progress.remaining->count())) : QJsonValue(QJsonValue::Null);
    return object;
}

QJsonObject toJson(const UpdateReport &report, bool restored)
{
    QJsonArray remarks;
    for (const Error &remark : report.outcome.remarks)
        remarks.append(gainstage::toJson(remark));
    return {{u"ending"_s, QLatin1String(nameOf(report.outcome.ending))},
            {u"stage"_s, QLatin1String(nameOf(report.outcome.stage))},
            {u"from"_s, text(report.from)},
            {u"to"_s, text(report.to)},
            {u"runs"_s, text(report.outcome.runs)},
            {u"can_retry"_s, report.outcome.canRetry},
            {u"settings_compared"_s, report.settingsCompared},
            {u"before"_s, report.settingsBefore},
            {u"after"_s, report.settingsAfter},
            {u"restored"_s, restored},
            {u"remarks"_s, remarks}};
}

} // namespace gainstage::cli
