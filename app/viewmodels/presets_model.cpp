// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/presets_model.h"

#include "app/core/json_view.h"
#include "app/core/value_text.h"
#include "app/core/when_done.h"
#include "app/core/words.h"
#include "app/viewmodels/numbers.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

/// A setting that the amp does not have, as far as the preset's file tells what it is.
Setting settingOf(const Preset &preset, const QString &key)
{
    Setting setting;
    setting.role = roleFromName(preset.settings[key][u"role"_s].toString());
    setting.key = setting.label = key;
    return setting;
}

QString settingText(const Preset &preset, const QString &key)
{
    return key == u"equalizer" ? PresetsModel::tr("Equalizer") : label(settingOf(preset, key));
}

QString choiceText(const Preset &preset, const QString &key, const QString &value)
{
    const QJsonValue written = preset.settings[key][u"value"_s];
    if (written.isBool())
        return written.toBool() ? PresetsModel::tr("on") : PresetsModel::tr("off");
    return label(settingOf(preset, key), Choice{{}, value, value, {}});
}

} // namespace

PresetsModel::PresetsModel(PresetStore &store, Preferences &preferences, Session *session, const QLocale &locale, QObject *parent)
    : QObject(parent), m_store(store), m_preferences(preferences), m_session(session), m_locale(locale)
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &PresetsModel::read);
    if (session) {
        connect(session, &Session::stateChanged, this, &PresetsModel::detailsChanged);
        connect(session, &Session::linkChanged, this, &PresetsModel::read);
        connect(session, &Session::maintainedChanged, this, &PresetsModel::changed);
    }
    read();
    select(current());
}

const Description *PresetsModel::description() const
{
    return m_session ? m_session->description() : nullptr;
}

const State *PresetsModel::state() const
{
    return m_session ? m_session->state() : nullptr;
}

bool PresetsModel::isReady() const
{
    return m_session && m_session->link() == Session::Link::Ready && !m_session->isMaintained() && state();
}

QString PresetsModel::current() const
{
    return description() ? m_preferences.presetOf(description()->identity) : QString();
}

void PresetsModel::read()
{
    PresetStore::Listing listing = m_store.list();
    m_presets = std::move(listing.presets);
    m_rows.clear();
    for (const Preset &preset : m_presets)
        m_rows.push_back({preset.name, preset.headphone, preset.name == current()});
    m_unreadable.clear();
    for (const auto &[file, error] : listing.unreadable)
        m_unreadable += sentences(error);
    if (!find(m_selected))
        m_selected = m_presets.empty() ? QString() : m_presets.front().name;
    watchFolder();
    Q_EMIT changed();
}

void PresetsModel::watchFolder()
{
    if (m_watcher.directories().isEmpty() && QDir(m_store.folder()).exists())
        m_watcher.addPath(m_store.folder());
}

