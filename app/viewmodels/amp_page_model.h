// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/viewmodels/link_state.h"
#include "app/viewmodels/meters_model.h"
#include "app/viewmodels/setting_model.h"

namespace gainstage {

/// Everything the Amp page shows: a model per setting of the description, the meters, and what the amp says of itself.
/// The entry, its session included, must outlive it.
class AmpPageModel : public QObject {
    Q_OBJECT
public:
    struct Row {
        QString name, value;
        bool alarm = false; ///< the value is bad news
        friend bool operator==(const Row &, const Row &) = default;
    };

    AmpPageModel(const Amps::Entry &entry, const QLocale &locale, QObject *parent = nullptr);

    const QLocale &locale() const { return m_locale; }
    LinkState link() const;
    /// Whether what is shown is of now: the amp is there, and nobody has taken it aside for its firmware.
    bool isLive() const;
    /// Whether the amp has described itself at least once.
    bool isKnown() const;
    QString name() const;
    /// In the amp's order; empty until it has described itself.
    const std::vector<std::unique_ptr<SettingModel>> &settings() const { return m_settings; }
    SettingModel *find(Role role) const;
    /// Null where the amp has none.
    MetersModel *meters() const { return m_meters.get(); }
    /// Input, jacks, protection, temperature, supply, firmware …: only what this amp can say.
    std::vector<Row> rows() const;
    bool canIdentify() const;
    /// Makes the amp blink for a few seconds.
    void identify();
    /// Tries to open a lost amp at once.
    void retry();
    QString failure() const { return m_failure; }

Q_SIGNALS:
    void changed(); ///< link, rows
    void rebuilt(); ///< the amp described itself anew: settings and meters are others

private:
    void onLinkChanged();
    void rebuild();
    bool isSameAmp(const Description &amp) const;
    void addMeasured(std::vector<Row> &rows) const;
    Row inputRow(const Description &amp, const State &state) const;
    Row protectionRow(const State &state) const;
    QString jackSummary(const Description &amp, const Jack &jack) const;

    const Amps::Entry &m_entry;
    QLocale m_locale;
    std::vector<std::unique_ptr<SettingModel>> m_settings;
    std::unique_ptr<MetersModel> m_meters;
    std::optional<Identity> m_identity;
    QString m_failure;
};

} // namespace gainstage
