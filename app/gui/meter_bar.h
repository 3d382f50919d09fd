// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QWidget>

#include <optional>

namespace gainstage {

/// One channel's level between −60 and 0 dBFS.
class MeterBar : public QWidget {
    Q_OBJECT
public:
    explicit MeterBar(QWidget *parent = nullptr);

    /// nullopt: nobody knows. `text` for screen readers.
    void setLevel(std::optional<double> dbfs, bool clipping, const QString &text);
    std::optional<double> level() const { return m_level; }
    QString levelText() const { return m_text; }
    QSize sizeHint() const override;

    static constexpr double kLowest = -60.0;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_level;
    bool m_clipping = false;
    QString m_text;
};

/// The numbers under meter bars: −60, −30, 0 dBFS.
class MeterScale : public QWidget {
    Q_OBJECT
public:
    explicit MeterScale(const QLocale &locale, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_low, m_middle, m_high;
};

} // namespace gainstage
