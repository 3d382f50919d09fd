// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace gainstage::test {

inline constexpr int kPatience = 20000; // milliseconds; only ever used up when something is broken

/// A running program and what it printed.
class Program {
public:
    Program(const QString &name, const QStringList &arguments, const QProcessEnvironment &environment, const std::function<void()> &before = {})
    {
        m_process.setProcessEnvironment(environment);
        if (before)
            m_process.setChildProcessModifier(before);
        m_process.start(QStringLiteral(GAINSTAGE_BIN "/") + name, arguments);
    }
    /// By SIGTERM, where it still runs.
    ~Program()
    {
        QSignalSpy finished(&m_process, &QProcess::finished);
        m_process.terminate();
        if (m_process.state() != QProcess::NotRunning)
            finished.wait(kPatience);
    }
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    qint64 pid() const { return m_process.processId(); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// The next line; empty when it ends without one.
    QString line()
    {
        QSignalSpy more(&m_process, &QProcess::readyReadStandardOutput);
        while (!m_process.canReadLine() && isRunning() && more.wait(kPatience)) {}
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    int exitCode()
    {
        QSignalSpy finished(&m_process, &QProcess::finished);
        if (isRunning() && finished.isEmpty())
            finished.wait(kPatience);
        return m_process.exitStatus() == QProcess::NormalExit && !isRunning() ? m_process.exitCode() : -1;
    }
    QString out() { return QString::fromUtf8(m_process.readAllStandardOutput()); }
    QString err() { return QString::fromUtf8(m_process.readAllStandardError()); }

private:
    QProcess m_process;
};

/// Runtime folder, presets, history and cache of a user who has nothing yet.
class Home {
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        environment.insert(QStringLiteral("GAINSTAGE_DATA"), path(QStringLiteral("data")));
        environment.insert(QStringLiteral("GAINSTAGE_CACHE"), path(QStringLiteral("cache")));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        return environment;
    }

private:
    QTemporaryDir m_folder;
};

/// A running gainstage-sim and its control channel.
class SimulatedAmp {
public:
    SimulatedAmp(const Home &home, const QString &serialNumber, const QString &model = QStringLiteral("desktop"))
        : m_program(QStringLiteral("gainstage-sim"),
                    {QStringLiteral("--model"), model, QStringLiteral("--serial-number"), serialNumber, QStringLiteral("--control"),
                     home.path(serialNumber)},
                    home.environment()),
          m_ready(QJsonDocument::fromJson(m_program.line().toUtf8()).object())
    {
        QSignalSpy connected(&m_control, &QLocalSocket::connected);
        m_control.connectToServer(home.path(serialNumber));
        if (m_control.state() != QLocalSocket::ConnectedState)
            connected.wait(kPatience);
    }
    QString port() const { return m_ready.value(QStringLiteral("port")).toString(); }
    QString selector() const { return QStringLiteral("serial:") + port(); }
    /// The answer to one line.
    QJsonObject tell(const QByteArray &request)
    {
        QSignalSpy more(&m_control, &QLocalSocket::readyRead);
        m_control.write(request + '\n');
        m_control.flush();
        while (!m_control.canReadLine() && more.wait(kPatience)) {}
        return QJsonDocument::fromJson(m_control.readLine()).object();
    }
    /// What it really holds, by key, raw.
    QJsonObject settings() { return tell(R"({"do":"state"})").value(QStringLiteral("settings")).toObject(); }
    qint64 pid() const { return m_program.pid(); }

private:
    Program m_program;
    QJsonObject m_ready;
    QLocalSocket m_control;
};

} // namespace gainstage::test
