// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/amp_text.h"
#include "app/cli/carry_out.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/core/json_view.h"
#include "app/core/value_text.h"
#include "app/core/words.h"

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

QString accessName(Port::Access access)
{
    return access == Port::Access::Ok ? u"ok"_s : access == Port::Access::Permission ? u"permission"_s : u"busy"_s;
}

QString accessText(const Port &port)
{
    switch (port.access) {
    case Port::Access::Permission: return CommandWords::tr("no permission");
    case Port::Access::Busy: return CommandWords::tr("in use by another program");
    case Port::Access::Ok: break;
    }
    return port.simulated ? CommandWords::tr("simulated") : QString();
}

QJsonObject toJson(const Port &port)
{
    return {{u"selector"_s, port.selector()},        {u"maker"_s, port.maker},         {u"model"_s, port.product},
            {u"serial_number"_s, port.serialNumber}, {u"simulated"_s, port.simulated}, {u"access"_s, accessName(port.access)}};
}

QJsonArray toJson(const std::vector<AmpFinder::Unsupported> &amps)
{
    QJsonArray list;
    for (const auto &[port, maker, model] : amps) {
        QJsonObject object = toJson(port);
        object[u"maker"_s] = maker;
        object[u"model"_s] = model;
        list.append(object);
    }
    return list;
}

QString limitsText(const Setting &setting, const QLocale &locale)
{
    if (const Range *range = setting.range())
        return CommandWords::tr("%1 to %2").arg(shownText(setting, {range->min}, locale), shownText(setting, {range->max}, locale));
    if (setting.isSwitch())
        return u"on, off"_s;
    QStringList keys;
    for (const Choice &choice : setting.choices()->list)
        keys << choice.key;
    return keys.join(u", "_s);
}

void sayRows(Call &call, const std::vector<QStringList> &rows)
{
    for (const QString &line : aligned(rows))
        call.say(line);
}

void sayIdentity(Call &call, const Identity &identity)
{
    const std::pair<QString, QString> lines[] = {{CommandWords::tr("maker"), identity.maker},
                                                 {CommandWords::tr("model"), identity.model},
                                                 {CommandWords::tr("serial number"), identity.serialNumber},
                                                 {CommandWords::tr("hardware"), identity.hardware},
                                                 {CommandWords::tr("firmware"), identity.firmware},
                                                 {CommandWords::tr("protocol"), identity.protocol}};
    std::vector<QStringList> rows;
    for (const auto &[name, value] : lines) {
        if (!value.isEmpty())
            rows.push_back({name, value});
    }
    sayRows(call, rows);
}

void sayOutputs(Call &call, const std::vector<OutputFigures> &outputs)
{
    std::vector<QStringList> rows;
    rows.reserve(outputs.size());
    for (const OutputFigures &output : outputs)
        rows.push_back({u"  "_s + output.connector, output.label,
                        output.balanced ? CommandWords::tr("balanced")
                        : output.line   ? CommandWords::tr("line")
                                        : CommandWords::tr("single-ended")});
    if (!rows.empty())
        call.say(u'\n' + CommandWords::tr("Outputs:"));
    sayRows(call, rows);
}

void saySettings(Call &call, const std::vector<Setting> &settings)
{
    std::vector<QStringList> rows;
    rows.reserve(settings.size());
    for (const Setting &setting : settings)
        rows.push_back({u"  "_s + setting.key, label(setting), limitsText(setting, call.context().locale),
                        setting.flags.readOnly       ? CommandWords::tr("only read")
                        : setting.flags.experimental ? CommandWords::tr("experimental")
                                                     : QString()});
    if (!rows.empty())
        call.say(u'\n' + CommandWords::tr("Settings:"));
    sayRows(call, rows);
}

} // namespace

Attempt<void> listDevices(Call &call)
{
    QJsonArray list;
    std::vector<QStringList> rows;
    for (const Port &port : call.context().finder.amps()) {
        list.append(toJson(port));
        rows.push_back({port.selector(), port.product, port.serialNumber, accessText(port)});
    }
    const bool none = rows.empty();
    const auto unsupported = call.context().finder.unsupported();
    for (const auto &[port, maker, model] : unsupported)
        rows.push_back(
            {port.selector(), QString(maker + u' ' + model).trimmed(), port.serialNumber, CommandWords::tr("recognised, not supported yet")});
    sayRows(call, rows);
    if (none)
        call.say(unsupported.empty() ? CommandWords::tr("No amp is plugged in.")
                                     : CommandWords::tr("No amp is plugged in that this program can drive."));
    if (!unsupported.empty())
        call.say(CommandWords::tr("“gainstagectl --device SELECTOR capture FILE” makes a file that helps to support an amp."));
    call.answer(list, {{u"unsupported"_s, toJson(unsupported)}});
    return {};
}

Attempt<void> showDevice(Call &call)
{
    const auto amp = call.openAmp();
    if (!amp)
        return std::unexpected(amp.error());
    const Description &description = (*amp)->description();
    sayIdentity(call, description.identity);
    sayOutputs(call, description.outputs);
    saySettings(call, description.settings);
    call.answer(gainstage::toJson(description));
    return {};
}

Attempt<void> identifyDevice(Call &call)
{
    const auto seconds = call.number("seconds", 5);
    if (!seconds)
        return std::unexpected(seconds.error());
    const auto amp = call.openAmp();
    if (!amp)
        return std::unexpected(amp.error());
    const std::chrono::seconds duration(std::min(*seconds, 3600));
    if (const auto shown = (*amp)->identify(duration); !shown)
        return ampProblem(shown.error());
    call.say(*seconds ? CommandWords::tr("The amp shows itself for %n second(s).", nullptr, static_cast<int>(duration.count()))
                      : CommandWords::tr("The amp no longer shows itself."));
    call.answer(QJsonObject{{u"seconds"_s, static_cast<int>(duration.count())}});
    return {};
}

} // namespace gainstage::cli
