// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/simulator.h"

#include <QDir>
#include <QFileInfo>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace gainstage {

Simulator::Simulator(QString program, QString flashFile, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_flashFile(std::move(flashFile))
{
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_process.setStandardOutputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::started, this, &Simulator::changed);
    connect(&m_process, &QProcess::finished, this, &Simulator::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, &Simulator::onFailed);
}

Simulator::~Simulator()
{
    m_process.disconnect(this);
    m_process.kill();
}

bool Simulator::isRunning() const
{
    return m_process.state() != QProcess::NotRunning;
}

void Simulator::start()
{
    if (isRunning())
        return;
    m_problem.clear();
    m_ending = false;
    QDir().mkpath(QFileInfo(m_flashFile).path());
    m_process.start(m_program, {u"--model"_s, u"desktop"_s, u"--flash"_s, m_flashFile});
    Q_EMIT changed();
}

void Simulator::end()
{
    m_ending = true;
    if (isRunning())
        m_process.terminate();
    else
        Q_EMIT ended();
}

void Simulator::onFinished()
{
    if (m_ending) {
        Q_EMIT ended();
        return;
    }
    const QString said = QString::fromLocal8Bit(m_process.readAllStandardError()).trimmed();
    m_problem = said.isEmpty() ? tr("The simulated amp ended by itself.") : tr("The simulated amp ended by itself: %1").arg(said);
    Q_EMIT changed();
}

void Simulator::onFailed(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return;
    m_problem = tr("The simulated amp could not be started: %1 (%2)").arg(m_process.errorString(), m_program);
    Q_EMIT changed();
}

} // namespace gainstage
