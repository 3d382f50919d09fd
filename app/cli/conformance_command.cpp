// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/amp_text.h"
#include "app/cli/call.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/core/json_view.h"
#include "app/core/words.h"
#include "devices/conformance/conformance.h"

#include <algorithm>

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;
using conformance::Check;
using conformance::Finding;
using conformance::Verdict;

QString checkText(Check check)
{
    switch (check) {
    case Check::Identity: return CommandWords::tr("It says who it is");
    case Check::Settings: return CommandWords::tr("Its settings are described");
    case Check::Outputs: return CommandWords::tr("Its outputs are described");
    case Check::Equalizer: return CommandWords::tr("Its equalizer is described");
    case Check::State: return CommandWords::tr("It holds what it can hold");
    case Check::Known: return CommandWords::tr("It says what every setting is at");
    case Check::ReadsAlike: return CommandWords::tr("Two reads say the same");
    case Check::Meters: return CommandWords::tr("Its meters are as described");
    case Check::Refuses: return CommandWords::tr("What it cannot hold is refused");
    }
    return {};
}

QString verdictText(const Finding &finding)
{
    switch (finding.verdict) {
    case Verdict::Passed: return CommandWords::tr("passed");
    case Verdict::NotThere: return finding.error ? words(*finding.error) : CommandWords::tr("not there");
    case Verdict::Failed: break;
    }
    return CommandWords::tr("FAILED: %1").arg(words(*finding.error));
}

const char *verdictName(Verdict verdict)
{
    return verdict == Verdict::Passed ? "passed" : verdict == Verdict::Failed ? "failed" : "not-there";
}

QJsonObject toJson(const std::vector<Finding> &findings, bool passed)
{
    QJsonArray checks;
    for (const Finding &finding : findings) {
        QJsonObject check{{u"check"_s, QLatin1String(nameOf(finding.check))}, {u"verdict"_s, QLatin1String(verdictName(finding.verdict))}};
        if (finding.error)
            check[u"error"_s] = gainstage::toJson(*finding.error);
        checks.append(check);
    }
    return {{u"passed"_s, passed}, {u"checks"_s, checks}};
}

} // namespace

Attempt<void> conformance(Call &call)
{
    const auto amp = call.openAmp();
    if (!amp)
        return std::unexpected(amp.error());
    const std::vector<Finding> findings = conformance::examine(**amp);
    const bool passed = std::ranges::none_of(findings, [](const Finding &finding) { return finding.verdict == Verdict::Failed; });
    std::vector<QStringList> rows;
    rows.reserve(findings.size());
    for (const Finding &finding : findings)
        rows.push_back({checkText(finding.check), verdictText(finding)});
    for (const QString &line : aligned(rows))
        call.say(line);
    const QJsonObject result = toJson(findings, passed);
    if (!passed) {
        call.keep(result);
        return ampProblem({Errc::NotVerified, SENTENCE("error", "The amp does not do what every amp must do."), {}, ""});
    }
    call.answer(result);
    return {};
}

} // namespace gainstage::cli
