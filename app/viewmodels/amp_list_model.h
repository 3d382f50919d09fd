// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/viewmodels/link_state.h"

namespace gainstage {

/// The amps in the left column. `amps` must outlive it.
class AmpListModel : public QObject {
    Q_OBJECT
public:
    struct Row {
        QString name, detail;
        LinkState::Kind state = LinkState::Kind::Connecting;
        friend bool operator==(const Row &, const Row &) = default;
    };

    /// An amp that is recognised and not supported.
    struct Unsupported {
        QString name;
        QString capture; ///< the command that notes what it is
        friend bool operator==(const Unsupported &, const Unsupported &) = default;
    };

    explicit AmpListModel(Amps &amps, QObject *parent = nullptr);

    void setLocale(const QLocale &locale);
    const std::vector<Row> &rows() const { return m_rows; }
    const std::vector<Unsupported> &unsupported() const { return m_unsupported; }

Q_SIGNALS:
    void changed();

private:
    void follow();
    void refresh();

    Amps &m_amps;
    QLocale m_locale;
    std::vector<Row> m_rows;
    std::vector<Unsupported> m_unsupported;
};

} // namespace gainstage
