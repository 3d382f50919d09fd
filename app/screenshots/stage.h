// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/amps.h"
#include "app/core/preset_store.h"
#include "app/gui/appearance.h"
#include "app/gui/main_window.h"
#include "app/viewmodels/window_model.h"

#include <span>

namespace gainstage {

/// The whole window on ports that are handed in, with its files in a folder of its own.
class Stage {
public:
    Stage(QApplication &application, std::span<const Family *const> families, std::unique_ptr<Ports> ports, const QString &folder,
          const QString &simulator);

    WindowModel &model() { return m_model; }
    MainWindow &window() { return m_window; }
    void setVariant(ThemeChoice theme, const QString &language, QSize size);
    /// Calls back whenever something on the stage may have moved.
    void onMove(QObject *context, const std::function<void()> &moved);

    /// The amp that the window shows has described itself and said its state.
    bool isReady() const;
    /// Nothing is on the way any more, and the meters that can be seen have measured.
    bool isSettled() const;
    Amps::Entry &entry();

private:
    void watch(QObject *context, const std::function<void()> &moved);
    bool isMeasured() const;

    Paths m_paths;
    std::unique_ptr<Ports> m_ports;
    AmpFinder m_finder;
    Amps m_amps;
    PresetStore m_presets;
    Preferences m_preferences;
    Simulator m_simulator;
    Appearance m_appearance;
    WindowModel m_model;
    MainWindow m_window;
};

} // namespace gainstage
