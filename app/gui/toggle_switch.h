// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

#include <optional>

namespace gainstage {

/// On or off. Checked by the amp, not by the click.
class ToggleSwitch : public QCheckBox {
    Q_OBJECT
public:
    explicit ToggleSwitch(QWidget *parent = nullptr);

    /// nullopt: nobody knows.
    void setShown(std::optional<bool> on, bool pending);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void nextCheckState() override {}
    bool hitButton(const QPoint &position) const override;

private:
    bool m_known = false, m_pending = false, m_keyboardFocus = false;
};

} // namespace gainstage
