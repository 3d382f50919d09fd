// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/core/firmware_updater.h"
#include "app/core/history.h"
#include "app/core/preset_store.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>

namespace gainstage::cli {

class FinderLine;

/// A command that is being carried out: its arguments, and where its answer goes.
class Call {
public:
    Call(const Context &context, const Command &command, const QCommandLineParser &parser);

    const Context &context() const { return m_context; }
    QStringList arguments() const;
    bool has(const char *option) const;
    QString value(const char *option) const;
    /// A whole number of an option; `otherwise` where it is not given. Exit code 2 for anything else.
    Attempt<int> number(const char *option, int otherwise) const;

    /// The amp that --device names, or the only one.
    Attempt<std::unique_ptr<Amp>> openAmp();
    /// The same, for work over which the amp goes away and comes back.
    Attempt<std::unique_ptr<FinderLine>> openLine();
    PresetStore presets() const { return PresetStore(m_context.paths.presets); }
    FirmwareUpdater updater() const { return {m_context.paths.updates, m_context.now}; }
    History historyOf(const Description &amp) const { return History(m_context.paths.history(amp.identity)); }

    bool json() const { return m_json; }
    /// A line for people; nothing with --json.
    void say(const QString &line);
    /// Something did not work that does not end the command. On stderr, or in the answer's "warnings".
    void warn(const Error &error);
    /// The answer for scripts; nothing without --json. More keys stand beside "result".
    void answer(const QJsonValue &result, const QJsonObject &more = {});
    /// For scripts, in a line of its own before the answer.
    void tellEvent(QJsonObject event);
    /// Also tells scripts this when the command fails.
    void keep(const QJsonValue &result) { m_kept = result; }
    void fail(const Error &error, ExitCode exitCode);

private:
    void print(QJsonObject object);

    const Context &m_context;
    const Command &m_command;
    const QCommandLineParser &m_parser;
    bool m_json;
    QJsonObject m_identity; ///< of the amp, once it is open
    QJsonArray m_warnings;
    QJsonValue m_kept = QJsonValue::Undefined;
};

/// The command's words in the user's language.
struct CommandWords {
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace gainstage::cli
