// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctor_text.h"

#include "app/cli/call.h"

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;
using Kind = Finding::Kind;

/// For scripts.
QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::RulesMissing: return u"rules-missing"_s;
    case Kind::RulesOutdated: return u"rules-outdated"_s;
    case Kind::UdevStopped: return u"udev-stopped"_s;
    case Kind::UdevUnreachable: return u"udev-unreachable"_s;
    case Kind::NoPermission: return u"no-permission"_s;
    case Kind::Held: return u"held"_s;
    case Kind::ModemManager: return u"modem-manager"_s;
    case Kind::NoDriver: return u"no-driver"_s;
    case Kind::NoNode: break;
    }
    return u"no-node"_s;
}

QString nameOf(const Finding &finding)
{
    return finding.amp.isEmpty() ? CommandWords::tr("The amp") : finding.amp;
}

/// "gainstage (1234), 4711"
QString holdersText(const std::vector<Holder> &holders)
{
    QStringList texts;
    for (const Holder &holder : holders) {
        const QString pid = QString::number(holder.pid);
        texts << (holder.name.isEmpty() ? pid : u"%1 (%2)"_s.arg(holder.name, pid));
    }
    return texts.join(u", "_s);
}

} // namespace

QString messageOf(const Finding &finding)
{
    switch (finding.kind) {
    case Kind::RulesMissing: return CommandWords::tr("The udev rules are not installed: amps stay closed to ordinary users.");
    case Kind::RulesOutdated: return CommandWords::tr("The udev rules in %1 are not those of this version.").arg(finding.where);
    case Kind::UdevStopped: return CommandWords::tr("udev does not run: amps that are plugged in are not noticed and stay closed to ordinary users.");
    case Kind::UdevUnreachable:
        return CommandWords::tr("This is a container without %1: amps that are plugged in are not noticed here.").arg(finding.where);
    case Kind::NoPermission: return CommandWords::tr("%1 may not be opened: no permission for %2.").arg(nameOf(finding), finding.where);
    case Kind::Held: return CommandWords::tr("%1 is in use: %2 is held by %3.").arg(nameOf(finding), finding.where, holdersText(finding.holders));
    case Kind::ModemManager:
        return CommandWords::tr("ModemManager looks for a modem in %1: %2 is held by %3.")
            .arg(nameOf(finding), finding.where, holdersText(finding.holders));
    case Kind::NoDriver:
        return CommandWords::tr("%1 is plugged in (USB %2), but the system has no driver for it: it has no device file.")
            .arg(nameOf(finding), finding.where);
    case Kind::NoNode: break;
    }
    return CommandWords::tr("%1 is plugged in, but its device file %2 is not there.").arg(nameOf(finding), finding.where);
}

QString adviceOf(const Finding &finding)
{
    switch (finding.kind) {
    case Kind::RulesMissing:
    case Kind::RulesOutdated: return CommandWords::tr("Install them:");
    case Kind::UdevStopped: return CommandWords::tr("Start it:");
    case Kind::UdevUnreachable: return CommandWords::tr("Start the container so that it sees the devices, for instance:");
    case Kind::NoPermission:
        return finding.commands.size() == 2
                   ? CommandWords::tr(
                         "The rules open it to who is logged in at the computer itself. The first command applies them again; the second "
                         "opens it until it is unplugged, also to a login over the network:")
                   : CommandWords::tr("Install the udev rules:");
    case Kind::Held: return CommandWords::tr("Close that program, or end it:");
    case Kind::ModemManager: return CommandWords::tr("The udev rules keep it away:");
    case Kind::NoDriver: return CommandWords::tr("Load the driver, or plug the amp in again:");
    case Kind::NoNode: break;
    }
    return finding.commands.isEmpty() ? CommandWords::tr("Plug the amp in again.")
                                      : CommandWords::tr("Start the container so that it sees the devices, for instance:");
}

QJsonObject toJson(const Finding &finding)
{
    QJsonArray holders;
    for (const Holder &holder : finding.holders)
        holders.append(QJsonObject{{u"pid"_s, holder.pid}, {u"name"_s, holder.name}});
    return {{u"kind"_s, kindName(finding.kind)},
            {u"where"_s, finding.where},
            {u"model"_s, finding.amp},
            {u"holders"_s, holders},
            {u"message"_s, messageOf(finding)},
            {u"advice"_s, adviceOf(finding)},
            {u"commands"_s, QJsonArray::fromStringList(finding.commands)}};
}

} // namespace gainstage::cli
