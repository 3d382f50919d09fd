// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <QProcess>

namespace gainstage {

/// A simulated amp that the window starts for somebody who has no amp: the program gainstage-sim. It announces itself and is then found
/// like an amp that is plugged in. It ends with this object's owner: end() asks it to, and the system ends it if the program dies.
class Simulator : public QObject {
    Q_OBJECT
public:
    /// `program` is the path of gainstage-sim; the amp keeps its settings in `flashFile`.
    Simulator(QString program, QString flashFile, QObject *parent = nullptr);
    ~Simulator() override;

    bool isRunning() const;
    /// Why it did not start or ended by itself; empty otherwise.
    QString problem() const { return m_problem; }
    void start();
    /// Ends it; ended() follows, at once where nothing runs.
    void end();

Q_SIGNALS:
    void changed();
    void ended();

private:
    void onFinished();
    void onFailed(QProcess::ProcessError error);

    QString m_program, m_flashFile;
    QProcess m_process;
    bool m_ending = false;
    QString m_problem;
};

} // namespace gainstage
