// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/link_state.h"

#include "app/viewmodels/numbers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

struct LinkWords {
    Q_DECLARE_TR_FUNCTIONS(gainstage::LinkWords)
};

QString wireName(const Port &port)
{
    if (port.simulated)
        return LinkWords::tr("Simulated");
    return port.wire == Wire::Hid ? LinkWords::tr("USB HID") : LinkWords::tr("Serial");
}

QString serialNumber(const Amps::Entry &entry)
{
    const Description *amp = entry.session ? entry.session->description() : nullptr;
    return amp ? amp->identity.serialNumber : entry.port.serialNumber;
}

QString wireAndNumber(const Amps::Entry &entry)
{
    const QString number = serialNumber(entry);
    return number.isEmpty() ? wireName(entry.port) : QString(wireName(entry.port) % u" · "_s % number);
}

LinkState connecting()
{
    return {LinkState::Kind::Connecting, LinkWords::tr("connecting"), LinkWords::tr("Connecting"),
            LinkWords::tr("Asking the amp what it is and what it can do."), false};
}

LinkState lost(const Amps::Entry &entry, const QLocale &locale)
{
    const QString since = locale.toString(entry.session->lostSince().toLocalTime().time(), QLocale::ShortFormat);
    const QString what = LinkWords::tr("Values are the last that the amp said. Gainstage connects again by itself as soon as the amp is back.");
    return {LinkState::Kind::Lost, LinkWords::tr("lost since %1").arg(since), LinkWords::tr("Connection lost since %1").arg(since), what, true};
}

LinkState noPermission(const Port &port)
{
    const QString what =
        LinkWords::tr("Your account may not open %1. Install the udev rule that comes with Gainstage, or add your account to the group "
                      "“dialout”, then unplug the amp and plug it in again.");
    return {LinkState::Kind::Permission, LinkWords::tr("no permission"), LinkWords::tr("The system does not let Gainstage use this amp"),
            what.arg(port.path), true};
}

LinkState busy(const Port &port)
{
    const QString what = LinkWords::tr("Another program holds %1. Close it, then try again.");
    return {LinkState::Kind::Busy, LinkWords::tr("in use elsewhere"), LinkWords::tr("Another program uses this amp"), what.arg(port.path), true};
}

LinkState failed(const Error &error)
{
    return {LinkState::Kind::Failed, LinkWords::tr("not usable"), LinkWords::tr("This amp could not be opened"), sentences(error), true};
}

LinkState notOpen(const Amps::Entry &entry, Errc code, const Error &error)
{
    if (code == Errc::Permission)
        return noPermission(entry.port);
    if (code == Errc::Busy)
        return busy(entry.port);
    return failed(error);
}

LinkState withoutSession(const Amps::Entry &entry)
{
    switch (entry.port.access) {
    case Port::Access::Permission: return noPermission(entry.port);
    case Port::Access::Busy: return busy(entry.port);
    case Port::Access::Ok: break;
    }
    return connecting();
}

} // namespace

LinkState linkState(const Amps::Entry &entry, const QLocale &locale)
{
    if (!entry.session)
        return withoutSession(entry);
    switch (entry.session->link()) {
    case Session::Link::Connecting: return connecting();
    case Session::Link::Ready: return {LinkState::Kind::Ready, wireAndNumber(entry), {}, {}, false};
    case Session::Link::Failed: return notOpen(entry, entry.session->linkError().code, entry.session->linkError());
    case Session::Link::Lost: break;
    }
    const Error &why = entry.session->linkError();
    if (why.code == Errc::Permission || why.code == Errc::Busy)
        return notOpen(entry, why.code, why);
    return lost(entry, locale);
}

QString ampName(const Amps::Entry &entry)
{
    const Description *amp = entry.session ? entry.session->description() : nullptr;
    if (amp && !amp->identity.model.isEmpty())
        return amp->identity.model;
    return entry.port.product.isEmpty() ? entry.port.path : entry.port.product;
}

} // namespace gainstage
