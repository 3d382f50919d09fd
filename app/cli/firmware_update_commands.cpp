// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/carry_out.h"
#include "app/cli/commands.h"
#include "app/cli/finder_line.h"
#include "app/cli/firmware_file.h"
#include "app/cli/firmware_json.h"
#include "app/cli/firmware_text.h"
#include "app/cli/output.h"
#include "app/cli/update_progress.h"
#include "app/core/update_start.h"
#include "app/core/value_text.h"

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using firmware_file::Consent;
using firmware_update::Ending;
using firmware_update::Listener;

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

bool isYes(const QString &answer)
{
    const QString yes = CommandWords::tr("yes");
    for (const QString &word : {u"y"_s, u"yes"_s, yes, yes.left(1)}) {
        if (answer.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// Somebody has to want it: with --yes, or by an answer at the terminal.
Attempt<void> askFor(Call &call, const QString &question)
{
    if (call.has("yes"))
        return {};
    const Terminal &terminal = call.context().terminal;
    if (call.json() || !terminal.readLine)
        return ampProblem(
            {Errc::Usage, SENTENCE("error", "Nobody can be asked here whether this is wanted."), {}, SENTENCE("error", "--yes says so beforehand.")});
    call.context().err << question << u" ["_s << CommandWords::tr("yes") << u'/' << CommandWords::tr("no") << u"] "_s << Qt::flush;
    const auto answer = terminal.readLine();
    if (!answer)
        return ampProblem(answer.error());
    if (!isYes(*answer))
        return ampProblem({Errc::Cancelled, SENTENCE("error", "Nothing was changed."), {}, ""});
    return {};
}

Attempt<void> needDowngrade(Call &call, Consent consent, const std::string &version)
{
    if (consent != Consent::Downgrade || call.has("downgrade"))
        return {};
    return ampProblem({Errc::Usage,
                       SENTENCE("error", "Firmware %1 is older than what the amp runs."),
                       {version},
                       SENTENCE("error", "--downgrade says that this is meant.")});
}

/// How an update that did not succeed is answered.
Problem problemOf(const UpdateReport &report)
{
    const Error unknown{Errc::Internal, SENTENCE("error", "The update did not succeed."), {}, ""};
    const Error why = report.outcome.why.value_or(unknown);
    if (report.outcome.ending == Ending::Unfinished)
        return {why, ExitCode::Gone};
    if (report.outcome.ending == Ending::RolledBack)
        return {why, ExitCode::Refused};
    return why.code == Errc::NotFound ? fileProblem(why).error() : ampProblem(why).error();
}

/// Brings back what the update took, as --restore says. The answer tells whether it did.
Attempt<bool> restore(Call &call, FinderLine &line, const UpdateReport &report)
{
    if (report.restore.empty() || !line.amp() || !call.has("restore"))
        return false;
    auto state = line.amp()->read();
    if (!state)
        return ampProblem(state.error());
    Opened opened{line.take(), std::move(*state)};
    const auto after = carryOut(call, opened, report.restore, u"user"_s, noteOf(call, opened.description(), u"user"_s));
    if (!after)
        return std::unexpected(after.error());
    call.say(CommandWords::tr("They are set again to what they were."));
    return true;
}

void sayLoss(Call &call, const UpdateReport &report, const Description &amp)
{
    const auto rows = lossRows(report, amp, call.context().locale);
    if (rows.empty())
        return;
    call.say(CommandWords::tr("These settings are not what they were before:"));
    for (const QString &line : aligned(rows))
        call.say(u"  "_s + line);
    QStringList assignments;
    for (const auto &[id, value] : report.restore.values()) {
        if (const Setting *setting = amp.find(id))
            assignments << setting->key + u'=' + scriptText(*setting, value);
    }
    if (!assignments.isEmpty() && !call.has("restore"))
        call.say(CommandWords::tr("“%1” brings them back.").arg(u"gainstagectl set "_s + assignments.join(u' ')));
}

Attempt<void> finish(Call &call, FinderLine &line, const UpdateReport &report)
{
    for (const Error &remark : report.outcome.remarks) {
        if (!call.json())
            call.warn(remark);
    }
    call.say(endingText(report));
    if (line.amp())
        sayLoss(call, report, line.amp()->description());
    call.keep(toJson(report, false));
    const auto restored = restore(call, line, report);
    if (!restored)
        return std::unexpected(restored.error());
    call.keep(toJson(report, *restored));
    const Ending ending = report.outcome.ending;
    if (ending != Ending::Installed && ending != Ending::AlreadyInstalled && ending != Ending::WentBack)
        return std::unexpected(problemOf(report));
    call.answer(toJson(report, *restored));
    return {};
}

using Job = std::function<UpdateReport(AmpLine &line, const Listener &listener, const std::stop_token &cancel)>;

/// Runs an update so that Ctrl-C and the limit stop it where that is safe, and only there.
Attempt<void> carryOutUpdate(Call &call, FinderLine &line, const Job &job)
{
    Interruption &interruption = call.context().interruption;
    const std::stop_token cancel = interruption.cancelFirst();
    UpdateProgress progress(call);
    UpdateReport report;
    {
        const std::stop_callback onCancel(cancel, [&progress] { progress.onCancel(); });
        const Listener listener = [&](const firmware_update::Progress &now) {
            if (!now.canCancel)
                interruption.limit(0ms);
            progress.show(now);
        };
        report = job(line, listener, cancel);
    }
    progress.finish();
    return finish(call, line, report);
}

Attempt<void> goOn(Call &call, FinderLine &line, const UpdateEntry &entry, const QByteArray &file)
{
    call.say(interruptedText(entry, call.context().locale));
    if (auto wanted = askFor(call, CommandWords::tr("Go on with it?")); !wanted)
        return wanted;
    return carryOutUpdate(call, line, [&](AmpLine &amp, const Listener &listener, const std::stop_token &cancel) {
        if (!file.isEmpty())
            return call.updater().install(amp, file, Consent::None, listener, cancel);
        return call.updater().resume(amp, listener, cancel);
    });
}

Attempt<void> install(Call &call, FinderLine &line, const QByteArray &file)
{
    const auto inspection = call.updater().check(*line.amp(), viewOf(file));
    if (!inspection)
        return ampProblem(inspection.error());
    sayInspection(call, *inspection);
    if (auto bad = refuseBad(call, *inspection, true); !bad)
        return bad;
    const std::string version = inspection->image->part.version.text();
    const Consent consent = inspection->consent();
    if (auto meant = needDowngrade(call, consent, version); !meant)
        return meant;
    if (auto wanted = askFor(call, CommandWords::tr("Install firmware %1?").arg(text(version))); !wanted)
        return wanted;
    return carryOutUpdate(call, line, [&](AmpLine &amp, const Listener &listener, const std::stop_token &cancel) {
        return call.updater().install(amp, file, consent, listener, cancel);
    });
}

} // namespace

Attempt<void> installFirmware(Call &call)
{
    const auto file = call.arguments().isEmpty() ? Attempt<QByteArray>() : readFirmwareFile(call.arguments().first());
    if (!file)
        return std::unexpected(file.error());
    const auto line = call.openLine();
    if (!line)
        return std::unexpected(line.error());
    const auto status = call.updater().status(*(*line)->amp());
    if (!status)
        return ampProblem(status.error());
    const bool named = !call.arguments().isEmpty();
    if (status->interrupted && (!named || isUpdateTo(*status->interrupted, *file)))
        return goOn(call, **line, *status->interrupted, *file);
    if (named)
        return install(call, **line, *file);
    if (status->journalProblem)
        return fileProblem(*status->journalProblem);
    return fileProblem({Errc::NotFound,
                        SENTENCE("error", "There is no interrupted update of this amp."),
                        {},
                        SENTENCE("error", "Name the file that is to be installed.")});
}

Attempt<void> revertFirmware(Call &call)
{
    const auto line = call.openLine();
    if (!line)
        return std::unexpected(line.error());
    const auto status = call.updater().status(*(*line)->amp());
    if (!status)
        return ampProblem(status.error());
    const SlotImage *other = otherImage(status->images);
    if (!other)
        return fileProblem({Errc::NotFound, SENTENCE("error", "The amp has no other firmware that it could go back to."), {}, ""});
    const Consent consent = firmware_update::consentToGoBack(status->images);
    if (auto meant = needDowngrade(call, consent, other->version); !meant)
        return meant;
    if (auto wanted = askFor(call, CommandWords::tr("Go back to firmware %1?").arg(text(other->version))); !wanted)
        return wanted;
    return carryOutUpdate(call, **line, [&](AmpLine &amp, const Listener &listener, const std::stop_token &cancel) {
        return call.updater().goBack(amp, consent, listener, cancel);
    });
}

} // namespace gainstage::cli
