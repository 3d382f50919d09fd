// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/viewmodels/amp_list_model.h"
#include "app/viewmodels/amp_page_model.h"
#include "app/viewmodels/firmware_model.h"
#include "app/viewmodels/history_model.h"
#include "app/viewmodels/presets_model.h"
#include "app/viewmodels/setup_model.h"
#include "app/viewmodels/simulator.h"

#include <map>

namespace gainstage {

/// The models of the chosen amp's pages.
struct AmpModels {
    AmpModels(Amps &amps, Amps::Entry &entry, PresetStore &store, Preferences &preferences, std::optional<State> &stored, FirmwareWork &work,
              const QLocale &locale)
        : page(entry, locale), setup(amps, entry, store, preferences, stored), presets(store, preferences, entry.session, locale),
          history(amps, entry, locale), firmware(work, locale)
    {}

    AmpPageModel page;
    SetupModel setup;
    PresetsModel presets;
    HistoryModel history;
    FirmwareModel firmware;
};

/// What the whole window shows: the list of amps, which one is chosen, and the models of its pages. The parts must outlive it.
class WindowModel : public QObject {
    Q_OBJECT
public:
    /// `updates` is the folder of the update journal.
    WindowModel(Amps &amps, PresetStore &presets, Preferences &preferences, Simulator &simulator, QString updates, QObject *parent = nullptr);
    ~WindowModel() override;

    AmpListModel &list() { return m_list; }
    Preferences &preferences() { return m_preferences; }
    Simulator &simulator() { return m_simulator; }
    /// Presets can be looked at and exported without an amp; with one they are compared with it.
    PresetsModel &presets();
    /// Null while there is no amp.
    AmpModels *chosen() const { return m_chosen.get(); }
    /// Index into the list; -1 while there is no amp.
    int chosenIndex() const { return m_index; }
    void choose(int index);
    /// Chooses the entry with this port, as soon as the list has it.
    void choose(const Port &port);
    /// Words and numbers from now on in this language: makes the models anew.
    void setLocale(const QLocale &locale);
    const QLocale &locale() const { return m_locale; }
    /// The firmware update that runs, whichever amp is chosen; null while none does.
    FirmwareWork *update() const;

Q_SIGNALS:
    void chosenChanged();
    /// An update of any amp began, moved or ended.
    void updateChanged();

private:
    void onAmpsChanged();
    void make();
    FirmwareWork &work(Amps::Entry &entry);

    Amps &m_amps;
    PresetStore &m_store;
    Preferences &m_preferences;
    Simulator &m_simulator;
    QString m_updates;
    AmpListModel m_list;
    QLocale m_locale;
    int m_index = -1;
    std::map<const Amps::Entry *, std::optional<State>> m_stored;         ///< what each amp's flash holds, where it was seen
    std::map<const Amps::Entry *, std::unique_ptr<FirmwareWork>> m_works; ///< of every amp that was chosen or can be
    std::unique_ptr<AmpModels> m_chosen;
    std::unique_ptr<PresetsModel> m_presetsAlone;
};

} // namespace gainstage
