// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/firmware_model.h"

#include <QWidget>

class QVBoxLayout;

namespace gainstage {

/// Checks or steps below each other: a sign, what it is, how it stands at the right, and what this means below.
class ItemList : public QWidget {
    Q_OBJECT
public:
    explicit ItemList(const QString &name, QWidget *parent = nullptr);

    void setItems(const std::vector<FirmwareModel::Item> &items);

private:
    QWidget *makeRow(const FirmwareModel::Item &item);

    QVBoxLayout *m_layout;
    std::vector<FirmwareModel::Item> m_items;
    std::vector<QWidget *> m_rows;
};

} // namespace gainstage
