// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/side_column.h"

#include <QMainWindow>

class QStackedWidget;
class QVBoxLayout;

namespace gainstage {

class Notice;
class PresetsPage;
class StateCard;
class TopBar;
class UnsupportedPage;

/// The window: left column, top bar, one page at a time. It only puts widgets and models together; the model must outlive it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(WindowModel &model, QWidget *parent = nullptr);
    ~MainWindow() override;

    void setPage(PageId page);
    PageId page() const { return m_page; }
    /// Opens the page about an amp that is recognised and not supported, by its index in the list.
    void showUnsupported(std::size_t index);
    /// Opens the form that saves a preset.
    void beginSavingPreset();
    /// "amp", "presets", "firmware", "history", "settings".
    static std::optional<PageId> pageFromName(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    /// Asks first while firmware is being sent; not at all while the amp changes over.
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void makePages();
    QWidget *makeAmpPage(AmpModels &models);
    QWidget *makeNoAmpPage();
    void showMessage();
    void sayMessage();
    void onMessageActed();
    void onUpdateChanged();

    WindowModel &m_model;
    PageId m_page = PageId::Amp;
    SideColumn *m_column = nullptr;
    TopBar *m_bar = nullptr;
    Notice *m_message = nullptr;
    QVBoxLayout *m_strip = nullptr;
    QStackedWidget *m_pages = nullptr;
    PresetsPage *m_presets = nullptr;
    UnsupportedPage *m_unsupported = nullptr;
    bool m_closing = false; ///< asked for while an update runs
    bool m_leaving = false; ///< … and meant
};

} // namespace gainstage
