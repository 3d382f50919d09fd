// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/setting_model.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gainstage {

class ChoiceBox;
class LevelSlider;
class NumberEdit;
class RefusalLine;
class SegmentedControl;
class ToggleSwitch;

/// Controls for one setting each, made from its model alone. Each shows a refusal below itself.

/// A choice: segments for up to five entries, a list for more.
class ChoiceControl : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceControl(SettingModel &model, QWidget *parent = nullptr);

private:
    void showModel();
    SettingModel &m_model;
    SegmentedControl *m_segments = nullptr;
    ChoiceBox *m_list = nullptr;
    RefusalLine *m_refusal;
};

/// A range in one line: slider, and the value, which can be typed.
class LevelControl : public QWidget {
    Q_OBJECT
public:
    explicit LevelControl(SettingModel &model, QWidget *parent = nullptr);
    /// The value apart, to be put somewhere else.
    NumberEdit *number() const { return m_number; }

private:
    void showModel();
    SettingModel &m_model;
    LevelSlider *m_slider;
    NumberEdit *m_number;
    RefusalLine *m_refusal;
};

/// The range that matters: a big number that can be typed over, buttons for one step, and a slider with its ends.
class BigLevelControl : public QWidget {
    Q_OBJECT
public:
    explicit BigLevelControl(SettingModel &model, QWidget *parent = nullptr);
    /// Drawn greyed while the amp is silenced.
    void setSilenced(bool silenced);

private:
    void showModel();
    void orderTabs();
    QLayout *numberRow();
    QLayout *ends();
    QPushButton *stepButton(const QString &sign, const QString &name, int steps);
    SettingModel &m_model;
    LevelSlider *m_slider;
    NumberEdit *m_number;
    QPushButton *m_less, *m_more;
    RefusalLine *m_refusal;
    bool m_silenced = false;
};

class SwitchControl : public QWidget {
    Q_OBJECT
public:
    explicit SwitchControl(SettingModel &model, QWidget *parent = nullptr);

private:
    void showModel();
    SettingModel &m_model;
    ToggleSwitch *m_switch;
    QLabel *m_text;
    RefusalLine *m_refusal;
};

/// A value that can only be read.
class ReadOnlyControl : public QWidget {
    Q_OBJECT
public:
    explicit ReadOnlyControl(SettingModel &model, QWidget *parent = nullptr);
};

/// The general control for a setting that the page knows nothing about.
QWidget *makeControl(SettingModel &model, QWidget *parent);

} // namespace gainstage
