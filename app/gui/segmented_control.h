// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/setting_model.h"

#include <QRadioButton>

#include <vector>

namespace gainstage {

/// One field of a segmented control: a radio button with two lines. It is checked by the amp, not by the click.
class Segment : public QRadioButton {
    Q_OBJECT
public:
    Segment(const SettingModel::Option &option, QWidget *parent);

    const SettingModel::Option &option() const { return m_option; }
    void setOption(const SettingModel::Option &option);
    void setChosen(bool chosen, bool pending);
    /// Which corners are at the control's rim.
    void setRim(Qt::Edges rim) { m_rim = rim; }
    void setVertical(bool vertical) { m_vertical = vertical; }

    int fullWidth() const; ///< all on one line
    int narrowest() const; ///< with the label broken between words
    int heightFor(int width) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void stepped(int by); ///< by an arrow key; INT_MIN and INT_MAX for Home and End

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void nextCheckState() override {}
    bool hitButton(const QPoint &position) const override;

private:
    QPainterPath outline() const;
    void drawTexts(QPainter &painter) const;

    SettingModel::Option m_option;
    Qt::Edges m_rim;
    bool m_pending = false, m_vertical = false, m_keyboardFocus = false;
};

/// A choice with up to five fields side by side; below each other where the width does not do. One stop for the Tab key, arrows move the choice.
class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    void setOptions(const QString &name, const std::vector<SettingModel::Option> &options);
    /// nullopt: nobody knows which.
    void setChosen(std::optional<Value> value, bool pending);
    const std::vector<Segment *> &segments() const { return m_segments; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(gainstage::Value value);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void renew(const std::vector<SettingModel::Option> &options);
    Segment *add(const SettingModel::Option &option);
    void step(const Segment *from, int by);
    void place();
    std::vector<int> widths(int total) const; ///< empty: does not fit side by side
    int heightOf(const std::vector<int> &widths) const;
    void setTabStop();

    QString m_name;
    std::vector<Segment *> m_segments;
};

} // namespace gainstage
