// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/core/amps.h"
#include "app/core/preset_store.h"
#include "app/viewmodels/message.h"
#include "app/viewmodels/preferences.h"

#include <QFileSystemWatcher>

namespace gainstage {

/// The user's presets, and what the selected one would change on the amp. The parts must outlive it.
class PresetsModel : public QObject {
    Q_OBJECT
public:
    struct Row {
        QString name, headphone;
        bool current = false; ///< last saved from or applied to this amp
        friend bool operator==(const Row &, const Row &) = default;
    };
    struct Difference {
        QString setting, now, then;
        friend bool operator==(const Difference &, const Difference &) = default;
    };
    struct NotCarried {
        QString setting, value, why;
    };
    struct Details {
        QString name, headphone, cable, note, model;
        std::vector<Difference> differences;
        std::vector<NotCarried> notCarried;
        bool known = false; ///< whether the amp is there to compare with
    };
    /// What a person fills in to save a preset.
    struct Form {
        QString name, headphone, cable, note;
    };

    PresetsModel(PresetStore &store, Preferences &preferences, Session *session, const QLocale &locale, QObject *parent = nullptr);

    const std::vector<Row> &rows() const { return m_rows; }
    /// One sentence per file that could not be read.
    const QStringList &unreadable() const { return m_unreadable; }
    QString selected() const { return m_selected; }
    void select(const QString &name);
    /// The selected preset against the amp; nullopt when none is selected.
    std::optional<Details> details() const;

    bool canSave() const;
    /// What the form begins with: the headphone of the current preset.
    Form suggestion() const;
    bool nameIsTaken(const QString &name) const;
    bool save(const Form &form, bool replace);
    bool canApply() const;
    bool isApplying() const { return m_applying; }
    void apply();
    bool rename(const QString &to);
    void remove();
    bool canUndoRemove() const { return !m_removed.isEmpty(); }
    void undoRemove();
    bool importFile(const QString &path, bool replace);
    bool exportFile(const QString &path);
    const Message &message() const { return m_message; }

Q_SIGNALS:
    void changed();        ///< list, selection, message
    void detailsChanged(); ///< the amp moved under the selected preset

private:
    void read();
    void watchFolder();
    void onApplied(const Preset &preset, const QString &skipped, const Result<Applied> &outcome);
    bool show(const Result<void> &outcome, const QString &done);
    const Preset *find(const QString &name) const;
    const Description *description() const;
    const State *state() const;
    bool isReady() const;
    void remember(const QString &name);
    QString current() const;
    void compare(Details &details, const Preset &preset) const;

    PresetStore &m_store;
    Preferences &m_preferences;
    Session *m_session;
    QLocale m_locale;
    QFileSystemWatcher m_watcher;
    std::vector<Preset> m_presets;
    std::vector<Row> m_rows;
    QStringList m_unreadable;
    QString m_selected, m_removed;
    bool m_applying = false;
    Message m_message;
};

} // namespace gainstage
