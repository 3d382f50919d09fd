// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/amp_list_model.h"

using namespace Qt::StringLiterals;

namespace gainstage {

AmpListModel::AmpListModel(Amps &amps, QObject *parent) : QObject(parent), m_amps(amps)
{
    connect(&amps, &Amps::changed, this, &AmpListModel::follow);
    follow();
}

void AmpListModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    refresh();
}

void AmpListModel::follow()
{
    for (const auto &entry : m_amps.list()) {
        if (entry->session)
            connect(entry->session, &Session::linkChanged, this, &AmpListModel::refresh, Qt::UniqueConnection);
    }
    refresh();
}

void AmpListModel::refresh()
{
    std::vector<Row> rows;
    for (const auto &entry : m_amps.list()) {
        const LinkState link = linkState(*entry, m_locale);
        rows.push_back({ampName(*entry), link.brief, link.kind});
    }
    std::vector<Unsupported> unsupported;
    for (const auto &[port, maker, model] : m_amps.unsupported())
        unsupported.push_back({QString(maker + u' ' + model).trimmed(), u"gainstagectl --device "_s + port.selector() + u" capture amp.json"_s});
    if (rows == m_rows && unsupported == m_unsupported)
        return;
    m_rows = std::move(rows);
    m_unsupported = std::move(unsupported);
    Q_EMIT changed();
}

} // namespace gainstage
