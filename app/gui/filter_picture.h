// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gainstage {

/// The typical shape of a digital filter's impulse response, for the filters that the open protocol names. A picture, not a measurement.
class FilterPicture : public QWidget {
    Q_OBJECT
public:
    explicit FilterPicture(QWidget *parent = nullptr);

    /// "sharp", "slow", "short", "short-slow", "nos"; another key draws nothing.
    void setFilter(const QString &key);
    /// Whether there is a picture of it.
    static bool knows(const QString &key);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace gainstage
