// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

/// Words in @ are colours of the theme. Painted widgets are not here: they draw themselves.
constexpr auto kSheet = R"(
QMainWindow, #page, #pageBody, QScrollArea { background: @background; border: none; }
#column, #columnBody { background: @panel; border: none; }
#column { border-right: 1px solid @line; }
#topBar { background: @background; border-bottom: 1px solid @line; }
#card { background: @panel; border: 1px solid @line; border-radius: 10px; }
#notice { background: @raised; border: 1px solid @line; border-radius: 6px; }
QLabel { color: @text; background: transparent; }
QLabel[kind="note"] { font-size: 12px; }
QLabel[kind="title"] { font-weight: 600; }
QLabel[kind="headline"] { font-size: 20px; font-weight: 600; }
QLabel[kind="name"] { font-size: 16px; font-weight: 600; }
QLabel[kind="unit"] { font-size: 16px; }
QLabel[tone="dim"] { color: @dim; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="danger"] { color: @danger; }
QLabel[tone="ok"] { color: @ok; }

QPushButton { color: @text; background: @panel; border: 1px solid @control; border-radius: 6px; padding: 5px 13px; min-height: 20px; }
QPushButton:hover { background: @raised; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border: 2px solid @second; padding: 4px 12px; }
QPushButton:disabled { color: @dim; border-color: @line; background: transparent; }
QPushButton[kind="primary"] { color: @onAccent; background: @accent; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:focus { border-color: @text; }
QPushButton[kind="primary"]:disabled { color: @dim; background: transparent; border-color: @line; font-weight: 400; }
QPushButton[kind="danger"] { color: @danger; border-color: @danger; }
QPushButton[kind="danger"]:checked { color: @background; background: @danger; font-weight: 600; }
QPushButton[kind="danger"]:focus { border-color: @second; }
QPushButton[kind="danger"]:checked:focus { border-color: @text; }
QPushButton[kind="danger"]:disabled { color: @dim; border-color: @line; background: transparent; }
QPushButton[kind="square"] { padding: 5px 0px; min-width: 34px; max-width: 34px; }
QPushButton[kind="square"]:focus { padding: 4px 0px; }
QPushButton[kind="link"] { color: @second; border: 1px solid transparent; background: transparent; padding: 0px 1px; min-height: 18px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid @second; padding: 0px; min-height: 16px; }

QLineEdit, QPlainTextEdit { color: @text; background: @panel; border: 1px solid @control; border-radius: 6px; padding: 5px 8px;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid @second; padding: 4px 7px; }
QLineEdit:disabled { color: @dim; border-color: @line; }
QLineEdit#number { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 0px; min-height: 0px; }
QLineEdit#number:focus { border: 2px solid @second; background: @panel; }

QProgressBar { background: @raised; border: 1px solid @control; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

QComboBox QAbstractItemView { color: @text; background: @panel; border: 1px solid @control; selection-background-color: @accent;
    selection-color: @onAccent; outline: none; padding: 4px; }

QListView, QTableView { color: @text; background: @panel; border: none; outline: none; gridline-color: @line;
    selection-background-color: @raised; selection-color: @text; }
QTableView::item { padding: 0px 8px; border-bottom: 1px solid @line; }
QTableView::item:selected { background: @raised; color: @text; }
QTableView:focus { border: 2px solid @second; border-radius: 6px; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { color: @dim; background: @panel; border: none; border-bottom: 1px solid @line; padding: 6px 11px; font-size: 12px; font-weight: 400; }
QTableCornerButton::section { background: @panel; border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0px; }
QScrollBar::handle { background: @control; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { color: @text; background: @raised; border: 1px solid @control; padding: 4px 6px; }
)"_L1;

constexpr std::pair<const char *, Colour> kNames[] = {
    {"@background", Colour::Background}, {"@panel", Colour::Panel},   {"@raised", Colour::Raised}, {"@line", Colour::Line},
    {"@control", Colour::Control},       {"@text", Colour::Text},     {"@dim", Colour::Dim},       {"@accent", Colour::Accent},
    {"@onAccent", Colour::OnAccent},     {"@second", Colour::Second}, {"@ok", Colour::Ok},         {"@danger", Colour::Danger},
};

} // namespace

QString styleSheetOf(const Theme &theme)
{
    QString sheet = kSheet;
    // Where lines are as strong as controls, another stroke tells what cannot be pressed.
    if (theme[Colour::Line] == theme[Colour::Control])
        sheet += u"QPushButton:disabled { border-style: dashed; }"_s;
    for (const auto &[name, role] : kNames)
        sheet.replace(QLatin1StringView(name), theme[role].name());
    return sheet;
}

} // namespace gainstage
