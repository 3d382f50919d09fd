// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/commands.h"
#include "app/cli/doctor_text.h"
#include "devices/catalog/udev_rules.h"

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

void sayFinding(Call &call, const Finding &finding)
{
    call.say(messageOf(finding));
    call.say(u"  "_s + adviceOf(finding));
    for (const QString &command : finding.commands)
        call.say(u"    "_s + command);
    call.say({});
}

Attempt<void> printRules(Call &call)
{
    const QString rules = QString::fromStdString(catalog::udevRules());
    call.say(rules.chopped(1)); // a line's end is said with it
    call.answer(QJsonObject{{u"rules"_s, rules}});
    return {};
}

} // namespace

Attempt<void> doctor(Call &call)
{
    if (call.has("rules"))
        return printRules(call);
    const std::vector<Finding> findings = diagnose(call.context().finder.amps(), call.context().systemRoot);
    QJsonArray list;
    for (const Finding &finding : findings) {
        sayFinding(call, finding);
        list.append(toJson(finding));
    }
    const QJsonObject result{{u"findings"_s, list}};
    if (findings.empty()) {
        call.say(CommandWords::tr("Nothing stands between you and your amps."));
        call.answer(result);
        return {};
    }
    call.keep(result);
    const Error error{Errc::Unsupported, SENTENCE("error", "Findings that keep amps from being used: %1."), {std::to_string(findings.size())}, ""};
    return std::unexpected(Problem{error, ExitCode::General});
}

} // namespace gainstage::cli
