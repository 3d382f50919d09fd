// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/cli.h"
#include "tests/app/fake_amp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace gainstage::test {

using namespace cli;
using namespace Qt::StringLiterals;

class FakeInterruption final : public Interruption {
public:
    std::stop_token token() const override { return m_stop.get_token(); }
    std::stop_token cancelFirst() override { return m_stop.get_token(); }
    void limit(std::chrono::milliseconds time) override { limits.push_back(time); }
    bool timedOut() const override { return timeout; }
    const Clock &clock() const override { return m_clock; }
    Result<void> pause(Duration duration) override
    {
        m_clock.advance(duration);
        return {};
    }

    std::vector<std::chrono::milliseconds> limits;
    bool timeout = false;

private:
    std::stop_source m_stop;
    ManualClock m_clock;
};

/// The command with an amp in memory and files of its own.
struct CliBench {
    FakeDevice device{fakeDescription(), fakeState()};
    FakePorts ports;
    FakeFamily family{device};
    std::array<const Family *, 1> families{&family};
    AmpFinder finder{families, ports};
    QTemporaryDir home;
    FakeInterruption interruption;
    std::function<void()> onTime;
    QString out, err;
    QString json; ///< all that was printed with --json

    CliBench() { ports.setList({fakePort()}); }

    ExitCode run(const QStringList &arguments)
    {
        out.clear();
        err.clear();
        QTextStream outStream(&out), errStream(&err);
        const Paths paths{home.filePath(u"presets"_s), home.filePath(u"history"_s), home.filePath(u"cache"_s), home.filePath(u"updates"_s)};
        const auto now = [this] {
            if (onTime)
                onTime();
            return QDateTime(QDate(2024, 5, 17), QTime(12, 0), Qt::UTC);
        };
        const Terminal nobody;
        const Context context{finder, paths, outStream, errStream, QLocale(QLocale::English), now, interruption, nobody, home.path()};
        const ExitCode code = cli::run(context, arguments);
        if (arguments.contains(QStringLiteral("--json")))
            json += out;
        return code;
    }
    ExitCode run(const char *words) { return run(QString::fromUtf8(words).split(u' ')); }
    /// The "result" of a command with --json; what is not done is undefined.
    QJsonValue result(const char *words)
    {
        const ExitCode code = run(u"--json "_s.append(QString::fromUtf8(words)).split(u' '));
        return code == ExitCode::Done ? object()[u"result"_s] : QJsonValue(QJsonValue::Undefined);
    }
    QJsonObject object() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    QStringList lines() const { return out.split(u'\n', Qt::SkipEmptyParts); }
    Value held(SettingId id) const { return *device.state().value(id); }
};

} // namespace gainstage::test
