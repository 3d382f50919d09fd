// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/setting_model.h"

#include <QComboBox>

namespace gainstage {

/// A list for choices with more than five entries. Shows what the amp says; asks with chosen().
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    void setOptions(const std::vector<SettingModel::Option> &options);
    /// nullopt: nobody knows which; `text` is shown then.
    void setChosen(std::optional<Value> value, bool pending, const QString &text);

Q_SIGNALS:
    void chosen(gainstage::Value value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    std::vector<SettingModel::Option> m_options;
    bool m_pending = false;
};

} // namespace gainstage
