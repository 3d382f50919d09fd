// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/firmware_text.h"

#include "app/cli/call.h"
#include "app/core/value_text.h"
#include "app/core/words.h"

#include <algorithm>

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;
using firmware_file::Verdict;
using firmware_update::Ending;

constexpr QChar kNarrowSpace(0x202f);

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString runningText(const SlotImage &image)
{
    return text(image.version) + (image.confirmed ? QString() : QString(u" ("_s + CommandWords::tr("on trial") + u')'));
}

QString otherText(const SlotImage &image)
{
    if (image.pending)
        return text(image.version) + u" ("_s + CommandWords::tr("runs after the next start") + u')';
    return text(image.version) + (image.bootable ? QString() : QString(u" ("_s + CommandWords::tr("cannot run") + u')'));
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed: return CommandWords::tr("good");
    case Verdict::NeedsConsent: return CommandWords::tr("needs your consent");
    case Verdict::Refused: return CommandWords::tr("refused");
    case Verdict::NotChecked: break;
    }
    return CommandWords::tr("not checked");
}

QString valueText(const Description &amp, const QString &key, const QJsonValue &value, const QLocale &locale)
{
    if (value.isNull() || value.isUndefined())
        return CommandWords::tr("not there");
    if (value.isObject())
        return value[u"on"_s].toBool() ? CommandWords::tr("on") : CommandWords::tr("off");
    const Setting *setting = amp.find(key);
    const auto known = setting ? fromJson(*setting, value) : Result<Value>(failure(Errc::UnknownSetting, ""));
    return known ? shownText(*setting, *known, locale) : value.toVariant().toString();
}

} // namespace

std::vector<QStringList> statusRows(const FirmwareStatus &status, const QLocale &locale)
{
    std::vector<QStringList> rows;
    if (const SlotImage *image = runningImage(status.images))
        rows.push_back({CommandWords::tr("runs"), runningText(*image)});
    const SlotImage *other = otherImage(status.images);
    rows.push_back({CommandWords::tr("other slot"), other ? otherText(*other) : CommandWords::tr("empty")});
    if (status.identity.trialLeft) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*status.identity.trialLeft).count();
        rows.push_back({CommandWords::tr("trial ends in"), locale.toString(static_cast<qlonglong>(seconds)) + kNarrowSpace + u's'});
    }
    if (status.identity.vendor)
        rows.push_back({CommandWords::tr("maker's number"), text(status.identity.vendor->text())});
    if (status.identity.classId)
        rows.push_back({CommandWords::tr("kind of amp"), text(status.identity.classId->text())});
    if (status.identity.securityCounter)
        rows.push_back({CommandWords::tr("security level"), locale.toString(*status.identity.securityCounter)});
    rows.push_back(
        {CommandWords::tr("largest image"), locale.toString(static_cast<double>(status.largestImage) / 1024, 'f', 0) + kNarrowSpace + u"KiB"_s});
    return rows;
}

std::vector<QStringList> checkRows(const firmware_file::Inspection &inspection)
{
    std::vector<QStringList> rows;
    rows.reserve(inspection.checks.size());
    for (const firmware_file::CheckResult &result : inspection.checks)
        rows.push_back({QCoreApplication::translate("firmware", labelOf(result.check)), verdictText(result.verdict),
                        result.remark ? words(*result.remark) : QString()});
    return rows;
}

QStringList notesLines(const firmware_file::Inspection &inspection)
{
    if (!inspection.package || !inspection.package->cabinet)
        return {};
    QString notes = inspection.package->cabinet->ours().notes;
    notes.removeIf([](QChar sign) { return sign != u'\n' && (sign.category() == QChar::Other_Control || sign.category() == QChar::Other_Format); });
    return notes.isEmpty() ? QStringList() : notes.split(u'\n');
}

QString interruptedText(const UpdateEntry &entry, const QLocale &locale)
{
    return CommandWords::tr("A change from firmware %1 to %2, begun on %3, is not finished.")
        .arg(text(entry.record.from), text(entry.record.to), locale.toString(entry.started.toLocalTime(), QLocale::ShortFormat));
}

QString endingText(const UpdateReport &report)
{
    switch (report.outcome.ending) {
    case Ending::Installed: return CommandWords::tr("Firmware %1 is installed and works (before: %2).").arg(text(report.to), text(report.from));
    case Ending::AlreadyInstalled: return CommandWords::tr("The amp runs this firmware already.");
    case Ending::WentBack: return CommandWords::tr("The amp runs firmware %1 again.").arg(text(report.to));
    case Ending::RolledBack:
    case Ending::NotChanged:
    case Ending::Unfinished: break;
    }
    return {};
}

std::vector<QStringList> lossRows(const UpdateReport &report, const Description &amp, const QLocale &locale)
{
    std::vector<QStringList> rows;
    for (auto value = report.settingsBefore.begin(); value != report.settingsBefore.end(); ++value)
        rows.push_back({value.key(), valueText(amp, value.key(), value.value(), locale), u"→"_s,
                        valueText(amp, value.key(), report.settingsAfter[value.key()], locale)});
    return rows;
}

} // namespace gainstage::cli
