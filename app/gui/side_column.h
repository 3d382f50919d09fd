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
enum class PageId { Amp, Presets, Firmware, History, Settings, Unsupported };

/// The left column: amps, then the pages of the chosen amp, history and settings at the foot.
class SideColumn : public QFrame {
    Q_OBJECT
public:
    explicit SideColumn(WindowModel &model, QWidget *parent = nullptr);

    void setPage(PageId page);

Q_SIGNALS:
    void pageChosen(gainstage::PageId page);
    void ampChosen();
    /// An amp that is recognised and not supported, by its index in the list.
    void unsupportedChosen(std::size_t index);

private:
    NavButton *addPage(QVBoxLayout &layout, PageId page, const QString &text);
    void showAmps();
    void showUnsupported();
    void showChosen();
    void showRemarks();

    WindowModel &m_model;
    QVBoxLayout *m_ampsLayout, *m_unsupportedLayout;
    QLabel *m_none, *m_pagesHead;
    std::vector<AmpButton *> m_amps, m_unsupported;
    std::vector<std::pair<PageId, NavButton *>> m_pages;
};

} // namespace gainstage
