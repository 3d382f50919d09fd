// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots/tour.h"

#include "app/core/words.h"
#include "app/gui/snapshot.h"
#include "app/screenshots/fixed_ports.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace gainstage {

Tour::Tour(QApplication &application, const ScreenshotParts &parts) : m_application(application), m_parts(parts)
{
    connect(&m_script, &Script::done, this, &Tour::done);
    connect(&m_script, &Script::failed, this, &Tour::failed);
}

void Tour::start()
{
    desktop();
    presetsAndHistory();
    refusedAndLost();
    close();
    firmware();
    close();
    dongle();
    close();
    noAmp();
    close();
    connecting();
    close();
    noPermission();
    close();
    unsupported();
    close();
    m_script.start();
}

void Tour::step(const QString &name, Script::Act act)
{
    m_script.add(name, std::move(act), [this] { return (!m_stage || m_stage->isSettled()) && (!m_amp || m_amp->isAnswered()); });
}

void Tour::openAmp(const QString &model, const QString &serialNumber, const QStringList &arguments)
{
    const auto start = [=, this] {
        m_folder = std::make_unique<QTemporaryDir>();
        m_amp = std::make_unique<SimProcess>(m_parts.simulator, model, serialNumber, m_folder->path());
        connect(m_amp.get(), &SimProcess::changed, &m_script, &Script::look);
        connect(m_amp.get(), &SimProcess::failed, this, [this](const QString &why) {
            m_script.fail({Errc::Internal, SENTENCE("error", "The simulated amp failed: %1."), {why.toStdString()}});
        });
        m_amp->start(arguments);
    };
    m_script.add(u"start the simulated amp "_s % model, start, [this] { return m_amp->isReady(); });
}

std::unique_ptr<Ports> Tour::announced()
{
    return std::make_unique<SimulatedOnly>(m_parts.ports(m_folder->path() % u"/gainstage"_s));
}

std::unique_ptr<Ports> Tour::forbidden()
{
    return std::make_unique<Forbidden>();
}

std::unique_ptr<Ports> Tour::recognised()
{
    return std::make_unique<Recognised>();
}

void Tour::openStage(std::unique_ptr<Ports> (Tour::*ports)())
{
    m_script.add(u"open the window"_s, [this, ports] {
        if (!m_folder)
            m_folder = std::make_unique<QTemporaryDir>();
        m_stage = std::make_unique<Stage>(m_application, m_parts.families, (this->*ports)(), m_folder->path(), m_parts.simulator);
        m_stage->onMove(&m_script, [this] { m_script.look(); });
    });
}

void Tour::close()
{
    const auto end = [this] {
        m_stage.reset();
        if (m_amp)
            m_amp->end();
    };
    m_script.add(u"close the window"_s, end, [this] { return !m_amp || !m_amp->isRunning(); });
    m_script.add(u"clear up"_s, [this] {
        m_amp.reset();
        m_folder.reset();
    });
}

void Tour::physical(const QJsonObject &request)
{
    m_script.add(request[u"do"_s].toString(), [this, request] { m_amp->control(request); }, [this] { return m_amp->isAnswered(); });
}

void Tour::set(Role role, std::int32_t raw)
{
    step(u"set"_s, [=, this] { amp().page.find(role)->wish({raw}); });
    step(u"look whether it is set"_s, [=, this] {
        const SettingModel &setting = *amp().page.find(role);
        if (setting.value() != Value{raw})
            m_script.fail({Errc::NotVerified, SENTENCE("error", "%1: %2"), {setting.label().toStdString(), setting.refusal().toStdString()}});
    });
}

void Tour::save(const PresetsModel::Form &form)
{
    step(u"save a preset"_s, [=, this] { amp().presets.save(form, true); });
}

void Tour::draw(const QString &name, std::span<const Variant> variants, const Script::Done &ready)
{
    for (const Variant &variant : variants)
        drawOne(name, variant, ready ? ready : Script::Done([this] { return m_stage->isSettled(); }));
}

void Tour::drawOne(const QString &name, const Variant &variant, const Script::Done &ready)
{
    const QString file = QDir(m_parts.folder).filePath(name % u'-' % QLatin1StringView(variant.name) % u".png"_s);
    m_script.add(u"draw "_s % file, [=, this] { m_stage->setVariant(variant.theme, QString::fromUtf16(variant.language), variant.size); }, ready);
    // A new language is told by an event, and lets widgets be made that are laid out by another.
    for (int turn = 0; turn < 3; ++turn)
        m_script.add(u"lay out"_s, {}, ready);
    m_script.add(u"write "_s % file, [=, this] {
        if (const auto saved = savePicture(m_stage->window(), file, variant.scale); !saved)
            m_script.fail(saved.error());
    });
}

int drawAllPages(QApplication &application, const ScreenshotParts &parts)
{
    QTextStream errors(stderr);
    if (!QDir().mkpath(parts.folder)) {
        errors << QCoreApplication::translate("screenshots", "The folder %1 cannot be made.").arg(parts.folder) << Qt::endl;
        return 1;
    }
    QApplication::setQuitOnLastWindowClosed(false);
    Tour tour(application, parts);
    QObject::connect(&tour, &Tour::done, &application, &QCoreApplication::quit);
    QObject::connect(&tour, &Tour::failed, &application, [&errors](const Error &error) {
        errors << u"gainstage: "_s << words(error) << Qt::endl;
        QCoreApplication::exit(1);
    });
    tour.start();
    return QApplication::exec();
}

} // namespace gainstage
