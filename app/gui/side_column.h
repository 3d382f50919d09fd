// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/viewmodels/window_model.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace gainstage {

class AmpButton;
class NavButton;

/// The pages of the window; the names are those of --page.
enum class PageId { Amp, Presets, Firmware, History, Settings };

/// The left column: amps, then the pages of the chosen amp, history and settings at the foot.
class SideColumn : public QFrame {
    Q_OBJECT
public:
    explicit SideColumn(WindowModel &model, QWidget *parent = nullptr);

    void setPage(PageId page);

Q_SIGNALS:
    void pageChosen(gainstage::PageId page);

private:
    NavButton *addPage(QVBoxLayout &layout, PageId page, const QString &text);
    void showAmps();
    void showChosen();
    void showRemarks();

    WindowModel &m_model;
    QVBoxLayout *m_ampsLayout;
    QLabel *m_none, *m_pagesHead;
    std::vector<AmpButton *> m_amps;
    std::vector<std::pair<PageId, NavButton *>> m_pages;
};

} // namespace gainstage
