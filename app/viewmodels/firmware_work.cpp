// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/firmware_work.h"

#include "app/core/when_done.h"
#include "devices/firmware/limits.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

std::unexpected<Error> noAmp()
{
    return failure(Errc::Disconnected, SENTENCE("error", "The amp is not connected."));
}

BytesView viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    const std::string name = QFileInfo(path).fileName().toStdString();
    if (!QFileInfo(path).isFile())
        return failure(Errc::FileIo, SENTENCE("error", "“%1” is not a file."), {name});
    if (!file.open(QIODevice::ReadOnly))
        return failure(Errc::FileIo, SENTENCE("error", "“%1” cannot be read: %2."), {name, file.errorString().toStdString()});
    constexpr auto kLargest = static_cast<qint64>(firmware_file::kLargestFile);
    QByteArray bytes = file.read(kLargest + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(Errc::FileIo, SENTENCE("error", "“%1” cannot be read: %2."), {name, file.errorString().toStdString()});
    if (bytes.size() > kLargest)
        return failure(Errc::InvalidFile, SENTENCE("error", "“%1” is larger than any firmware: more than %2 MiB."),
                       {name, std::to_string(kLargest >> 20)});
    return bytes;
}

bool isSameAmp(const Identity &one, const Identity &other)
{
    return one.maker == other.maker && one.model == other.model && one.serialNumber == other.serialNumber;
}

Result<UpdateReport> ended(UpdateReport report)
{
    return report;
}

} // namespace

FirmwareWork::FirmwareWork(const Amps::Entry &entry, const QString &folder, QObject *parent)
    : QObject(parent), m_entry(entry), m_updater(folder, [] { return QDateTime::currentDateTimeUtc(); }), m_journal(folder)
{
    connect(entry.session, &Session::linkChanged, this, &FirmwareWork::onLinkChanged);
    connect(entry.session, &Session::maintainedChanged, this, &FirmwareWork::changed);
    look();
}

FirmwareWork::~FirmwareWork()
{
    if (m_news)
        m_news->forget();
}

bool FirmwareWork::isReady() const
{
    return m_entry.session->link() == Session::Link::Ready;
}

/// Whether an update was left behind: asked of the disk, once per connection.
void FirmwareWork::look()
{
    if (!isReady() || isUpdating())
        return;
    m_known = false;
    const Identity &now = m_entry.session->description()->identity;
    if (!isSameAmp(now, m_identity)) {
        m_status.reset();
        m_file.reset();
        m_report.reset();
    }
    m_identity = now;
    const auto found = m_journal.find(now);
    m_interrupted = found ? *found : std::nullopt;
}

void FirmwareWork::onLinkChanged()
{
    look();
    if (m_watched)
        read();
    Q_EMIT changed();
}

void FirmwareWork::setWatched(bool watched)
{
    m_watched = watched;
    if (watched && !m_known)
        read();
}

