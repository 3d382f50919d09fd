// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/side_column.h"

#include "app/gui/labels.h"
#include "app/gui/nav_buttons.h"
#include "app/gui/theme.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr int kWidth = 220;

QLabel *makeHead(const QString &text, QWidget *parent)
{
    QLabel *head = makeNote(text, parent);
    head->setContentsMargins(8, 0, 0, 0);
    return head;
}

} // namespace

SideColumn::SideColumn(WindowModel &model, QWidget *parent)
    : QFrame(parent), m_model(model), m_ampsLayout(new QVBoxLayout), m_unsupportedLayout(new QVBoxLayout), m_none(makeNote(tr("none found"), this)),
      m_pagesHead(makeHead(tr("This amp"), this))
{
    setObjectName(u"column"_s);
    setFixedWidth(kWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 20, 12, 12);
    layout->setSpacing(4);
    auto *name = makeTitle(u"Gainstage"_s, this);
    name->setProperty("kind", u"name"_s);
    name->setContentsMargins(8, 0, 0, 0);
    layout->addWidget(name);
    layout->addSpacing(12);
    layout->addWidget(makeHead(tr("Amps"), this));
    m_none->setContentsMargins(8, 4, 0, 4);
    layout->addWidget(m_none);
    m_ampsLayout->setSpacing(8);
    layout->addLayout(m_ampsLayout);
    m_unsupportedLayout->setSpacing(8);
    layout->addLayout(m_unsupportedLayout);
    layout->addSpacing(10);
    layout->addWidget(m_pagesHead);
    addPage(*layout, PageId::Amp, tr("Amp"));
    addPage(*layout, PageId::Presets, tr("Presets"));
    addPage(*layout, PageId::Firmware, tr("Firmware"));
    layout->addStretch(1);
    addPage(*layout, PageId::History, tr("History"));
    addPage(*layout, PageId::Settings, tr("Settings"));
    connect(&model.list(), &AmpListModel::changed, this, &SideColumn::showAmps);
    connect(&model, &WindowModel::chosenChanged, this, &SideColumn::showChosen);
    showAmps();
    showChosen();
}

NavButton *SideColumn::addPage(QVBoxLayout &layout, PageId page, const QString &text)
{
    auto *button = new NavButton(text, this);
    connect(button, &NavButton::clicked, this, [this, page] { Q_EMIT pageChosen(page); });
    layout.addWidget(button);
    m_pages.emplace_back(page, button);
    return button;
}

void SideColumn::setPage(PageId page)
{
    for (const auto &[id, button] : m_pages)
        button->setChecked(id == page);
}

void SideColumn::showAmps()
{
    const auto &rows = m_model.list().rows();
    for (std::size_t index = m_amps.size(); index < rows.size(); ++index) {
        auto *button = new AmpButton(this);
        connect(button, &AmpButton::clicked, this, [this, index] {
            m_model.choose(static_cast<int>(index));
            showChosen();
            Q_EMIT ampChosen();
        });
        m_ampsLayout->addWidget(button);
        setTabOrder(m_amps.empty() ? static_cast<QWidget *>(this) : m_amps.back(), button);
        m_amps.push_back(button);
    }
    for (std::size_t index = 0; index < m_amps.size(); ++index) {
        m_amps[index]->setVisible(index < rows.size());
        if (index < rows.size())
            m_amps[index]->setRow(rows[index]);
    }
    m_none->setVisible(rows.empty());
    showUnsupported();
}

/// Amps that are plugged in but not supported stand below the others.
void SideColumn::showUnsupported()
{
    const auto &rows = m_model.list().unsupported();
    for (std::size_t index = m_unsupported.size(); index < rows.size(); ++index) {
        auto *button = new AmpButton(this);
        button->setCheckable(false);
        connect(button, &AmpButton::clicked, this, [this, index] { Q_EMIT unsupportedChosen(index); });
        m_unsupportedLayout->addWidget(button);
        m_unsupported.push_back(button);
    }
    for (std::size_t index = 0; index < m_unsupported.size(); ++index) {
        m_unsupported[index]->setVisible(index < rows.size());
        if (index < rows.size())
            m_unsupported[index]->setRow({rows[index].name, tr("not supported yet"), LinkState::Kind::Unsupported});
    }
}

void SideColumn::showChosen()
{
    for (std::size_t index = 0; index < m_amps.size(); ++index)
        m_amps[index]->setChecked(static_cast<int>(index) == m_model.chosenIndex());
    m_pagesHead->setVisible(m_model.chosen() != nullptr);
    if (AmpModels *chosen = m_model.chosen()) {
        connect(&chosen->setup, &SetupModel::changed, this, &SideColumn::showRemarks);
        connect(&chosen->firmware, &FirmwareModel::changed, this, &SideColumn::showRemarks);
    }
    showRemarks();
}

void SideColumn::showRemarks()
{
    const AmpModels *chosen = m_model.chosen();
    const int count = chosen ? chosen->setup.differences() : 0;
    for (const auto &[id, button] : m_pages) {
        if (id == PageId::Presets)
            button->setRemark(count > 0 ? tr("%n change(s)", nullptr, count) : QString());
        if (id == PageId::Firmware)
            button->setRemark(chosen ? chosen->firmware.remark() : QString());
        if (id == PageId::History || id == PageId::Firmware)
            button->setEnabled(chosen != nullptr);
    }
}

} // namespace gainstage
