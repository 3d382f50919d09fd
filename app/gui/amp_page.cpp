// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/amp_page.h"

#include "app/gui/card.h"
#include "app/gui/card_layout.h"
#include "app/gui/filter_picture.h"
#include "app/gui/info_card.h"
#include "app/gui/labels.h"
#include "app/gui/meters_card.h"
#include "app/gui/notice.h"
#include "app/gui/number_edit.h"
#include "app/gui/setting_controls.h"
#include "app/gui/state_card.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gainstage {

AmpPage::AmpPage(AmpPageModel &model, SetupModel &setup, FirmwareModel &firmware, QWidget *parent)
    : Page(tr("Amp"), parent), m_model(model), m_setup(setup), m_firmware(firmware), m_notice(new Notice(body())), m_state(new StateCard(body()))
{
    auto *layout = new QVBoxLayout(body());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_strip = new QWidget(body());
    auto *strip = new QVBoxLayout(m_strip);
    strip->setContentsMargins(24, 24, 24, 0);
    strip->addWidget(m_notice);
    strip->addWidget(m_state);
    m_state->setMaximumWidth(StateCard::kWidest);
    layout->addWidget(m_strip);
    layout->addStretch(1);
    connect(m_notice, &Notice::acted, this, &AmpPage::onNoticeActed);
    connect(&firmware, &FirmwareModel::changed, this, &AmpPage::showLink);
    connect(m_state, &StateCard::acted, &model, &AmpPageModel::retry);
    connect(&model, &AmpPageModel::rebuilt, this, &AmpPage::rebuild);
    connect(&model, &AmpPageModel::changed, this, &AmpPage::showLink);
    rebuild();
}

void AmpPage::rebuild()
{
    delete m_cards;
    m_cards = nullptr;
    m_left.clear();
    for (const auto &setting : m_model.settings())
        m_left.push_back(setting.get());
    if (m_model.isKnown()) {
        m_cards = new QWidget(body());
        m_layout = new CardLayout(m_cards);
        addVolume();
        addChoice(Role::Gain);
        addChoice(Role::Output);
        addFilter();
        addBalance();
        addRest();
        addSide();
        static_cast<QVBoxLayout *>(body()->layout())->insertWidget(1, m_cards);
    }
    showLink();
}

void AmpPage::onNoticeActed()
{
    if (m_firmware.isUpdating() || (m_firmware.interrupted() && m_model.link().kind == LinkState::Kind::Ready))
        Q_EMIT firmwareWished();
    else
        m_model.retry();
}

/// What the firmware's update has to say here goes before the rest: the settings wait for it. False where there is nothing.
bool AmpPage::showFirmware()
{
    const bool ready = m_model.link().kind == LinkState::Kind::Ready, interrupted = ready && m_firmware.interrupted().has_value();
    if (!m_model.isKnown() || !(m_firmware.isUpdating() || interrupted))
        return false;
    if (m_firmware.isUpdating())
        m_notice->say(Tone::Accent, tr("The firmware is being updated"), tr("The settings can be changed again when it is done."), tr("Show"));
    else
        m_notice->say(Tone::Accent, tr("An update of the firmware was interrupted"), tr("The amp works as before. The update can be gone on with."),
                      tr("Go on…"));
    m_state->hide();
    m_strip->show();
    return true;
}

void AmpPage::showLink()
{
    if (showFirmware())
        return;
    const LinkState link = m_model.link();
    const QString again = link.canRetry ? tr("Try now") : QString();
    const bool ready = link.kind == LinkState::Kind::Ready;
    m_state->setVisible(!m_model.isKnown() && !ready);
    if (m_model.isKnown()) {
        if (ready)
            m_notice->silence();
        else
            m_notice->say(link.kind == LinkState::Kind::Connecting ? Tone::Text : Tone::Danger, link.title, link.details, again);
    } else {
        m_notice->silence();
        m_state->say(link.title, {link.details}, again);
    }
    m_strip->setVisible(!ready);
}

SettingModel *AmpPage::take(Role role)
{
    const auto found = std::ranges::find_if(m_left, [role](const SettingModel *model) { return model->setting().role == role; });
    if (found == m_left.end())
        return nullptr;
    SettingModel *model = *found;
    m_left.erase(found);
    return model;
}

