// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/core/session.h"

#include <QLocale>

namespace gainstage {

/// One setting of an amp as a page shows it: what the amp holds, what is wished and not confirmed yet, and why a wish was refused.
/// The session must outlive it.
class SettingModel : public QObject {
    Q_OBJECT
public:
    /// One choice in words; `meaning` is the second line: "+8 dB", "297 Ω found", or empty.
    struct Option {
        Value value;
        QString label, meaning;
        friend bool operator==(const Option &, const Option &) = default;
    };

    SettingModel(Session &session, const Setting &setting, const QLocale &locale, QObject *parent = nullptr);

    const Setting &setting() const { return m_setting; }
    const QLocale &locale() const { return m_locale; }
    QString label() const;
    /// What the amp said last; nullopt where nobody knows.
    std::optional<Value> value() const;
    /// The wish while it is not confirmed, else value().
    std::optional<Value> shown() const;
    bool isPending() const;
    /// Whether the amp lets this be set at all.
    bool isSettable() const { return !m_setting.flags.readOnly; }
    /// Whether the amp is there and lets this be set.
    bool isEnabled() const;
    /// shown() in words with its unit, "unknown" where it is.
    QString text() const;
    /// A value of this setting in words with its unit.
    QString text(Value value) const;
    /// For ranges: shown() as a number, an en dash where unknown; and the unit.
    QString number() const;
    QString unit() const;
    /// For choices.
    std::vector<Option> options() const;
    /// Why the last wish did not come true and what to do about it; empty when it did.
    QString refusal() const { return m_refusal; }

    /// Asks the amp; only the newest wish is sent.
    void wish(Value value);
    /// Ranges: by so many of the amp's own steps; choices and switches: by so many entries. Stops at the ends.
    void stepBy(int steps);
    /// What a person typed, in the locale's way or the plain one, with or without the unit; between two steps the amp's nearest (of an audible
    /// range the quieter). Text that is no value of this setting becomes a refusal.
    void wishText(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void onRefused(const Change &change, const Error &error);
    void onPendingChanged();
    void refuse(const QString &why);
    std::optional<Value> fromWords(const QString &text) const;
    std::optional<double> fromNumber(const QString &text) const;
    QString meaning(const Choice &choice) const;
    QString outputMeaning(Value output) const;
    Value stepped(Value from, int steps) const;

    Session &m_session;
    Setting m_setting;
    QLocale m_locale;
    std::optional<Value> m_wish;
    QString m_refusal;
};

} // namespace gainstage
