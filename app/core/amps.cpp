// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/amps.h"

#include "app/core/answer.h"
#include "app/core/when_done.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

/// Where an entry's amp is now: changed by the caller when the amp comes back elsewhere, read by the session's worker.
class Place {
public:
    explicit Place(Port port) : m_port(std::move(port)) {}
    Port get() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_port;
    }
    void set(const Port &port)
    {
        const std::scoped_lock lock(m_mutex);
        m_port = port;
    }

private:
    mutable std::mutex m_mutex;
    Port m_port;
};

bool samePath(const Port &one, const Port &other)
{
    if (one.wire != other.wire || one.path.isEmpty())
        return false;
    const QString real = QFileInfo(one.path).canonicalFilePath();
    return one.path == other.path || (!real.isEmpty() && real == QFileInfo(other.path).canonicalFilePath());
}

/// Whether they may be one amp: what both say is the same.
bool mayBeSameAmp(const Port &one, const Port &other)
{
    return one.serialNumber.isEmpty() || other.serialNumber.isEmpty() || one.serialNumber == other.serialNumber;
}

bool surelySameAmp(const Port &one, const Port &other)
{
    return !one.serialNumber.isEmpty() && one.serialNumber == other.serialNumber && one.maker == other.maker && one.product == other.product;
}

QString ampName(const Identity &amp)
{
    return amp.maker + u'/' + amp.model + u'/' + amp.serialNumber;
}

QFuture<Result<Applied>> answered(const Error &error)
{
    Answer<Applied> answer;
    answer.give(std::unexpected(error));
    return answer.future();
}

} // namespace

class Amps::Private {
public:
    /// What belongs to an entry and is nobody else's business. The session goes first: it may still confirm something.
    struct Own {
        std::optional<History> history;
        QString amp;                                 ///< as the history names it
        std::pair<QJsonObject, QJsonObject> stepped; ///< what the undo or redo under way has changed
        std::shared_ptr<Place> place;
        bool byHand = false;
        std::unique_ptr<Session> session;
    };
    using Step = std::optional<HistoryEntry> (History::*)() const;

    Private(Amps &amps, AmpFinder &ampFinder, Paths userPaths) : q(amps), finder(ampFinder), paths(std::move(userPaths)) {}
    void follow();
    Entry &create(const Port &port, bool byHand);
    Entry *find(const Port &port, const std::vector<Port> &there);
    bool isThere(const Entry &entry, const std::vector<Port> &there) const;
    bool update(Entry &entry, const Port &port);
    bool markAbsent(const std::vector<Port> &there);
    void onLinkChanged(Entry &entry);
    void onConfirmed(Entry &entry, const State &before, const State &after, const QString &origin);
    void note(Entry &entry, const Result<HistoryEntry> &outcome);
    QFuture<Result<Applied>> step(Entry &entry, bool undo);
    void onStepped(Entry &entry, const HistoryEntry &step, bool undo, bool done);

    Amps &q;
    AmpFinder &finder;
    Paths paths;
    std::vector<std::unique_ptr<Entry>> list;
    std::vector<AmpFinder::Unsupported> unsupported;
    std::map<const Entry *, Own> own;
};

void Amps::Private::follow()
{
    const std::vector<Port> there = finder.amps();
    bool changed = false;
    for (const Port &port : there) {
        Entry *entry = find(port, there);
        changed = (entry ? update(*entry, port) : (create(port, false), true)) || changed;
    }
    changed = markAbsent(there) || changed;
    auto unsupportedNow = finder.unsupported();
    changed = changed || unsupportedNow != unsupported;
    unsupported = std::move(unsupportedNow);
    if (changed)
        Q_EMIT q.changed();
}

Amps::Entry &Amps::Private::create(const Port &port, bool byHand)
{
    Entry &entry = *list.emplace_back(std::make_unique<Entry>(Entry{port, nullptr, true}));
    Own &mine = own[&entry];
    mine.place = std::make_shared<Place>(port);
    mine.byHand = byHand;
    mine.session = std::make_unique<Session>([this, place = mine.place](const std::stop_token &stop) { return finder.open(place->get(), stop); });
    entry.session = mine.session.get();
    connect(entry.session, &Session::linkChanged, &q, [this, &entry] { onLinkChanged(entry); });
    connect(entry.session, &Session::confirmed, &q,
            [this, &entry](const State &before, const State &after, const QString &origin) { onConfirmed(entry, before, after, origin); });
    return entry;
}

bool Amps::Private::isThere(const Entry &entry, const std::vector<Port> &there) const
{
    return std::ranges::any_of(there, [&](const Port &port) { return samePath(entry.port, port) && mayBeSameAmp(entry.port, port); });
}

/// The entry that this port belongs to: the same amp at its place, the same amp that came back elsewhere, or the place where now another amp is.
Amps::Entry *Amps::Private::find(const Port &port, const std::vector<Port> &there)
{
    const auto atItsPlace = [&](const auto &entry) { return samePath(entry->port, port) && mayBeSameAmp(entry->port, port); };
    const auto movedHere = [&](const auto &entry) { return surelySameAmp(entry->port, port) && !isThere(*entry, there); };
    const auto otherAmp = [&](const auto &entry) { return samePath(entry->port, port); };
    auto found = std::ranges::find_if(list, atItsPlace);
    if (found == list.end())
        found = std::ranges::find_if(list, movedHere);
    if (found == list.end())
        found = std::ranges::find_if(list, otherAmp);
    return found == list.end() ? nullptr : found->get();
}