void AmpPage::addVolume()
{
    SettingModel *mute = take(Role::Mute); // its control is in the top bar, always there
    SettingModel *volume = take(Role::Volume);
    if (!volume || !volume->setting().range()) {
        if (mute)
            m_left.insert(m_left.begin(), mute);
        return;
    }
    auto *card = new Card(volume->label());
    auto *note = makeNote({}, card);
    note->setWordWrap(false);
    card->setCorner(note);
    auto *control = new BigLevelControl(*volume, card);
    card->body()->addWidget(control);
    if (mute) {
        auto *refusal = new RefusalLine(card);
        card->body()->addWidget(refusal);
        connect(mute, &SettingModel::changed, refusal, [mute, refusal] { refusal->setRefusal(mute->refusal()); });
    }
    connect(&m_setup, &SetupModel::changed, control, [this, control, note] { showMuted(*control, *note); });
    showMuted(*control, *note);
    m_layout->add(card, CardLayout::Place::Wide);
}

void AmpPage::showMuted(BigLevelControl &control, QLabel &note)
{
    const bool muted = m_setup.isMuted();
    note.setText(muted ? tr("muted") : QString());
    setTone(note, Tone::Danger);
    control.setSilenced(muted);
}

void AmpPage::addChoice(Role role)
{
    SettingModel *model = take(role);
    if (!model)
        return;
    auto *card = new Card(model->label());
    card->body()->addWidget(makeControl(*model, card));
    m_layout->add(card, CardLayout::Place::Main);
}

void AmpPage::addFilter()
{
    SettingModel *model = take(Role::Filter);
    if (!model)
        return;
    auto *card = new Card(model->label());
    card->body()->addWidget(makeControl(*model, card));
    auto *picture = new FilterPicture(card);
    card->body()->addWidget(picture);
    connect(model, &SettingModel::changed, picture, [this, picture, model] { showFilter(*picture, *model); });
    showFilter(*picture, *model);
    m_layout->add(card, CardLayout::Place::Main);
}

void AmpPage::showFilter(FilterPicture &picture, const SettingModel &model)
{
    const Choices *choices = model.setting().choices();
    const auto value = model.shown();
    const Choice *choice = choices && value ? choices->find(*value) : nullptr;
    picture.setFilter(choice ? choice->key : QString());
    picture.setEnabled(model.isEnabled());
    picture.setAccessibleName(tr("Shape of the filter's impulse response: %1").arg(model.text()));
}

void AmpPage::addBalance()
{
    SettingModel *balance = take(Role::Balance);
    SettingModel *crossfeed = take(Role::Crossfeed);
    SettingModel *first = balance ? balance : crossfeed;
    if (!first)
        return;
    auto *card = new Card(first->label());
    if (first->setting().range() && first->isSettable()) {
        auto *control = new LevelControl(*first, card);
        card->setCorner(control->number());
        card->body()->addWidget(control);
    } else {
        card->body()->addWidget(makeControl(*first, card));
    }
    if (balance && crossfeed) {
        card->body()->addSpacing(4);
        addRow(*card, *crossfeed, 0);
    }
    m_layout->add(card, CardLayout::Place::Main);
}

/// Name at the left, control at the right. Names of the same stretch end in one line; without one a name takes what it needs.
void AmpPage::addRow(Card &card, SettingModel &model, int stretch)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    QLabel *name = makeLabel(model.label(), Tone::Text, &card);
    name->setWordWrap(stretch > 0);
    row->addWidget(name, stretch);
    row->addWidget(makeControl(model, &card), 3);
    card.body()->addLayout(row);
}

void AmpPage::addRest()
{
    if (m_left.empty())
        return;
    auto *card = new Card(tr("More settings"));
    for (SettingModel *model : m_left)
        addRow(*card, *model, 2);
    m_left.clear();
    m_layout->add(card, CardLayout::Place::Wide);
}

void AmpPage::addSide()
{
    if (m_model.meters() && m_model.meters()->layout().channels > 0)
        m_layout->add(new MetersCard(*m_model.meters(), m_model.locale()), CardLayout::Place::Side);
    m_layout->add(new InfoCard(m_model), CardLayout::Place::Side);
}

} // namespace gainstage
