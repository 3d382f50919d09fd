// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/firmware_page.h"

#include "app/gui/firmware_cards.h"
#include "app/gui/firmware_file_card.h"
#include "app/gui/firmware_result_card.h"
#include "app/gui/firmware_run_card.h"
#include "app/gui/state_card.h"

#include <QBoxLayout>
#include <QPushButton>

namespace gainstage {

namespace {

constexpr int kTwoColumns = 760, kWidest = 1000, kMargin = 24;

using View = FirmwareModel::View;

} // namespace

FirmwarePage::FirmwarePage(FirmwareModel &model, QWidget *parent)
    : Page(tr("Firmware"), parent), m_model(model), m_state(new StateCard(body())), m_result(new FirmwareResultCard(model, body())),
      m_interrupted(new InterruptedCard(model, body())), m_run(new FirmwareRunCard(model, body())), m_installed(new InstalledCard(model, body())),
      m_file(new FirmwareFileCard(model, body())), m_recovery(new RecoveryCard(model, body())), m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    auto *layout = new QVBoxLayout(body());
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(16);
    for (QWidget *card : std::initializer_list<QWidget *>{m_state, m_result, m_interrupted})
        layout->addWidget(card);
    m_state->setMaximumWidth(StateCard::kWidest);
    m_columns->setSpacing(16);
    auto *main = new QVBoxLayout, *side = new QVBoxLayout;
    for (QVBoxLayout *column : {main, side})
        column->setSpacing(16);
    main->addWidget(m_run);
    main->addWidget(m_file);
    main->addStretch(1);
    side->addWidget(m_installed);
    side->addWidget(m_recovery);
    side->addStretch(1);
    m_columns->addLayout(main, 3);
    m_columns->addLayout(side, 2);
    layout->addLayout(m_columns);
    layout->addStretch(1);
    connect(m_state, &StateCard::acted, &model, &FirmwareModel::read);
    connect(&model, &FirmwareModel::changed, this, &FirmwarePage::showModel);
    showModel();
}

void FirmwarePage::showModel()
{
    const View view = m_model.view();
    const bool showing = view == View::Showing, updating = view == View::Updating;
    m_state->setVisible(!showing && !updating);
    m_run->setVisible(updating);
    m_installed->setVisible(showing);
    m_file->setVisible(showing);
    const auto ended = m_model.ended();
    m_recovery->setVisible(showing || updating || (ended && ended->needsHelp));
    showState();
}

void FirmwarePage::showState()
{
    switch (m_model.view()) {
    case View::Away: {
        const LinkState link = m_model.link();
        m_state->say(link.title, {link.details, tr("What firmware it runs shows when it is connected.")});
        break;
    }
    case View::Unsupported:
        m_state->say(
            tr("The firmware of this amp cannot be updated here"),
            {tr("Gainstage updates amps that speak its open protocol, check every image themselves, and go back when a new one does not work. This "
                "amp does not say that it can."),
             tr("Its maker may have a program of their own for it.")});
        break;
    case View::Reading: m_state->say(tr("Asking the amp"), {tr("What runs, and whether it can be updated.")}); break;
    case View::Unreadable: m_state->say(tr("What the amp runs cannot be read"), {m_model.problem()}, tr("Try again")); break;
    case View::Showing:
    case View::Updating: break;
    }
}

void FirmwarePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_model.setWatched(true);
}

void FirmwarePage::hideEvent(QHideEvent *event)
{
    m_model.setWatched(false);
    Page::hideEvent(event);
}

void FirmwarePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_columns->setDirection(width() >= kTwoColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    body()->layout()->setContentsMargins(kMargin, kMargin, kMargin + std::max(0, width() - kWidest - 2 * kMargin), kMargin);
}

} // namespace gainstage
