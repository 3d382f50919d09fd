// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/core/session.h"

#include <QLocale>

namespace gainstage {

/// What an amp's meters show. Asks the amp only while somebody looks; forgets the values when the amp is gone.
class MetersModel : public QObject {
    Q_OBJECT
public:
    MetersModel(Session &session, const MeterLayout &layout, const QLocale &locale, QObject *parent = nullptr);
    ~MetersModel() override;

    const MeterLayout &layout() const { return m_layout; }
    /// Whether the amp has measured since it is connected.
    bool isMeasured() const { return m_meters.has_value(); }
    QString channelName(int channel) const;
    /// dBFS; nullopt while unknown.
    std::optional<DbfsLevel> level(int channel) const;
    QString levelText(int channel) const;
    bool isClipping() const { return m_clipping; }
    /// "no clip", "clipped 3 times", or empty while unknown.
    QString clipText() const;
    /// "41 °C", "unknown".
    QString temperature() const;
    /// "±15.1 V", "5.0 V", "unknown".
    QString supply() const;

    /// Whether somebody looks.
    void setWatched(bool watched);

Q_SIGNALS:
    void changed();

private:
    void take(const Meters &meters);
    void onLinkChanged();

    Session &m_session;
    MeterLayout m_layout;
    QLocale m_locale;
    std::optional<Meters> m_meters;
    std::optional<std::int64_t> m_clipsBefore;
    bool m_clipping = false;
    bool m_watched = false;
};

} // namespace gainstage
