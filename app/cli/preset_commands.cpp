// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/amp_text.h"
#include "app/cli/carry_out.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/core/json_view.h"
#include "app/core/value_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

QJsonObject toJson(const Preset &preset)
{
    QJsonObject object{{u"name"_s, preset.name},   {u"headphone"_s, preset.headphone}, {u"cable"_s, preset.cable},      {u"note"_s, preset.note},
                       {u"maker"_s, preset.maker}, {u"model"_s, preset.model},         {u"settings"_s, preset.settings}};
    if (preset.document.contains(u"equalizer"_s))
        object[u"equalizer"_s] = preset.document[u"equalizer"_s];
    return object;
}

QString written(const QJsonObject &entry)
{
    const QJsonValue value = entry[u"value"_s];
    const QString text = value.isBool() ? (value.toBool() ? u"on"_s : u"off"_s) : value.toVariant().toString();
    const QString unit = entry[u"unit"_s].toString();
    return unit.isEmpty() ? text : QString(text + u' ' + unit);
}

void sayRows(Call &call, const std::vector<QStringList> &rows)
{
    for (const QString &line : aligned(rows))
        call.say(line);
}

/// Preset and amp of a command that has both.
struct Both {
    Preset preset;
    Opened opened;
    PresetPlan plan;
};

Attempt<Both> openBoth(Call &call)
{
    auto preset = call.presets().load(call.arguments().first());
    if (!preset)
        return fileProblem(preset.error());
    auto opened = openAndRead(call);
    if (!opened)
        return std::unexpected(opened.error());
    PresetPlan difference = plan(*preset, opened->description(), opened->state);
    return Both{std::move(*preset), std::move(*opened), std::move(difference)};
}

void sayNotCarried(Call &call, const PresetPlan &plan)
{
    for (const PresetPlan::NotCarried &part : plan.notCarried)
        call.say(CommandWords::tr("Not carried over: %1 (%2)").arg(part.key, QCoreApplication::translate("preset", part.why)));
}

/// Names, headphone and so on given now; what is not given stays as it was in the preset that is replaced.
Preset described(const Call &call, Preset preset)
{
    const auto old = call.presets().load(preset.name);
    if (old) {
        preset.headphone = old->headphone;
        preset.cable = old->cable;
        preset.note = old->note;
    }
    const std::pair<const char *, QString *> texts[] = {{"headphone", &preset.headphone}, {"cable", &preset.cable}, {"note", &preset.note}};
    for (const auto &[option, text] : texts) {
        if (call.has(option))
            *text = call.value(option);
    }
    return preset;
}

Attempt<void> undoDelete(Call &call)
{
    if (!call.arguments().isEmpty())
        return ampProblem({Errc::Usage, SENTENCE("error", "--undo takes no name: it brings the last one back."), {}, ""});
    const auto name = call.presets().undoRemove();
    if (!name)
        return fileProblem(name.error());
    call.say(CommandWords::tr("“%1” is back.").arg(*name));
    call.answer(QJsonObject{{u"restored"_s, *name}});
    return {};
}

} // namespace

Attempt<void> listPresets(Call &call)
{
    const PresetStore::Listing listing = call.presets().list();
    QJsonArray list;
    std::vector<QStringList> rows;
    for (const Preset &preset : listing.presets) {
        list.append(
            QJsonObject{{u"name"_s, preset.name}, {u"headphone"_s, preset.headphone}, {u"cable"_s, preset.cable}, {u"model"_s, preset.model}});
        rows.push_back({preset.name, preset.headphone, preset.cable, preset.model});
    }
    sayRows(call, rows);
    if (rows.empty())
        call.say(CommandWords::tr("There are no presets yet."));
    for (const auto &[file, error] : listing.unreadable)
        call.warn(error);
    call.answer(list);
    return {};
}

Attempt<void> savePreset(Call &call)
{
    const auto opened = openAndRead(call);
    if (!opened)
        return std::unexpected(opened.error());
    const Preset preset = described(call, Preset::of(call.arguments().first().trimmed(), opened->description(), opened->state));
    if (const auto saved = call.presets().save(preset, call.has("replace")); !saved)
        return fileProblem(saved.error());
    call.say(CommandWords::tr("“%1” is saved.").arg(preset.name));
    call.answer(toJson(preset));
    return {};
}

