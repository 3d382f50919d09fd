// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/firmware_file.h"
#include "app/cli/firmware_json.h"
#include "app/cli/firmware_text.h"
#include "app/cli/output.h"

#include <algorithm>

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

/// A file, checked as far as there is something to compare it with.
struct Checked {
    firmware_file::Inspection inspection;
    bool compared = false;
};

/// An amp that was not asked for and cannot be asked is no reason not to check the file.
Attempt<Checked> checkedAlone(Call &call, const QByteArray &file, const Problem &why)
{
    if (call.has("device"))
        return std::unexpected(why);
    if (why.error.code != Errc::NotFound && why.error.code != Errc::Ambiguous)
        call.warn(why.error);
    return Checked{FirmwareUpdater::checkAlone(viewOf(file)), false};
}

Attempt<Checked> checkedWithAmp(Call &call, const QByteArray &file)
{
    const auto amp = call.openAmp();
    if (!amp)
        return checkedAlone(call, file, amp.error());
    auto inspection = call.updater().check(**amp, viewOf(file));
    if (!inspection)
        return checkedAlone(call, file, ampProblem(inspection.error()).error());
    return Checked{std::move(*inspection), true};
}

/// Whether an interrupted update is that of the amp that --device names, where the amp itself is not there.
bool isMeant(const UpdateEntry &entry, const QString &selector)
{
    const auto same = [&](const QString &text) { return text.compare(selector, Qt::CaseInsensitive) == 0; };
    return selector.isEmpty() || same(entry.amp.serialNumber) || same(entry.amp.model);
}

/// The amp that is there, or else the only one that has an interrupted update.
Attempt<Identity> ampToForget(Call &call)
{
    const auto amp = call.openAmp();
    if (amp)
        return (*amp)->description().identity;
    if (amp.error().error.code != Errc::NotFound)
        return std::unexpected(amp.error());
    auto entries = UpdateJournal(call.context().paths.updates).all();
    std::erase_if(entries, [&](const UpdateEntry &entry) { return !isMeant(entry, call.value("device")); });
    if (entries.size() != 1)
        return std::unexpected(amp.error());
    return entries.front().amp;
}

} // namespace

Attempt<void> showFirmware(Call &call)
{
    const auto amp = call.openAmp();
    if (!amp)
        return std::unexpected(amp.error());
    const auto status = call.updater().status(**amp);
    if (!status)
        return ampProblem(status.error());
    for (const QString &line : aligned(statusRows(*status, call.context().locale)))
        call.say(line);
    if (status->interrupted)
        call.say(u'\n' + interruptedText(*status->interrupted, call.context().locale) + u' ' +
                 CommandWords::tr("“gainstagectl firmware install” goes on with it."));
    if (status->journalProblem)
        call.warn(*status->journalProblem);
    call.answer(toJson(*status));
    return {};
}

Attempt<void> checkFirmware(Call &call)
{
    const auto file = readFirmwareFile(call.arguments().first());
    if (!file)
        return std::unexpected(file.error());
    const auto checked = checkedWithAmp(call, *file);
    if (!checked)
        return std::unexpected(checked.error());
    sayInspection(call, checked->inspection);
    if (!checked->compared)
        call.say(CommandWords::tr("It was not compared with an amp, so what depends on that is not checked."));
    if (auto bad = refuseBad(call, checked->inspection, checked->compared); !bad)
        return bad;
    call.answer(toJson(checked->inspection, checked->compared));
    return {};
}

Attempt<void> confirmFirmware(Call &call)
{
    const auto amp = call.openAmp();
    if (!amp)
        return std::unexpected(amp.error());
    const auto images = call.updater().confirm(**amp);
    if (!images)
        return ampProblem(images.error());
    if (const SlotImage *image = runningImage(*images))
        call.say(CommandWords::tr("The amp keeps firmware %1.").arg(QString::fromStdString(image->version)));
    call.answer(toJson(*images));
    return {};
}

Attempt<void> forgetFirmware(Call &call)
{
    const auto amp = ampToForget(call);
    if (!amp)
        return std::unexpected(amp.error());
    if (const auto forgotten = call.updater().forget(*amp); !forgotten)
        return fileProblem(forgotten.error());
    call.say(CommandWords::tr("The interrupted update is forgotten. The amp runs what it ran before."));
    call.answer(QJsonObject{{u"forgotten"_s, true}});
    return {};
}

} // namespace gainstage::cli
