// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/side_column.h"

#include <QMainWindow>

class QStackedWidget;

namespace gainstage {

class Notice;
class PresetsPage;
class StateCard;
class TopBar;

/// The window: left column, top bar, one page at a time. It only puts widgets and models together; the model must outlive it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(WindowModel &model, QWidget *parent = nullptr);
    ~MainWindow() override;

    void setPage(PageId page);
    PageId page() const { return m_page; }
    /// Opens the form that saves a preset.
    void beginSavingPreset();
    /// "amp", "presets", "history", "settings".
    static std::optional<PageId> pageFromName(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void makePages();
    QWidget *makeNoAmpPage();
    void showMessage();

    WindowModel &m_model;
    PageId m_page = PageId::Amp;
    SideColumn *m_column = nullptr;
    TopBar *m_bar = nullptr;
    Notice *m_message = nullptr;
    QStackedWidget *m_pages = nullptr;
    PresetsPage *m_presets = nullptr;
};

} // namespace gainstage
