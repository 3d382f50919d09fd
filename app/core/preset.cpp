// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/preset.h"

#include "app/core/json_view.h"
#include "app/core/value_text.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLargestFile = 1 << 20;
constexpr qsizetype kLongestText = 4096;
const QString kSchema = u"gainstage-preset/1"_s;
const QString kSchemaName = u"gainstage-preset/"_s;

/// Momentary things do not belong to a headphone: muted is a state of the moment, the input belongs to the desk.
bool belongsToPreset(const Setting &setting)
{
    return !setting.flags.readOnly && setting.role != Role::Mute && setting.role != Role::Input;
}

std::unexpected<Error> badPreset(const QString &where, const char *what)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "The preset cannot be read: “%1” %2."),
                   {where.toStdString(), QCoreApplication::translate("error", what).toStdString()});
}

Result<QString> textAt(const QJsonObject &object, const QString &key, bool needed)
{
    const QJsonValue value = object[key];
    if (value.isUndefined() && !needed)
        return QString();
    if (!value.isString() || value.toString().size() > kLongestText)
        return badPreset(key, SENTENCE("error", "is not a text"));
    return value.toString();
}

Result<void> checkSchema(const QJsonObject &document)
{
    const QString schema = document[u"schema"_s].toString();
    if (!schema.startsWith(kSchemaName))
        return badPreset(u"schema"_s, SENTENCE("error", "does not say gainstage-preset"));
    if (schema != kSchema)
        return failure(Errc::InvalidFile, SENTENCE("error", "The preset was written by a newer version (%1)."), {schema.toStdString()},
                       SENTENCE("error", "Update Gainstage to use it."));
    return {};
}

Result<void> checkSettings(const QJsonValue &settings)
{
    if (!settings.isObject())
        return badPreset(u"settings"_s, SENTENCE("error", "is not an object"));
    const QJsonObject object = settings.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonObject setting = entry.value().toObject();
        const QJsonValue value = setting[u"value"_s];
        if (!entry.value().isObject() || !setting[u"role"_s].isString() || !(value.isString() || value.isBool() || value.isDouble()))
            return badPreset(QString(u"settings."_s + entry.key()), SENTENCE("error", "has no role or no value"));
    }
    return {};
}

Result<void> takeTexts(const QJsonObject &document, Preset &preset)
{
    const QJsonObject amp = document[u"amp"_s].toObject();
    struct Row {
        const QJsonObject &object;
        QString key;
        bool needed;
        QString &target;
    };
    const Row rows[] = {{document, u"name"_s, true, preset.name},    {document, u"headphone"_s, false, preset.headphone},
                        {document, u"cable"_s, false, preset.cable}, {document, u"note"_s, false, preset.note},
                        {amp, u"maker"_s, false, preset.maker},      {amp, u"model"_s, false, preset.model}};
    for (const Row &row : rows) {
        auto text = textAt(row.object, row.key, row.needed);
        if (!text)
            return std::unexpected(text.error());
        row.target = *text;
    }
    if (preset.name.trimmed().isEmpty())
        return badPreset(u"name"_s, SENTENCE("error", "is empty"));
    return {};
}

QJsonObject settingsOf(const Description &amp, const State &state)
{
    QJsonObject settings;
    for (const Setting &setting : amp.settings) {
        const auto value = state.value(setting.id);
        if (!value || !belongsToPreset(setting))
            continue;
        QJsonObject entry{{u"role"_s, roleName(setting.role)}, {u"value"_s, jsonValue(setting, *value)}};
        if (const Range *range = setting.range())
            entry[u"unit"_s] = unitName(range->unit);
        const Choice *choice = setting.choices() ? setting.choices()->find(*value) : nullptr;
        if (choice && choice->adds)
            entry[u"adds_db"_s] = choice->adds->value;
        settings[setting.key] = entry;
    }
    return settings;
}

} // namespace

Preset Preset::of(const QString &name, const Description &amp, const State &state)
{
    Preset preset;
    preset.name = name;
    preset.maker = amp.identity.maker;
    preset.model = amp.identity.model;
    preset.settings = settingsOf(amp, state);
    if (state.equalizer)
        preset.document[u"equalizer"_s] = toJson(*state.equalizer);
    return preset;
}

Result<Preset> Preset::parse(const QByteArray &file)
{
    if (file.size() > kLargestFile)
        return failure(Errc::InvalidFile, SENTENCE("error", "The preset is larger than 1 MiB."));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file, &problem);
    if (!document.isObject())
        return failure(Errc::InvalidFile, SENTENCE("error", "The preset is not JSON (byte %1: %2)."),
                       {std::to_string(problem.offset), problem.errorString().toStdString()});
    Preset preset;
    preset.document = document.object();
    if (auto schema = checkSchema(preset.document); !schema)
        return std::unexpected(schema.error());
    if (auto texts = takeTexts(preset.document, preset); !texts)
        return std::unexpected(texts.error());
    if (auto settings = checkSettings(preset.document[u"settings"_s]); !settings)
        return std::unexpected(settings.error());
    preset.settings = preset.document[u"settings"_s].toObject();
    const QJsonValue equalizer = preset.document.value(u"equalizer"_s); // operator[] would put a null there
    if (!equalizer.isUndefined()) {
        if (auto read = equalizerFromJson(equalizer.toObject()); !read)
            return std::unexpected(read.error());
    }
    return preset;
}

QByteArray Preset::toFile() const
{
    QJsonObject file = document;
    QJsonObject amp = file[u"amp"_s].toObject();
    amp[u"maker"_s] = maker;
    amp[u"model"_s] = model;
    file[u"schema"_s] = kSchema;
    file[u"name"_s] = name;
    file[u"headphone"_s] = headphone;
    file[u"cable"_s] = cable;
    file[u"note"_s] = note;
    file[u"amp"_s] = amp;
    file[u"settings"_s] = settings;
    return QJsonDocument(file).toJson(QJsonDocument::Indented);
}

} // namespace gainstage