const Preset *PresetsModel::find(const QString &name) const
{
    const auto found = std::ranges::find_if(m_presets, [&](const Preset &preset) { return preset.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_presets.end() ? nullptr : &*found;
}

void PresetsModel::select(const QString &name)
{
    const Preset *preset = find(name);
    if (!preset || preset->name == m_selected)
        return;
    m_selected = preset->name;
    m_message = {};
    Q_EMIT changed();
}

std::optional<PresetsModel::Details> PresetsModel::details() const
{
    const Preset *preset = find(m_selected);
    if (!preset)
        return {};
    Details details{preset->name, preset->headphone, preset->cable, preset->note, preset->model, {}, {}, false};
    if (description() && state())
        compare(details, *preset);
    return details;
}

void PresetsModel::compare(Details &details, const Preset &preset) const
{
    const PresetPlan difference = plan(preset, *description(), *state());
    details.known = true;
    for (const auto &[setting, now, then] : difference.differences)
        details.differences.push_back({label(setting), now ? valueText(description(), setting, *now, m_locale) : tr("unknown"),
                                       valueText(description(), setting, then, m_locale)});
    if (difference.equalizer)
        details.differences.push_back({tr("Equalizer"), tr("as it is"), difference.equalizer->on ? tr("from the preset") : tr("off")});
    for (const auto &[key, value, why] : difference.notCarried)
        details.notCarried.push_back({settingText(preset, key), choiceText(preset, key, value), QCoreApplication::translate("preset", why)});
}

bool PresetsModel::canSave() const
{
    return isReady();
}

PresetsModel::Form PresetsModel::suggestion() const
{
    const Preset *preset = find(current());
    return preset ? Form{{}, preset->headphone, preset->cable, {}} : Form{};
}

bool PresetsModel::nameIsTaken(const QString &name) const
{
    return find(name.trimmed()) != nullptr;
}

bool PresetsModel::save(const Form &form, bool replace)
{
    if (!canSave())
        return false;
    Preset preset = Preset::of(form.name.trimmed(), *description(), *state());
    preset.headphone = form.headphone.trimmed();
    preset.cable = form.cable.trimmed();
    preset.note = form.note.trimmed();
    const auto saved = m_store.save(preset, replace);
    if (saved) {
        m_selected = preset.name;
        remember(preset.name);
    }
    return show(saved, tr("“%1” is saved.").arg(preset.name));
}

void PresetsModel::remember(const QString &name)
{
    if (description())
        m_preferences.setPresetOf(description()->identity, name);
}

bool PresetsModel::canApply() const
{
    return isReady() && !m_applying && find(m_selected);
}

void PresetsModel::apply()
{
    if (!canApply())
        return;
    const Preset preset = *find(m_selected);
    const PresetPlan difference = plan(preset, *description(), *state());
    QStringList skipped;
    for (const PresetPlan::NotCarried &part : difference.notCarried)
        skipped += settingText(preset, part.key);
    m_applying = true;
    m_message = {};
    Q_EMIT changed();
    whenDone(this, m_session->apply(difference.change, u"preset "_s % preset.name),
             [this, preset, names = skipped.join(u", "_s)](const Result<Applied> &outcome) { onApplied(preset, names, outcome); });
}

void PresetsModel::onApplied(const Preset &preset, const QString &skipped, const Result<Applied> &outcome)
{
    m_applying = false;
    if (outcome)
        remember(preset.name);
    const QString done =
        skipped.isEmpty() ? tr("“%1” is applied and read back.").arg(preset.name) : tr("“%1” is applied, except: %2.").arg(preset.name, skipped);
    show(outcome ? Result<void>() : std::unexpected(outcome.error()), done);
}

bool PresetsModel::rename(const QString &to)
{
    const QString from = m_selected, name = to.trimmed();
    const auto renamed = m_store.rename(from, name);
    if (renamed) {
        m_selected = name;
        if (current() == from)
            remember(name);
    }
    return show(renamed, tr("“%1” is now called “%2”.").arg(from, name));
}

void PresetsModel::remove()
{
    const QString name = m_selected;
    const auto removed = m_store.remove(name);
    if (removed)
        m_removed = name;
    show(removed, tr("“%1” is deleted.").arg(name));
}

void PresetsModel::undoRemove()
{
    const auto back = m_store.undoRemove();
    if (back) {
        m_removed.clear();
        m_selected = *back;
    }
    show(back ? Result<void>() : std::unexpected(back.error()), back ? tr("“%1” is back.").arg(*back) : QString());
}

bool PresetsModel::importFile(const QString &path, bool replace)
{
    const auto imported = m_store.importFile(path, replace);
    if (imported)
        m_selected = imported->name;
    return show(imported ? Result<void>() : std::unexpected(imported.error()), imported ? tr("“%1” is imported.").arg(imported->name) : QString());
}

bool PresetsModel::exportFile(const QString &path)
{
    return show(m_store.exportFile(m_selected, path), tr("“%1” is written to %2.").arg(m_selected, path));
}

bool PresetsModel::show(const Result<void> &outcome, const QString &done)
{
    m_message = outcome ? Message{Message::Kind::Done, done} : Message{Message::Kind::Problem, sentences(outcome.error())};
    read();
    return outcome.has_value();
}

} // namespace gainstage
