// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/main_window.h"

#include "app/gui/amp_page.h"
#include "app/gui/firmware_page.h"
#include "app/gui/history_page.h"
#include "app/gui/labels.h"
#include "app/gui/notice.h"
#include "app/gui/presets_page.h"
#include "app/gui/settings_page.h"
#include "app/gui/state_card.h"
#include "app/gui/top_bar.h"
#include "app/gui/unsupported_page.h"

#include <QCloseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr std::pair<PageId, const char *> kPageNames[] = {
    {PageId::Amp, "amp"}, {PageId::Presets, "presets"}, {PageId::Firmware, "firmware"}, {PageId::History, "history"}, {PageId::Settings, "settings"}};

} // namespace

MainWindow::MainWindow(WindowModel &model, QWidget *parent) : QMainWindow(parent), m_model(model)
{
    setWindowTitle(u"Gainstage"_s);
    setMinimumSize(720, 480);
    resize(1180, 760);
    connect(&model, &WindowModel::chosenChanged, this, &MainWindow::makePages);
    connect(&model, &WindowModel::updateChanged, this, &MainWindow::onUpdateChanged);
    build();
}

MainWindow::~MainWindow() = default;

std::optional<PageId> MainWindow::pageFromName(const QString &name)
{
    for (const auto &[page, word] : kPageNames) {
        if (name == QLatin1StringView(word))
            return page;
    }
    return {};
}

void MainWindow::build()
{
    auto *centre = new QWidget;
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_column = new SideColumn(m_model, centre);
    row->addWidget(m_column);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    m_bar = new TopBar(centre);
    m_message = new Notice(centre);
    m_strip = new QVBoxLayout;
    m_strip->addWidget(m_message);
    m_pages = new QStackedWidget(centre);
    right->addWidget(m_bar);
    right->addLayout(m_strip);
    right->addWidget(m_pages, 1);
    row->addLayout(right, 1);
    connect(m_column, &SideColumn::pageChosen, this, &MainWindow::setPage);
    connect(m_column, &SideColumn::ampChosen, this, [this] { setPage(m_page == PageId::Unsupported ? PageId::Amp : m_page); });
    connect(m_column, &SideColumn::unsupportedChosen, this, &MainWindow::showUnsupported);
    connect(m_message, &Notice::acted, this, &MainWindow::onMessageActed);
    setCentralWidget(centre);
    centre->show(); // at once: it may take the place of one that is seen
    makePages();
}

/// The pages belong to the chosen amp's models and go with them.
void MainWindow::makePages()
{
    while (QWidget *page = m_pages->widget(0))
        delete page;
    AmpModels *chosen = m_model.chosen();
    m_presets = new PresetsPage(m_model.presets());
    m_pages->addWidget(chosen ? makeAmpPage(*chosen) : makeNoAmpPage());
    m_pages->addWidget(m_presets);
    m_pages->addWidget(chosen ? static_cast<QWidget *>(new FirmwarePage(chosen->firmware)) : new QWidget);
    m_pages->addWidget(chosen ? static_cast<QWidget *>(new HistoryPage(chosen->history)) : new QWidget);
    m_pages->addWidget(new SettingsPage(m_model.preferences()));
    m_unsupported = new UnsupportedPage;
    m_pages->addWidget(m_unsupported);
    if (m_page == PageId::Unsupported) // it was about an amp of before
        m_page = PageId::Amp;
    m_bar->setModel(chosen ? &chosen->setup : nullptr);
    if (chosen)
        connect(&chosen->setup, &SetupModel::changed, m_message, [this] { showMessage(); });
    showMessage();
    setPage(m_page);
}

QWidget *MainWindow::makeAmpPage(AmpModels &models)
{
    auto *page = new AmpPage(models.page, models.setup, models.firmware);
    connect(page, &AmpPage::firmwareWished, this, [this] { setPage(PageId::Firmware); });
    return page;
}

QWidget *MainWindow::makeNoAmpPage()
{
    auto *page = new Page(tr("No amp"));
    auto *card = new StateCard(page->body());
    auto *layout = new QVBoxLayout(page->body());
    layout->setContentsMargins(24, 24, 24, 24);
    card->setMaximumWidth(StateCard::kWidest);
    layout->addWidget(card);
    layout->addStretch(1);
    Simulator &simulator = m_model.simulator();
    const auto show = [card, &simulator] {
        card->say(tr("No amp is connected"),
                  {tr("Connect your amp with its USB cable and switch it on. It appears here by itself."),
                   tr("No amp at hand? Start the simulated one: it behaves like a real desktop amp.")},
                  simulator.isRunning() ? tr("Starting…") : tr("Start the simulated amp"));
        card->action()->setEnabled(!simulator.isRunning());
        card->setProblem(simulator.problem());
    };
    connect(card, &StateCard::acted, &simulator, &Simulator::start);
    connect(&simulator, &Simulator::changed, card, show);
    show();
    return page;
}

void MainWindow::showUnsupported(std::size_t index)
{
    const auto &amps = m_model.list().unsupported();
    if (index >= amps.size())
        return;
    m_unsupported->show(amps[index]);
    setPage(PageId::Unsupported);
}

void MainWindow::showMessage()
{
    sayMessage();
    m_strip->setContentsMargins(24, m_message->isHidden() ? 0 : 16, 24, 0);
}

void MainWindow::sayMessage()
{
    const FirmwareWork *update = m_closing ? m_model.update() : nullptr;
    if (update && update->progress().progress.canCancel)
        return m_message->say(Tone::Accent, tr("The firmware of %1 is being updated").arg(ampName(update->entry())),
                              tr("Closing stops it. Nothing of what the amp runs is changed, and the update can be gone on with later."),
                              tr("Close anyway"));
    if (update)
        return m_message->say(Tone::Accent, tr("The window stays open until the amp has changed over"),
                              tr("%1 is changing to its new firmware. This takes at most a few minutes.").arg(ampName(update->entry())),
                              tr("All right"));
    const Message message = m_model.chosen() ? m_model.chosen()->setup.message() : Message{};
    if (message.kind == Message::Kind::Problem)
        m_message->say(Tone::Danger, message.text, {}, tr("Dismiss"));
    else
        m_message->silence();
}

void MainWindow::onMessageActed()
{
    if (!m_closing) {
        m_model.chosen()->setup.dismissMessage();
        return;
    }
    const FirmwareWork *update = m_model.update();
    m_closing = false;
    if (!update || update->progress().progress.canCancel) {
        m_leaving = true;
        close();
        return;
    }
    showMessage();
}

/// What was said about closing is said anew as the update moves, and taken back when it is over.
void MainWindow::onUpdateChanged()
{
    if (!m_closing)
        return;
    m_closing = m_model.update() != nullptr;
    showMessage();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const FirmwareWork *update = m_model.update();
    if (!update || (m_leaving && update->progress().progress.canCancel))
        return QMainWindow::closeEvent(event);
    m_leaving = false;
    m_closing = true;
    event->ignore();
    showMessage();
}

void MainWindow::setPage(PageId page)
{
    m_page = page;
    m_pages->setCurrentIndex(static_cast<int>(page));
    m_column->setPage(page);
}

void MainWindow::beginSavingPreset()
{
    setPage(PageId::Presets);
    m_presets->beginSaving();
}

void MainWindow::changeEvent(QEvent *event)
{
    // Another language: everything is made anew with it.
    if (event->type() == QEvent::LanguageChange && m_pages)
        build();
    QMainWindow::changeEvent(event);
}

} // namespace gainstage
