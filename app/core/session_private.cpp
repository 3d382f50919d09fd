// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/session_private.h"

#include <algorithm>
#include <utility>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kLongestPause = 30s;
/// A drag or a turn that rests this long is over.
constexpr std::chrono::milliseconds kRest = 400ms;

QString originOf(Source source)
{
    switch (source) {
    case Source::Client: return u"client"_s;
    case Source::Knob: return u"knob"_s;
    case Source::Remote: return u"remote"_s;
    case Source::Protection: return u"protection"_s;
    case Source::Recall: return u"recall"_s;
    }
    return u"client"_s;
}

std::set<SettingId> differing(const State &before, const State &after)
{
    std::set<SettingId> ids;
    for (const State *state : {&before, &after}) {
        for (const auto &[id, value] : state->values) {
            if (before.value(id) != after.value(id))
                ids.insert(id);
        }
    }
    return ids;
}

bool sameAmp(const Description &one, const Description &other)
{
    const Identity &a = one.identity, &b = other.identity;
    return !a.digest.isEmpty() && a.digest == b.digest && a.maker == b.maker && a.model == b.model && a.serialNumber == b.serialNumber &&
           a.firmware == b.firmware && one.settings.size() == other.settings.size(); // with or without experimental ones
}

} // namespace

Session::Private::Private(Session &session, AmpOpener opener) : q(session)
{
    const auto changed = [this](const State &before, const State &after, Source source) { deliver([=, this] { onChanged(before, after, source); }); };
    const auto measured = [this](const Event &event) { deliver([=, this] { onMeasured(event); }); };
    const auto lost = [this](const Error &why) { deliver([=, this] { onLost(why); }); };
    live = new LiveAmp(std::move(opener), stop.get_token(), {changed, measured, lost});
}

void Session::Private::begin()
{
    live->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, live, &QObject::deleteLater);
    later.setSingleShot(true);
    QObject::connect(&later, &QTimer::timeout, &q, [this] { open(); });
    rest.setSingleShot(true);
    rest.setInterval(kRest);
    QObject::connect(&rest, &QTimer::timeout, &q, &Session::confirmNow);
    thread.start();
    open();
}

void Session::Private::end()
{
    stop.request_stop();
    thread.quit();
    thread.wait();
}

void Session::Private::post(std::function<void(LiveAmp &)> job)
{
    QMetaObject::invokeMethod(live, [live = live, job = std::move(job)] { job(*live); }, Qt::QueuedConnection);
}

void Session::Private::deliver(std::function<void()> news)
{
    QMetaObject::invokeMethod(&q, std::move(news), Qt::QueuedConnection);
}

void Session::Private::open()
{
    if (opening || link == Link::Ready)
        return;
    opening = true;
    later.stop();
    post([this](LiveAmp &amp) {
        const auto outcome = amp.open();
        deliver([this, outcome] { onOpened(outcome); });
    });
}

void Session::Private::onOpened(const Result<LiveAmp::Opened> &outcome)
{
    opening = false;
    if (!outcome) {
        linkError = outcome.error();
        tryLater();
        return become(description ? Link::Lost : Link::Failed);
    }
    take(*outcome);
}

void Session::Private::take(const LiveAmp::Opened &opened)
{
    pause = kFirstPause;
    // Who holds a pointer into the description keeps it when the same amp comes back.
    if (!description || !sameAmp(*description, opened.description))
        description = opened.description;
    state = opened.state;
    become(Link::Ready);
    Q_EMIT q.stateChanged();
}

Result<void> Session::Private::writable() const
{
    if (link != Link::Ready)
        return failure(Errc::Disconnected, SENTENCE("error", "The amp is not connected."), {},
                       SENTENCE("error", "Check the cable and that the amp is switched on."));
    if (maintained)
        return failure(Errc::Busy, SENTENCE("error", "The amp's firmware is being updated."), {}, SENTENCE("error", "Wait until it is done."));
    return {};
}

void Session::Private::onMaintained(const Result<LiveAmp::Opened> &outcome)
{
    maintained = false;
    if (outcome)
        take(*outcome);
    else
        onLost(outcome.error());
    Q_EMIT q.maintainedChanged();
}

void Session::Private::become(Link now)
{
    link = now;
    Q_EMIT q.linkChanged();
}

void Session::Private::tryLater()
{
    later.start(pause);
    pause = std::min(pause * 2, kLongestPause);
}

void Session::Private::onLost(const Error &why)
{
    q.confirmNow();
    linkError = why;
    lostSince = QDateTime::currentDateTimeUtc();
    tryLater();
    become(Link::Lost);
    dropWishes(why);
}

void Session::Private::dropWishes(const Error &why)
{
    const Change dropped = std::exchange(wished, {});
    if (!dropped.empty()) {
        Q_EMIT q.pendingChanged();
        Q_EMIT q.refused(dropped, why);
    }
}

void Session::Private::onChanged(const State &before, const State &after, Source source)
{
    state = after;
    Q_EMIT q.stateChanged();
    confirmWhenAtRest(before, after, originOf(source));
}

void Session::Private::onMeasured(const Event &event)
{
    if (const auto *meters = std::get_if<MetersMeasured>(&event))
        Q_EMIT q.metersMeasured(meters->meters);
    else if (const auto *clip = std::get_if<Clipped>(&event))
        Q_EMIT q.clipped(clip->count);
    else if (const auto *power = std::get_if<PoweringDown>(&event))
        Q_EMIT q.poweringDown(power->in);
}

void Session::Private::write(const Change &change, Done done)
{
    const quint64 number = ++lastWrite;
    underWay[number] = change;
    Q_EMIT q.pendingChanged();
    post([this, change, number, done = std::move(done)](LiveAmp &amp) {
        const auto written = amp.apply(change);
        deliver([this, written, number, done] {
            underWay.erase(number);
            state = written.after;
            Q_EMIT q.stateChanged();
            Q_EMIT q.pendingChanged();
            done(written);
        });
    });
}

void Session::Private::nextWish()
{
    if (wishUnderWay || wished.empty())
        return;
    wishUnderWay = true;
    const Change change = std::exchange(wished, {});
    write(change, [this, change](const LiveAmp::Written &written) { onWishWritten(change, written); });
}

void Session::Private::onWishWritten(const Change &change, const LiveAmp::Written &written)
{
    wishUnderWay = false;
    confirmWhenAtRest(written.before, written.after, u"user"_s);
    if (written.error)
        Q_EMIT q.refused(change, *written.error);
    nextWish();
}

void Session::Private::confirm(const State &before, const State &after, const QString &origin)
{
    if (before.values != after.values || before.equalizer != after.equalizer)
        Q_EMIT q.confirmed(before, after, origin);
}

void Session::Private::confirmWhenAtRest(const State &before, const State &after, const QString &origin)
{
    const std::set<SettingId> ids = differing(before, after);
    if (ids.empty() && before.equalizer == after.equalizer)
        return;
    const auto isRange = [this](SettingId id) {
        const Setting *setting = description->find(id);
        return setting && setting->range();
    };
    const bool continues = gesture && gesture->origin == origin && gesture->ids == ids;
    if (!continues)
        q.confirmNow();
    if (!std::ranges::all_of(ids, isRange))
        return confirm(before, after, origin);
    gesture = Gesture{origin, ids, continues ? gesture->before : before, after};
    rest.start();
}

} // namespace gainstage
