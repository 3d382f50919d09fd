// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/firmware_model.h"

#include <QWidget>

class QGridLayout;

namespace gainstage {

/// Names at the left, values at the right.
class KeyValueRows : public QWidget {
    Q_OBJECT
public:
    explicit KeyValueRows(QWidget *parent = nullptr);
    void setRows(const std::vector<FirmwareModel::Row> &rows);

private:
    QGridLayout *m_grid;
    QWidget *m_body = nullptr;
    std::vector<FirmwareModel::Row> m_rows;
};

} // namespace gainstage
