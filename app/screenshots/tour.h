// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screenshots/screenshots.h"
#include "app/screenshots/script.h"
#include "app/screenshots/sim_process.h"
#include "app/screenshots/stage.h"

#include "protocol/bytes/bytes.h"

#include <QTemporaryDir>

namespace gainstage {

/// One way to look at a page.
struct Variant {
    const char *name;
    ThemeChoice theme;
    const char16_t *language;
    QSize size;
    double scale = 1.0;
};

/// Goes through all pages and states and draws each. The scenes are in scenes.cpp.
class Tour : public QObject {
    Q_OBJECT
public:
    Tour(QApplication &application, const ScreenshotParts &parts);

    void start();

Q_SIGNALS:
    void done();
    void failed(const gainstage::Error &error);

private:
    // How a scene is set up.
    void openAmp(const QString &model, const QString &serialNumber, const QStringList &arguments = {});
    void openStage(std::unique_ptr<Ports> (Tour::*ports)());
    void close();
    void physical(const QJsonObject &request);
    void set(Role role, std::int32_t raw);
    void save(const PresetsModel::Form &form);
    void step(const QString &name, Script::Act act);
    /// Writes a firmware file and has the page check it.
    void chooseFirmware(const QString &name, const std::function<Result<Bytes>()> &make);
    void draw(const QString &name, std::span<const Variant> variants, const Script::Done &ready = {});
    void drawOne(const QString &name, const Variant &variant, const Script::Done &ready);
    AmpModels &amp() { return *m_stage->model().chosen(); }
    std::unique_ptr<Ports> announced();
    std::unique_ptr<Ports> forbidden();
    std::unique_ptr<Ports> recognised();

    // What is shown.
    void desktop();
    void presetsAndHistory();
    void refusedAndLost();
    void firmware();
    void interruptedFirmware();
    void installedFirmware();
    void rolledBackFirmware();
    void dongle();
    void noAmp();
    void connecting();
    void noPermission();
    void unsupported();

    QApplication &m_application;
    ScreenshotParts m_parts;
    Script m_script;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SimProcess> m_amp;
    std::unique_ptr<Stage> m_stage;
};

} // namespace gainstage
