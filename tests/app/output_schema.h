// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

namespace gainstage::test {

/// What is wrong with lines of gainstagectl --json by app/cli/output.schema.json; empty if nothing is.
inline QString schemaComplaint(const QString &lines)
{
    const QString source = QString::fromUtf8(GAINSTAGE_SOURCE);
    QProcess python;
    QSignalSpy finished(&python, &QProcess::finished);
    python.start(QStringLiteral("python3"),
                 {source + QStringLiteral("/tests/app/check_output.py"), source + QStringLiteral("/app/cli/output.schema.json")});
    python.write(lines.toUtf8());
    python.closeWriteChannel();
    if (finished.isEmpty() && !finished.wait(30000))
        return QStringLiteral("python3 did not end: ") + python.errorString();
    return python.exitCode() == 0 ? QString() : QString::fromUtf8(python.readAllStandardOutput() + python.readAllStandardError());
}

} // namespace gainstage::test
