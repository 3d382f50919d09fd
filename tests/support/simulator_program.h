// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>

namespace gainstage::test {

using namespace Qt::StringLiterals;

inline constexpr int kPatience = 20000; // milliseconds; only ever used up when something is broken

inline const QString kProgram = QStringLiteral(GAINSTAGE_BIN "/gainstage-sim");

struct Ended {
    int code = -1;
    QByteArray out, err;
};

/// A folder of its own for a test, and programs that believe it to be the user's.
class Stage {
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString announcements() const { return path(u"gainstage"_s); }
    QStringList announced() const { return QDir(announcements()).entryList(QDir::Files | QDir::Hidden | QDir::System); }

    void prepare(QProcess &process) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path());
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
    }
    /// Runs the program to its end.
    Ended run(const QStringList &words) const
    {
        QProcess process;
        prepare(process);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(kProgram, words);
        if (!finished.wait(kPatience))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    QJsonObject ctl(const QStringList &words) const
    {
        return QJsonDocument::fromJson(run(QStringList{u"ctl"_s, path(u"amp.sock"_s)} + words).out).object();
    }

private:
    QTemporaryDir m_folder;
};

/// A running gainstage-sim.
class Simulator {
public:
    explicit Simulator(const Stage &stage, const QStringList &words = {u"--control"_s, u"amp.sock"_s, u"--link"_s, u"amp"_s})
    {
        stage.prepare(m_process);
        m_process.start(kProgram, words);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(kPatience)) {}
        m_line = m_process.readLine();
        m_ready = QJsonDocument::fromJson(m_line).object();
    }
    ~Simulator()
    {
        m_process.kill();
        end(SIGKILL);
    }
    const QByteArray &line() const { return m_line; }
    QString ready(const QString &key) const { return m_ready[key].toString(); }
    QString port() const { return ready(u"port"_s); }
    qint64 pid() const { return m_process.processId(); }
    QProcess &process() { return m_process; }
    /// Sends a signal and gives the exit code; −1 when it did not end by itself.
    int end(int signal)
    {
        if (m_process.state() == QProcess::NotRunning)
            return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
        QSignalSpy finished(&m_process, &QProcess::finished);
        ::kill(static_cast<pid_t>(pid()), signal);
        finished.wait(kPatience);
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
    QByteArray m_line;
    QJsonObject m_ready;
};

} // namespace gainstage::test
