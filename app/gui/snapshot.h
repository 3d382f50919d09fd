// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "protocol/bytes/result.h"

#include <QTimer>

namespace gainstage {

class MainWindow;
class WindowModel;

/// Draws the window into a file as soon as what it shows has come: the amp's state and, on its page, the first meters. The parts must outlive it.
class Snapshot : public QObject {
    Q_OBJECT
public:
    Snapshot(WindowModel &model, MainWindow &window, QString file, QObject *parent = nullptr);

    /// Waits at most so long; drawn() or failed() follows once.
    void start(std::chrono::milliseconds patience);

Q_SIGNALS:
    void drawn();
    /// Errc::NotFound (no amp), Permission, Busy, Timeout (the amp did not answer), FileIo.
    void failed(const gainstage::Error &error);

private:
    void follow();
    void check();
    void giveUp();
    bool isThere() const;
    void end(const Result<void> &outcome);

    WindowModel &m_model;
    MainWindow &m_window;
    QString m_file;
    QTimer m_patience;
    bool m_ended = false;
};

/// Writes what the window shows; the folder must exist. `scale` is pixels per pixel of the design.
Result<void> savePicture(QWidget &window, const QString &file, double scale = 1.0);

} // namespace gainstage
