// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/image_tool/image_tool.h"
#include "protocol/bytes/result.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonObject>

#include <span>

namespace gainstage::image_tool {

struct Option {
    const char *name;
    const char *value; ///< what stands for its value in help; empty for a switch
    const char *help;
    bool required = false;
};

class Call;

struct Command {
    const char *name;
    const char *usage; ///< of its one argument; empty where it has none
    const char *help;
    std::span<const Option> options;
    Result<void> (*run)(Call &call);
};

/// A command that is being carried out: its arguments, and where its answer goes.
class Call {
public:
    Call(QTextStream &out, const Command &command, const QCommandLineParser &parser);

    QString file() const; ///< the one argument
    bool has(const char *option) const;
    QString value(const char *option) const;
    QStringList values(const char *option) const;
    /// A whole number from 0 to `most`; `otherwise` where it is not given. Errc::Usage for anything else.
    Result<std::uint32_t> number(const char *option, std::uint32_t otherwise, std::uint32_t most = 0xffffffff) const;

    bool json() const { return m_json; }
    /// A line for people; nothing with --json.
    void say(const QString &line);
    /// The answer for scripts; nothing without --json.
    void answer(const QJsonObject &result);
    /// The command worked, but what it found is bad news for whoever tests the exit code.
    void endWith(ExitCode exitCode) { m_exitCode = exitCode; }
    ExitCode exitCode() const { return m_exitCode; }

private:
    QTextStream &m_out;
    const Command &m_command;
    const QCommandLineParser &m_parser;
    bool m_json;
    ExitCode m_exitCode = ExitCode::Done;
};

void printJson(QTextStream &out, const char *command, QJsonObject object);

/// A text that is marked for translation in context "image", in the user's language.
QString translated(const char *text);

std::unexpected<Error> wrongUsage(const char *sentence, std::vector<std::string> facts = {});

} // namespace gainstage::image_tool
