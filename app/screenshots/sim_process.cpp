// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots/sim_process.h"

#include <QJsonDocument>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace gainstage {

SimProcess::SimProcess(const QString &program, const QString &model, const QString &serialNumber, const QString &folder, QObject *parent)
    : QObject(parent), m_program(program), m_folder(folder),
      m_arguments{u"--model"_s, model, u"--serial-number"_s, serialNumber, u"--control"_s, folder % u"/control"_s}
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, folder);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SimProcess::readReadyLine);
    connect(&m_process, &QProcess::errorOccurred, this, [this] { Q_EMIT failed(m_process.errorString()); });
    connect(&m_process, &QProcess::finished, this, [this] { Q_EMIT failed(tr("it ended")); });
    connect(&m_socket, &QLocalSocket::connected, this, &SimProcess::changed);
    connect(&m_socket, &QLocalSocket::readyRead, this, &SimProcess::readAnswers);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] { Q_EMIT failed(m_socket.errorString()); });
}

SimProcess::~SimProcess()
{
    m_socket.disconnect(this);
    m_process.disconnect(this);
    m_process.kill();
}

void SimProcess::start(const QStringList &more)
{
    m_process.start(m_program, m_arguments + more);
}

void SimProcess::end()
{
    m_socket.disconnect(this);
    m_process.disconnect(this);
    connect(&m_process, &QProcess::finished, this, &SimProcess::changed);
    m_process.terminate();
}

bool SimProcess::isReady() const
{
    return m_socket.state() == QLocalSocket::ConnectedState;
}

void SimProcess::readReadyLine()
{
    if (!m_ready.isEmpty() || !m_process.canReadLine())
        return;
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_socket.connectToServer(m_ready[u"control"_s].toString());
}

void SimProcess::control(const QJsonObject &request)
{
    ++m_open;
    m_socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    m_socket.flush();
}

void SimProcess::readAnswers()
{
    while (m_socket.canReadLine()) {
        const QByteArray line = m_socket.readLine();
        --m_open;
        m_answer = QJsonDocument::fromJson(line).object();
        if (!m_answer[u"ok"_s].toBool())
            Q_EMIT failed(QString::fromUtf8(line));
    }
    Q_EMIT changed();
}

} // namespace gainstage
