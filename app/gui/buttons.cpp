// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/buttons.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setFocusPolicy(Qt::StrongFocus);
    if (kind != ButtonKind::Plain)
        button->setProperty("kind", kind == ButtonKind::Primary ? u"primary"_s : u"danger"_s);
    return button;
}

QHBoxLayout *buttonRow(std::initializer_list<QWidget *> buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *button : buttons)
        row->addWidget(button);
    row->addStretch(1);
    return row;
}

} // namespace gainstage
