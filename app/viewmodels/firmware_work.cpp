// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/firmware_work.h"

#include "app/viewmodels/firmware_reader.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

BytesView viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

bool isSameAmp(const Identity &one, const Identity &other)
{
    return one.maker == other.maker && one.model == other.model && one.serialNumber == other.serialNumber;
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

std::unexpected<Error> FirmwareWork::noAmp()
{
    return failure(Errc::Disconnected, SENTENCE("error", "The amp is not connected."), {},
                   SENTENCE("error", "Check the cable and that the amp is switched on."));
}

bool FirmwareWork::isReady() const
{
    return m_entry.session->link() == Session::Link::Ready;
}

/// Whether an update was left behind: asked of the disk, once per connection.
void FirmwareWork::look()
{
    if (!isReady() || m_doing != Doing::Nothing) // the session also says so when it has its amp back from us
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
    if (m_watched && !m_known)
        read();
    Q_EMIT changed();
}

void FirmwareWork::setWatched(bool watched)
{
    m_watched = watched;
    if (watched && !m_known)
        read();
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
    const auto bytes = readFirmware(path);
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
            read();
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
