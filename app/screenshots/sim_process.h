// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>

namespace gainstage {

/// A running gainstage-sim with its files in a folder of its own: it announces itself there, and is moved through its control channel.
/// Ends with this object.
class SimProcess : public QObject {
    Q_OBJECT
public:
    /// `folder` must exist; the announcement is in folder/gainstage.
    SimProcess(const QString &program, const QString &model, const QString &serialNumber, const QString &folder, QObject *parent = nullptr);
    ~SimProcess() override;

    void start(const QStringList &more = {});
    /// Whether it said that it is ready and its control channel is open.
    bool isReady() const;
    /// Asks it to end; changed() follows when it did.
    void end();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Asks the control channel: {"do": "jack", …}. Answers come in order.
    void control(const QJsonObject &request);
    /// Whether everything asked so far is answered.
    bool isAnswered() const { return m_open == 0; }
    /// The last answer.
    const QJsonObject &answer() const { return m_answer; }
    QString port() const { return m_ready[QStringLiteral("port")].toString(); }

Q_SIGNALS:
    void changed();
    void failed(const QString &why);

private:
    void readReadyLine();
    void readAnswers();

    QString m_program, m_folder;
    QStringList m_arguments;
    QProcess m_process;
    QLocalSocket m_socket;
    QJsonObject m_ready, m_answer;
    int m_open = 0;
};

} // namespace gainstage
