// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/core/amps.h"
#include "app/core/preset_store.h"
#include "app/viewmodels/message.h"
#include "app/viewmodels/preferences.h"

namespace gainstage {

/// The top bar: the headphone and preset that the amp is set up for, what is not stored yet, undo, redo, store and mute.
/// The parts must outlive it.
class SetupModel : public QObject {
    Q_OBJECT
public:
    /// `stored` is what the amp's flash holds, where it was seen; it outlives this, so that it is still known in another language.
    SetupModel(Amps &amps, Amps::Entry &entry, PresetStore &presets, Preferences &preferences, std::optional<State> &stored,
               QObject *parent = nullptr);

    /// Name of the preset last saved from or applied to this amp; empty where there is none.
    QString presetName() const;
    QString headphone() const;
    /// How many settings differ from that preset.
    int differences() const;
    /// "2 changes not stored", or empty.
    QString unstoredText() const;
    /// The same where there is little room: "2 not stored".
    QString unstoredBrief() const;

    bool canStore() const;
    bool isStoring() const { return m_storing; }
    void store();
    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();
    /// Whether the amp has a mute setting.
    bool hasMute() const;
    bool canMute() const;
    bool isMuted() const;
    void toggleMute();
    const Message &message() const { return m_message; }
    void dismissMessage();

    /// Reads the preset anew: the files changed.
    void readPreset();

Q_SIGNALS:
    void changed();

private:
    void follow();
    void watchStored();
    void show(const Result<void> &outcome, const QString &done);
    void step(const QFuture<Result<Applied>> &future, const QString &done);
    const Description *description() const;
    const State *state() const;
    bool isReady() const;
    bool isUnstored() const;
    int countUnstored() const;
    const Setting *mute() const;

    Amps &m_amps;
    Amps::Entry &m_entry;
    PresetStore &m_presets;
    Preferences &m_preferences;
    std::optional<State> &m_stored;
    std::optional<Preset> m_preset;
    bool m_storing = false, m_stepping = false;
    Message m_message;
};

} // namespace gainstage
