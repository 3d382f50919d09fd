// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/snapshot.h"

#include "app/gui/main_window.h"

#include <QCoreApplication>
#include <QEvent>
#include <QImageWriter>
#include <QPixmap>

namespace gainstage {

namespace {

Errc codeOf(LinkState::Kind kind)
{
    switch (kind) {
    case LinkState::Kind::Permission: return Errc::Permission;
    case LinkState::Kind::Busy: return Errc::Busy;
    default: return Errc::Timeout;
    }
}

} // namespace

Snapshot::Snapshot(WindowModel &model, MainWindow &window, QString file, QObject *parent)
    : QObject(parent), m_model(model), m_window(window), m_file(std::move(file))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Snapshot::giveUp);
    connect(&model, &WindowModel::chosenChanged, this, &Snapshot::follow);
}

void Snapshot::start(std::chrono::milliseconds patience)
{
    m_patience.start(patience);
    follow();
}

void Snapshot::follow()
{
    // Queued: the page shows a change when all who hear of it have been told.
    if (AmpModels *chosen = m_model.chosen())
        connect(&chosen->page, &AmpPageModel::changed, this, &Snapshot::check, Qt::QueuedConnection);
    check();
}

bool Snapshot::isThere() const
{
    const AmpModels *chosen = m_model.chosen();
    if (!chosen || chosen->page.link().kind != LinkState::Kind::Ready || !chosen->page.isKnown())
        return false;
    const MetersModel *meters = chosen->page.meters();
    return m_window.page() != PageId::Amp || !meters || meters->isMeasured();
}

void Snapshot::check()
{
    if (!m_ended && isThere())
        end(savePicture(m_window, m_file));
}

void Snapshot::giveUp()
{
    const AmpModels *chosen = m_model.chosen();
    if (!chosen)
        return end(failure(Errc::NotFound, SENTENCE("error", "No amp was found."), {},
                           SENTENCE("error", "Connect one and switch it on, or start a simulated one with gainstage-sim.")));
    const LinkState link = chosen->page.link();
    end(failure(codeOf(link.kind), SENTENCE("error", "The amp is not ready: %1. %2"), {link.title.toStdString(), link.details.toStdString()}));
}

void Snapshot::end(const Result<void> &outcome)
{
    m_ended = true;
    m_patience.stop();
    if (outcome)
        Q_EMIT drawn();
    else
        Q_EMIT failed(outcome.error());
}

Result<void> savePicture(QWidget &window, const QString &file, double scale)
{
    // A text that has just changed has asked its layout for room and not got it yet.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QPixmap picture(window.size() * scale);
    picture.setDevicePixelRatio(scale);
    window.render(&picture);
    QImageWriter writer(file, "png");
    if (writer.write(picture.toImage()))
        return {};
    return failure(Errc::FileIo, SENTENCE("error", "The picture %1 cannot be written: %2."),
                   {file.toStdString(), writer.errorString().toStdString()});
}

} // namespace gainstage