/// Has `job` done on the amp's thread, and hands what came of it to `then` on ours.
template <typename T, typename Job, typename Then>
void FirmwareWork::ask(Doing doing, Job job, Then then)
{
    m_doing = doing;
    const auto answer = std::make_shared<Result<T>>(noAmp());
    auto work = [answer, job = std::move(job)](AmpLine &line) {
        if (line.amp())
            *answer = job(line);
    };
    whenDone(this, m_entry.session->maintain(std::move(work)), [this, answer, then = std::move(then)](const Result<void> &outcome) {
        m_doing = Doing::Nothing;
        then(outcome ? *answer : Result<T>(std::unexpected(outcome.error())));
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void FirmwareWork::read()
{
    if (!isReady() || m_doing != Doing::Nothing)
        return;
    m_known = true;
    ask<FirmwareStatus>(
        Doing::Reading, [updater = m_updater](AmpLine &line) { return updater.status(*line.amp()); },
        [this](const Result<FirmwareStatus> &status) {
            m_status = status;
            m_statusTime = QDateTime::currentDateTime();
            if (status && !status->journalProblem)
                m_interrupted = status->interrupted;
        });
}

void FirmwareWork::choose(const QString &path)
{
    if (!isReady() || m_doing != Doing::Nothing)
        return;
    m_file.reset();
    m_problem.reset();
    m_report.reset();
    const auto bytes = contentsOf(path);
    if (bytes)
        return check(QFileInfo(path).fileName(), *bytes);
    m_problem = bytes.error();
    Q_EMIT changed();
}

void FirmwareWork::check(const QString &name, const QByteArray &bytes)
{
    ask<firmware_file::Inspection>(
        Doing::Checking, [updater = m_updater, bytes](AmpLine &line) { return updater.check(*line.amp(), viewOf(bytes)); },
        [this, name, bytes](const Result<firmware_file::Inspection> &inspection) {
            if (inspection)
                m_file = File{name, bytes, *inspection};
            else
                m_problem = inspection.error();
        });
}

void FirmwareWork::dropFile()
{
    m_file.reset();
    m_problem.reset();
    Q_EMIT changed();
}

void FirmwareWork::install(firmware_file::Consent consent)
{
    if (!m_file || !m_file->inspection.image)
        return;
    const QString to = QString::fromStdString(m_file->inspection.image->part.version.text());
    run({firmware_update::Kind::Install, runningVersion(), to},
        [bytes = m_file->bytes, consent](const FirmwareUpdater &updater, AmpLine &line, const auto &listener, const auto &cancel) {
            return updater.install(line, bytes, consent, listener, cancel);
        });
}

void FirmwareWork::resume()
{
    if (!m_interrupted)
        return;
    const firmware_update::Record &record = m_interrupted->record;
    run({record.kind, QString::fromStdString(record.from), QString::fromStdString(record.to)},
        [](const FirmwareUpdater &updater, AmpLine &line, const auto &listener, const auto &cancel) {
            return updater.resume(line, listener, cancel);
        });
}

void FirmwareWork::goBack(firmware_file::Consent consent)
{
    const SlotImage *other = m_status && *m_status ? otherImage((*m_status)->images) : nullptr;
    const QString to = other ? QString::fromStdString(other->version) : QString();
    run({firmware_update::Kind::GoBack, runningVersion(), to},
        [consent](const FirmwareUpdater &updater, AmpLine &line, const auto &listener, const auto &cancel) {
            return updater.goBack(line, consent, listener, cancel);
        });
}

void FirmwareWork::tryAgain()
{
    if (m_last)
        run(m_plan, m_last);
}

QString FirmwareWork::runningVersion() const
{
    const SlotImage *runs = m_status && *m_status ? runningImage((*m_status)->images) : nullptr;
    return runs ? QString::fromStdString(runs->version) : m_identity.firmware;
}

void FirmwareWork::run(Plan plan, Update update)
{
    if (!isReady() || m_doing != Doing::Nothing)
        return;
    m_report.reset();
    m_restored.reset();
    m_problem.reset();
    m_plan = std::move(plan);
    m_last = update;
    m_cancel = std::stop_source();
    m_progress = {};
    m_news = UpdateNews::make(this, [this](const UpdateNews::Newest &newest) {
        m_progress = newest;
        Q_EMIT changed();
    });
    ask<UpdateReport>(
        Doing::Updating,
        [updater = m_updater, update = std::move(update), news = m_news, cancel = m_cancel.get_token()](AmpLine &line) {
            WatchedLine watched(line, *news);
            return ended(update(updater, watched, [&news](const firmware_update::Progress &progress) { news->tell(progress); }, cancel));
        },
        [this](const Result<UpdateReport> &outcome) { onEnded(outcome); });
}

void FirmwareWork::onEnded(const Result<UpdateReport> &outcome)
{
    using firmware_update::Ending;
    m_news->forget();
    m_news.reset();
    m_report.emplace();
    if (outcome)
        m_report = *outcome;
    else
        m_report->outcome.why = outcome.error();
    m_report->outcome.canRetry = m_report->outcome.canRetry || !outcome;
    if (m_report->outcome.ending != Ending::NotChanged)
        m_file.reset();
    m_interrupted.reset();
    look();
    // What runs now is another question than before.
    QMetaObject::invokeMethod(this, &FirmwareWork::read, Qt::QueuedConnection);
}

void FirmwareWork::confirm()
{
    if (!isReady() || m_doing != Doing::Nothing)
        return;
    m_problem.reset();
    ask<SlotImages>(
        Doing::Confirming, [updater = m_updater](AmpLine &line) { return updater.confirm(*line.amp()); },
        [this](const Result<SlotImages> &images) {
            if (!images)
                m_problem = images.error();
            QMetaObject::invokeMethod(this, &FirmwareWork::read, Qt::QueuedConnection);
        });
}

void FirmwareWork::forget()
{
    if (!m_interrupted || isUpdating())
        return;
    const auto forgotten = m_updater.forget(m_interrupted->amp);
    if (forgotten)
        m_interrupted.reset();
    else
        m_problem = forgotten.error();
    Q_EMIT changed();
}

void FirmwareWork::cancel()
{
    if (!isUpdating() || !m_progress.progress.canCancel)
        return;
    m_cancel.request_stop();
    Q_EMIT changed();
}

void FirmwareWork::restore()
{
    if (!m_report || !isReady() || m_doing != Doing::Nothing)
        return;
    m_doing = Doing::Restoring;
    whenDone(this, m_entry.session->apply(m_report->restore, u"firmware"_s), [this](const Result<Applied> &outcome) {
        m_doing = Doing::Nothing;
        m_restored = outcome ? Result<void>() : std::unexpected(outcome.error());
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void FirmwareWork::dismiss()
{
    m_report.reset();
    m_restored.reset();
    Q_EMIT changed();
}

} // namespace gainstage
