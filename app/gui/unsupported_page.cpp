// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/unsupported_page.h"

#include "app/gui/state_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace gainstage {

UnsupportedPage::UnsupportedPage(QWidget *parent) : Page(tr("Not supported yet"), parent), m_card(new StateCard(body()))
{
    auto *layout = new QVBoxLayout(body());
    layout->setContentsMargins(24, 24, 24, 24);
    m_card->setMaximumWidth(StateCard::kWidest);
    layout->addWidget(m_card);
    layout->addStretch(1);
    connect(m_card, &StateCard::acted, this, [this] { QGuiApplication::clipboard()->setText(m_command); });
}

void UnsupportedPage::show(const AmpListModel::Unsupported &amp)
{
    m_command = amp.capture;
    m_card->say(
        tr("%1 is not supported yet").arg(amp.name),
        {tr("It is recognised, but how it is set is not known well enough. It is sent nothing, so that nothing can happen to it or to your ears."),
         tr("You can help: this command notes what the amp is, and what it says by itself while you turn its knob and press its buttons. "
            "Its serial number is left out. How to hand it in stands in the guide for contributors."),
         m_command},
        tr("Copy the command"));
}

} // namespace gainstage
