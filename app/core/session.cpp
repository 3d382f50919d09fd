// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/session.h"

#include "app/core/answer.h"
#include "app/core/live_amp.h"

#include <QThread>
#include <QTimer>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kFirstPause = 250ms;
constexpr std::chrono::milliseconds kLongestPause = 30s;
/// A drag or a turn that rests this long is over.
constexpr std::chrono::milliseconds kRest = 400ms;

Error notConnected()
{
    return {Errc::Disconnected,
            SENTENCE("error", "The amp is not connected."),
            {},
            SENTENCE("error", "Check the cable and that the amp is switched on.")};
}

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
           a.firmware == b.firmware;
}

} // namespace

class Session::Private {
public:
    Private(Session &session, AmpOpener opener);
    void begin();
    void end();

    void open();
    void onOpened(const Result<LiveAmp::Opened> &outcome);
    void become(Link now);
    void onLost(const Error &why);
    void tryLater();
    void onChanged(const State &before, const State &after, Source source);
    void onMeasured(const Event &event);

    using Done = std::function<void(const LiveAmp::Written &written)>;
    void write(const Change &change, Done done);
    void nextWish();
    void onWishWritten(const Change &change, const LiveAmp::Written &written);
    void confirm(const State &before, const State &after, const QString &origin);
    void confirmWhenAtRest(const State &before, const State &after, const QString &origin);

    /// On the worker's thread.
    void post(std::function<void(LiveAmp &)> job);
    /// From there back to ours.
    void deliver(std::function<void()> news);

    /// Several confirmed changes of the same ranges by the same hand, told as one.
    struct Gesture {
        QString origin;
        std::set<SettingId> ids;
        State before, after;
    };

    Session &q;
    std::stop_source stop;
    QThread thread;
    LiveAmp *live; ///< lives on the thread and dies with it

    Link link = Link::Connecting;
    QDateTime lostSince;
    Error linkError;
    std::optional<Description> description;
    std::optional<State> state;

    bool opening = false;
    QTimer later;
    std::chrono::milliseconds pause = kFirstPause;

    Change wished; ///< not sent yet
    bool wishUnderWay = false;
    std::map<quint64, Change> underWay;
    quint64 lastWrite = 0;
    std::optional<Gesture> gesture;
    QTimer rest;
};

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
    pause = kFirstPause;
    // Who holds a pointer into the description keeps it when the same amp comes back.
    if (!description || !sameAmp(*description, outcome->description))
        description = outcome->description;
    state = outcome->state;
    become(Link::Ready);
    Q_EMIT q.stateChanged();
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
    const Change dropped = std::exchange(wished, {});
    tryLater();
    become(Link::Lost);
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

Session::Session(AmpOpener opener, QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this, std::move(opener)))
{
    d->begin();
}

Session::~Session()
{
    confirmNow();
    d->end();
}

Session::Link Session::link() const
{
    return d->link;
}

QDateTime Session::lostSince() const
{
    return d->lostSince;
}

const Error &Session::linkError() const
{
    return d->linkError;
}

const Description *Session::description() const
{
    return d->description ? &*d->description : nullptr;
}

const State *Session::state() const
{
    return d->state ? &*d->state : nullptr;
}

QFuture<Result<Applied>> Session::apply(const Change &change, const QString &origin)
{
    const auto answer = std::make_shared<Answer<Applied>>();
    const auto future = answer->future();
    confirmNow();
    if (d->link != Link::Ready) {
        answer->give(std::unexpected(notConnected()));
        return future;
    }
    d->write(change, [this, answer, origin](const LiveAmp::Written &written) {
        confirmNow();
        d->confirm(written.before, written.after, origin);
        answer->give(written.error ? Result<Applied>(std::unexpected(*written.error)) : Applied{written.before, written.after});
    });
    return future;
}

void Session::wish(const Change &change)
{
    if (change.empty())
        return;
    if (d->link != Link::Ready) {
        QMetaObject::invokeMethod(this, [this, change] { Q_EMIT refused(change, notConnected()); }, Qt::QueuedConnection);
        return;
    }
    d->wished = d->wished.then(change);
    if (d->wishUnderWay)
        Q_EMIT pendingChanged();
    d->nextWish();
}

bool Session::isPending(SettingId id) const
{
    const auto names = [id](const auto &write) { return write.second.value(id).has_value(); };
    return d->wished.value(id).has_value() || std::ranges::any_of(d->underWay, names);
}

QFuture<Result<void>> Session::store()
{
    const auto answer = std::make_shared<Answer<void>>();
    d->post([this, answer](LiveAmp &amp) {
        const auto [outcome, state] = amp.store();
        d->deliver([this, answer, outcome = outcome, state = state] {
            if (d->state) {
                d->state = state;
                Q_EMIT stateChanged();
            }
            answer->give(outcome);
        });
    });
    return answer->future();
}

QFuture<Result<void>> Session::identify(std::chrono::milliseconds duration)
{
    const auto answer = std::make_shared<Answer<void>>();
    d->post([this, answer, duration](LiveAmp &amp) {
        const auto outcome = amp.identify(duration);
        d->deliver([answer, outcome] { answer->give(outcome); });
    });
    return answer->future();
}

void Session::meterEvery(std::chrono::milliseconds interval)
{
    d->post([interval](LiveAmp &amp) { amp.meterEvery(interval); });
}

void Session::retry()
{
    d->pause = kFirstPause;
    if (d->link == Link::Failed && !d->opening)
        d->become(Link::Connecting);
    d->open();
}

void Session::confirmNow()
{
    d->rest.stop();
    if (const auto told = std::exchange(d->gesture, {}))
        d->confirm(told->before, told->after, told->origin);
}

} // namespace gainstage