Attempt<void> showPreset(Call &call)
{
    const auto preset = call.presets().load(call.arguments().first());
    if (!preset)
        return fileProblem(preset.error());
    const std::pair<QString, QString> texts[] = {{CommandWords::tr("name"), preset->name},
                                                 {CommandWords::tr("headphone"), preset->headphone},
                                                 {CommandWords::tr("cable"), preset->cable},
                                                 {CommandWords::tr("note"), preset->note},
                                                 {CommandWords::tr("amp"), QString(preset->maker + u' ' + preset->model)}};
    std::vector<QStringList> rows;
    for (const auto &[name, text] : texts) {
        if (!text.trimmed().isEmpty())
            rows.push_back({name, text});
    }
    for (auto setting = preset->settings.begin(); setting != preset->settings.end(); ++setting)
        rows.push_back({setting.key(), written(setting.value().toObject())});
    sayRows(call, rows);
    call.answer(toJson(*preset));
    return {};
}

Attempt<void> diffPreset(Call &call)
{
    const auto both = openBoth(call);
    if (!both)
        return std::unexpected(both.error());
    std::vector<QStringList> rows;
    for (const auto &[setting, now, then] : both->plan.differences)
        rows.push_back({setting.key, valueText(setting, now, call.context().locale), u"→"_s, valueText(setting, then, call.context().locale)});
    if (both->plan.equalizer)
        rows.push_back({CommandWords::tr("equalizer"), QString(), u"→"_s, CommandWords::tr("as in the preset")});
    sayRows(call, rows);
    if (rows.empty())
        call.say(CommandWords::tr("Nothing differs."));
    sayNotCarried(call, both->plan);
    call.answer(toJson(both->plan));
    return {};
}

Attempt<void> applyPreset(Call &call)
{
    auto both = openBoth(call);
    if (!both)
        return std::unexpected(both.error());
    sayNotCarried(call, both->plan);
    const QJsonObject more{{u"preset"_s, both->preset.name}, {u"not_carried"_s, toJson(both->plan)[u"not_carried"_s]}};
    return changeAmp(call, both->opened, both->plan.change, u"preset "_s + both->preset.name, more);
}

Attempt<void> renamePreset(Call &call)
{
    const QString from = call.arguments().at(0), to = call.arguments().at(1).trimmed();
    if (const auto renamed = call.presets().rename(from, to); !renamed)
        return fileProblem(renamed.error());
    call.say(CommandWords::tr("“%1” is now called “%2”.").arg(from, to));
    call.answer(QJsonObject{{u"from"_s, from}, {u"to"_s, to}});
    return {};
}

Attempt<void> deletePreset(Call &call)
{
    if (call.has("undo"))
        return undoDelete(call);
    if (call.arguments().isEmpty())
        return ampProblem({Errc::Usage, SENTENCE("error", "The preset's name is missing."), {}, ""});
    const QString name = call.arguments().first();
    if (const auto removed = call.presets().remove(name); !removed)
        return fileProblem(removed.error());
    call.say(CommandWords::tr("“%1” is deleted. “gainstagectl preset delete --undo” brings it back.").arg(name));
    call.answer(QJsonObject{{u"deleted"_s, name}});
    return {};
}

Attempt<void> importPreset(Call &call)
{
    const auto preset = call.presets().importFile(call.arguments().first(), call.has("replace"));
    if (!preset)
        return fileProblem(preset.error());
    call.say(CommandWords::tr("“%1” is imported.").arg(preset->name));
    call.answer(toJson(*preset));
    return {};
}

Attempt<void> exportPreset(Call &call)
{
    const QString name = call.arguments().at(0), path = call.arguments().at(1);
    if (QFileInfo::exists(path) && !call.has("replace"))
        return fileProblem(
            {Errc::Refused, SENTENCE("error", "There is a file %1 already."), {path.toStdString()}, SENTENCE("error", "--replace replaces it.")});
    if (const auto exported = call.presets().exportFile(name, path); !exported)
        return fileProblem(exported.error());
    call.say(CommandWords::tr("“%1” is written to %2.").arg(name, path));
    call.answer(QJsonObject{{u"name"_s, name}, {u"file"_s, QFileInfo(path).absoluteFilePath()}});
    return {};
}

} // namespace gainstage::cli
