// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include <initializer_list>

class QHBoxLayout;

namespace gainstage {

enum class ButtonKind { Plain, Primary, Danger };

/// A button that the keyboard reaches, dressed by its kind.
QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent);
/// Buttons beside each other at the left.
QHBoxLayout *buttonRow(std::initializer_list<QWidget *> buttons);

} // namespace gainstage
