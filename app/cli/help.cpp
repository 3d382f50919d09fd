// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include "app/cli/call.h"
#include "app/cli/output.h"

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

QStringList cells(const Option &option)
{
    const QString name = u"  --"_s + QLatin1String(option.name);
    return {*option.value ? QString(name + u' ' + QLatin1String(option.value)) : name, CommandWords::tr(option.help)};
}

QString optionsText(const QString &title, std::span<const Option> options)
{
    if (options.empty())
        return {};
    std::vector<QStringList> rows;
    for (const Option &option : options)
        rows.push_back(cells(option));
    return u'\n' + title + u'\n' + aligned(rows).join(u'\n') + u'\n';
}

QString usageOf(const Command &command)
{
    const QString usage = QString::fromUtf8(command.usage);
    return QLatin1String(command.name) + (usage.isEmpty() ? QString() : QString(u' ' + usage));
}

} // namespace

QString helpOf(const Command &command)
{
    return CommandWords::tr("Usage: %1").arg(u"gainstagectl "_s + usageOf(command)) + u"\n\n"_s + CommandWords::tr(command.help) + u".\n"_s +
           optionsText(CommandWords::tr("Options of this command:"), command.options) +
           optionsText(CommandWords::tr("Options of all commands:"), commonOptions());
}

QString helpOfAll(const QString &group)
{
    std::vector<QStringList> rows;
    for (const Command &command : commands()) {
        if (group.isEmpty() || QLatin1String(command.name).startsWith(QString(group + u' ')))
            rows.push_back({u"  "_s + usageOf(command), CommandWords::tr(command.help)});
    }
    return CommandWords::tr("Usage: %1").arg(u"gainstagectl [--device SELECTOR] [--json] [--timeout MS] COMMAND …"_s) + u"\n\n"_s +
           aligned(rows).join(u'\n') + u'\n' + optionsText(CommandWords::tr("Options of all commands:"), commonOptions()) + u'\n' +
           CommandWords::tr("“gainstagectl COMMAND --help” says more about one.") + u'\n';
}

} // namespace gainstage::cli
