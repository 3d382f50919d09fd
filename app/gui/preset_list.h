// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/viewmodels/presets_model.h"

#include <QListWidget>

namespace gainstage {

/// The presets by name, with their headphone below and a mark at the one that the amp is set up with.
class PresetList : public QListWidget {
    Q_OBJECT
public:
    explicit PresetList(PresetsModel &model, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void showModel();
    void makeItems();

    PresetsModel &m_model;
    std::vector<PresetsModel::Row> m_rows;
};

} // namespace gainstage
