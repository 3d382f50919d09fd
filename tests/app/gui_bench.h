// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/labels.h"
#include "app/gui/level_slider.h"
#include "app/gui/number_edit.h"
#include "app/gui/segmented_control.h"
#include "app/screenshots/fixed_ports.h"
#include "app/screenshots/sim_process.h"
#include "app/screenshots/stage.h"
#include "devices/discovery/system_ports.h"

#include <QTemporaryDir>
#include <QtTest>

namespace gainstage::test {

/// The real window, on a real session, on a gainstage-sim of its own behind a pseudo-terminal.
class WindowBench {
public:
    explicit WindowBench(const QString &model = QStringLiteral("desktop"), const QString &language = QStringLiteral("en"))
        : amp(program(), model, QStringLiteral("TEST0001"), folder.path())
    {
        QObject::connect(&amp, &SimProcess::failed, &amp, [this](const QString &why) { failure = why; });
        amp.start();
        if (!QTest::qWaitFor([this] { return amp.isReady() || !failure.isEmpty(); }))
            failure = QStringLiteral("the simulated amp is not ready");
        auto ports = std::make_unique<SimulatedOnly>(systemPorts(folder.path() + QStringLiteral("/gainstage")));
        stage = std::make_unique<Stage>(*qApp, allFamilies(), std::move(ports), folder.path(), program());
        stage->setVariant(ThemeChoice::Dark, language, {1180, 760});
        if (!settle())
            failure = QStringLiteral("the window did not find the amp");
        // Another language comes with an event.
        (void)QTest::qWaitFor([&] { return QLocale::languageToCode(stage->model().locale().language()) == language; });
        layOut();
        stage->window().activateWindow();
        (void)QTest::qWaitForWindowActive(&stage->window());
    }
    ~WindowBench()
    {
        stage.reset();
        amp.end();
        (void)QTest::qWaitFor([this] { return !amp.isRunning(); });
    }

    /// Waits until nothing is on the way.
    bool settle()
    {
        return QTest::qWaitFor([this] { return stage->isSettled(); }, 10000);
    }
    /// What is asked for by events is done afterwards.
    void layOut()
    {
        for (int round = 0; round < 3; ++round)
            QCoreApplication::sendPostedEvents();
    }
    MainWindow &window() { return stage->window(); }
    AmpModels &models() { return *stage->model().chosen(); }

    /// At the amp itself, past every protocol.
    QJsonObject physical(const QJsonObject &request)
    {
        amp.control(request);
        (void)QTest::qWaitFor([this] { return amp.isAnswered(); });
        return amp.answer();
    }
    /// What the amp truly holds: the raw value of a setting.
    int truth(const QString &key)
    {
        return physical({{QStringLiteral("do"), QStringLiteral("state")}})[QStringLiteral("settings")].toObject()[key].toInt(-1);
    }

    template <typename Widget>
    Widget *find(const QString &accessibleName)
    {
        for (auto *widget : window().template findChildren<Widget *>()) {
            if (widget->isVisible() && widget->accessibleName() == accessibleName)
                return widget;
        }
        return nullptr;
    }
    LevelSlider *volume() { return find<LevelSlider>(QStringLiteral("Volume")); }
    /// A field of a segmented control by how its name begins: "Gain: Mid".
    Segment *segment(const QString &begin)
    {
        for (auto *field : window().findChildren<Segment *>()) {
            if (field->isVisible() && field->accessibleName().startsWith(begin))
                return field;
        }
        return nullptr;
    }

    QString failure;
    QTemporaryDir folder;
    SimProcess amp;
    std::unique_ptr<Stage> stage;

private:
    static QString program() { return QStringLiteral(GAINSTAGE_BIN "/gainstage-sim"); }
};

} // namespace gainstage::test