/// Whether something about the entry is new.
bool Amps::Private::update(Entry &entry, const Port &port)
{
    const bool news = !entry.present || !(entry.port == port);
    entry.present = true;
    entry.port = port;
    own.at(&entry).place->set(port);
    if (news)
        entry.session->retry();
    return news;
}

bool Amps::Private::markAbsent(const std::vector<Port> &there)
{
    bool changed = false;
    for (const auto &entry : list) {
        if (own.at(entry.get()).byHand || !entry->present || isThere(*entry, there))
            continue;
        entry->present = false;
        changed = true;
    }
    return changed;
}

void Amps::Private::onLinkChanged(Entry &entry)
{
    if (entry.session->link() != Session::Link::Ready)
        return;
    const Identity &amp = entry.session->description()->identity;
    Own &mine = own.at(&entry);
    if (mine.history && mine.amp == ampName(amp))
        return;
    mine.amp = ampName(amp);
    mine.history.emplace(paths.history(amp));
    Q_EMIT q.historyChanged(entry);
}

void Amps::Private::onConfirmed(Entry &entry, const State &before, const State &after, const QString &origin)
{
    Own &mine = own.at(&entry);
    const auto [old, now] = difference(*entry.session->description(), before, after);
    if (!mine.history || now.isEmpty())
        return;
    // Noted when it is known whether it came to its end; see onStepped().
    if (origin == "undo"_L1 || origin == "redo"_L1) {
        mine.stepped = {old, now};
        return;
    }
    note(entry, mine.history->append(QDateTime::currentDateTimeUtc(), mine.amp, origin, old, now));
}

void Amps::Private::note(Entry &entry, const Result<HistoryEntry> &outcome)
{
    if (outcome)
        Q_EMIT q.historyChanged(entry);
    else
        Q_EMIT q.historyFailed(outcome.error());
}

QFuture<Result<Applied>> Amps::Private::step(Entry &entry, bool undo)
{
    entry.session->confirmNow();
    const std::optional<History> &history = own.at(&entry).history;
    const auto what = !history ? std::nullopt : undo ? history->toUndo() : history->toRedo();
    if (!what)
        return answered(
            {Errc::NotFound, undo ? SENTENCE("error", "There is nothing to undo.") : SENTENCE("error", "There is nothing to redo."), {}, ""});
    const auto change = changeFrom(*entry.session->description(), undo ? what->before : what->after);
    if (!change)
        return answered(change.error());
    const auto future = entry.session->apply(*change, undo ? u"undo"_s : u"redo"_s);
    whenDone(&q, future, [this, &entry, undo, step = *what](const Result<Applied> &outcome) { onStepped(entry, step, undo, outcome.has_value()); });
    return future;
}

/// A step that failed half-way undid nothing, but what it changed is history.
void Amps::Private::onStepped(Entry &entry, const HistoryEntry &step, bool undo, bool done)
{
    Own &mine = own.at(&entry);
    const auto [old, now] = std::exchange(mine.stepped, {});
    const QDateTime time = QDateTime::currentDateTimeUtc();
    if (done)
        note(entry, mine.history->appendStep(time, step, undo));
    else if (!now.isEmpty())
        note(entry, mine.history->append(time, mine.amp, undo ? u"undo"_s : u"redo"_s, old, now));
}

Amps::Amps(AmpFinder &finder, Paths paths, QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this, finder, std::move(paths)))
{
    finder.onChange([this] { d->follow(); });
    d->follow();
}

Amps::~Amps()
{
    d->finder.onChange({});
    // While everything is still there: a session may have a last change to confirm.
    for (auto &[entry, own] : d->own)
        own.session.reset();
}

const std::vector<std::unique_ptr<Amps::Entry>> &Amps::list() const
{
    return d->list;
}

const std::vector<AmpFinder::Unsupported> &Amps::unsupported() const
{
    return d->unsupported;
}

void Amps::allowExperimental(bool allowed)
{
    if (d->finder.allowsExperimental() == allowed)
        return;
    d->finder.allowExperimental(allowed);
    for (const auto &entry : d->list)
        entry->session->maintain([](AmpLine &line) {
            line.close();
            static_cast<void>(line.open()); // where this fails, the session goes on trying
        });
}

Amps::Entry &Amps::add(const Port &port)
{
    if (Entry *known = d->find(port, {port}))
        return *known;
    Entry &entry = d->create(port, true);
    Q_EMIT changed();
    return entry;
}

History *Amps::history(const Entry &entry) const
{
    const auto found = d->own.find(&entry);
    return found == d->own.end() || !found->second.history ? nullptr : &*found->second.history;
}

QFuture<Result<Applied>> Amps::undo(Entry &entry)
{
    return d->step(entry, true);
}

QFuture<Result<Applied>> Amps::redo(Entry &entry)
{
    return d->step(entry, false);
}

} // namespace gainstage
