// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/session.h"

#include "app/core/answer.h"
#include "app/core/session_private.h"

#include <algorithm>
#include <utility>

namespace gainstage {
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
    if (const auto possible = d->writable(); !possible) {
        answer->give(std::unexpected(possible.error()));
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
    if (const auto possible = d->writable(); !possible) {
        QMetaObject::invokeMethod(this, [this, change, why = possible.error()] { Q_EMIT refused(change, why); }, Qt::QueuedConnection);
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
    if (const auto possible = d->writable(); !possible) {
        answer->give(possible);
        return answer->future();
    }
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
    if (const auto possible = d->writable(); !possible) {
        answer->give(possible);
        return answer->future();
    }
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

QFuture<Result<void>> Session::maintain(std::function<void(AmpLine &line)> job)
{
    const auto answer = std::make_shared<Answer<void>>();
    confirmNow();
    if (const auto possible = d->writable(); !possible) {
        answer->give(possible);
        return answer->future();
    }
    d->maintained = true;
    d->dropWishes(d->writable().error());
    Q_EMIT maintainedChanged();
    d->post([this, answer, job = std::move(job)](LiveAmp &amp) {
        const auto outcome = amp.maintain(job);
        d->deliver([this, answer, outcome] {
            d->onMaintained(outcome);
            answer->give({});
        });
    });
    return answer->future();
}

bool Session::isMaintained() const
{
    return d->maintained;
}

void Session::retry()
{
    d->pause = Private::kFirstPause;
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
