// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/preset_store.h"

#include "app/core/preset_files.h"
#include "app/core/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

std::unexpected<Error> noPreset(const QString &name)
{
    return failure(Errc::NotFound, SENTENCE("error", "There is no preset “%1”."), {name.toStdString()});
}

std::unexpected<Error> taken(const QString &name)
{
    return failure(Errc::Refused, SENTENCE("error", "There is a preset “%1” already."), {name.toStdString()});
}

bool sameName(const QString &one, const QString &other)
{
    return one.trimmed().compare(other.trimmed(), Qt::CaseInsensitive) == 0;
}

struct Stored {
    QString path;
    Preset preset;
};

/// The file that holds this name; the first by file name where somebody copied one by hand.
std::optional<Stored> findStored(const QString &folder, const QString &name)
{
    for (const QString &path : presetFiles(folder)) {
        auto preset = readPreset(path);
        if (preset && sameName(preset->name, name))
            return Stored{path, std::move(*preset)};
    }
    return std::nullopt;
}

/// What a later version wrote into the preset that is replaced belongs to the headphone, not to the snapshot, and stays.
QByteArray replacing(const Stored &old, Preset preset)
{
    static const QStringList known = {u"schema"_s, u"name"_s, u"headphone"_s, u"cable"_s, u"note"_s, u"amp"_s, u"settings"_s, u"equalizer"_s};
    for (auto entry = old.preset.document.begin(); entry != old.preset.document.end(); ++entry) {
        if (!known.contains(entry.key()) && !preset.document.contains(entry.key()))
            preset.document[entry.key()] = entry.value();
    }
    return preset.toFile();
}

QString trashOf(const QString &folder)
{
    return folder + u"/trash"_s;
}

} // namespace

PresetStore::PresetStore(QString folder) : m_folder(std::move(folder)) {}

PresetStore::Listing PresetStore::list() const
{
    Listing listing;
    for (const QString &path : presetFiles(m_folder)) {
        const QString file = QFileInfo(path).fileName();
        auto preset = readPreset(path);
        if (!preset) {
            listing.unreadable.emplace_back(file, preset.error());
            continue;
        }
        if (std::ranges::any_of(listing.presets, [&](const Preset &other) { return sameName(other.name, preset->name); })) {
            const auto twice = failure(Errc::InvalidFile, SENTENCE("error", "%1 holds a preset “%2”, but another file does so too."),
                                       {file.toStdString(), preset->name.toStdString()});
            listing.unreadable.emplace_back(file, twice.error());
            continue;
        }
        listing.presets.push_back(std::move(*preset));
    }
    std::ranges::sort(listing.presets, [](const Preset &a, const Preset &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return listing;
}

Result<Preset> PresetStore::load(const QString &name) const
{
    auto stored = findStored(m_folder, name);
    if (!stored)
        return noPreset(name);
    return std::move(stored->preset);
}

Result<void> PresetStore::save(const Preset &preset, bool replace)
{
    if (auto possible = checkPresetName(preset.name); !possible)
        return possible;
    const auto old = findStored(m_folder, preset.name);
    if (old && !replace)
        return taken(old->preset.name);
    return writeWholeFile(old ? old->path : freePresetFile(m_folder, preset.name), old ? replacing(*old, preset) : preset.toFile());
}

Result<void> PresetStore::rename(const QString &from, const QString &to)
{
    if (auto possible = checkPresetName(to); !possible)
        return possible;
    auto stored = findStored(m_folder, from);
    if (!stored)
        return noPreset(from);
    if (!sameName(from, to) && findStored(m_folder, to))
        return taken(to);
    stored->preset.name = to.trimmed();
    const QString path = sameName(from, to) ? stored->path : freePresetFile(m_folder, to);
    if (auto written = writeWholeFile(path, stored->preset.toFile()); !written)
        return written;
    if (path != stored->path && !QFile::remove(stored->path))
        return fileFailure(stored->path, QCoreApplication::translate("error", "it cannot be removed"));
    return {};
}

Result<void> PresetStore::remove(const QString &name)
{
    const auto stored = findStored(m_folder, name);
    if (!stored)
        return noPreset(name);
    return moveToTrash(stored->path, trashOf(m_folder));
}

Result<QString> PresetStore::undoRemove()
{
    const QString path = lastInTrash(trashOf(m_folder));
    if (path.isEmpty())
        return failure(Errc::NotFound, SENTENCE("error", "No preset was deleted."));
    const auto preset = readPreset(path);
    if (!preset)
        return std::unexpected(preset.error());
    if (findStored(m_folder, preset->name))
        return taken(preset->name);
    const QString target = freePresetFile(m_folder, preset->name);
    if (!QFile::rename(path, target))
        return fileFailure(target, QCoreApplication::translate("error", "the preset cannot be brought back"));
    return preset->name;
}

Result<Preset> PresetStore::importFile(const QString &path, bool replace)
{
    auto preset = readPreset(path);
    if (!preset)
        return preset;
    if (auto saved = save(*preset, replace); !saved)
        return std::unexpected(saved.error());
    return preset;
}

Result<void> PresetStore::exportFile(const QString &name, const QString &path) const
{
    const auto stored = findStored(m_folder, name);
    if (!stored)
        return noPreset(name);
    return writeWholeFile(path, stored->preset.toFile());
}

} // namespace gainstage
