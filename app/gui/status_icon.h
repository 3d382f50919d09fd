// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/firmware_model.h"

#include <QWidget>

namespace gainstage {

/// A small sign for how a check or a step stands; its shape says as much as its colour.
class StatusIcon : public QWidget {
    Q_OBJECT
public:
    explicit StatusIcon(FirmwareModel::Mark mark, QWidget *parent = nullptr);

    static constexpr int kSize = 20;
    QSize sizeHint() const override { return {kSize, kSize}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FirmwareModel::Mark m_mark;
};

} // namespace gainstage
