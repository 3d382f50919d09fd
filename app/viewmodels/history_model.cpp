// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/history_model.h"

#include "app/viewmodels/numbers.h"

#include <QCoreApplication>

#include <ranges>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr std::size_t kMostRows = 2000;

struct Origin {
    Q_DECLARE_TR_FUNCTIONS(gainstage::Origin)
};

/// app/core/history.h lists the words.
QString originText(const QString &origin)
{
    if (origin.startsWith(u"preset "_s))
        return Origin::tr("preset “%1”").arg(origin.sliced(7));
    if (origin == u"user")
        return Origin::tr("you");
    if (origin == u"undo")
        return Origin::tr("undo");
    if (origin == u"redo")
        return Origin::tr("redo");
    if (origin == u"knob")
        return Origin::tr("knob at the amp");
    if (origin == u"remote")
        return Origin::tr("remote control");
    if (origin == u"protection")
        return Origin::tr("the amp's protection");
    if (origin == u"recall")
        return Origin::tr("preset in the amp");
    if (origin == u"firmware")
        return Origin::tr("restored after a firmware update");
    return origin == u"client" ? Origin::tr("another program") : origin;
}

} // namespace

HistoryModel::HistoryModel(Amps &amps, const Amps::Entry &entry, const QLocale &locale, QObject *parent)
    : QAbstractTableModel(parent), m_amps(amps), m_entry(entry), m_locale(locale)
{
    connect(&amps, &Amps::historyChanged, this, [this](const Amps::Entry &changed) {
        if (&changed == &m_entry)
            read();
    });
    if (entry.session)
        connect(entry.session, &Session::linkChanged, this, &HistoryModel::read);
    read();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &text = m_rows[static_cast<std::size_t>(index.row())].cells[index.column()];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text;
    if (role == Qt::TextAlignmentRole && (index.column() == Before || index.column() == After))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (section == Before || section == After ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case What: return tr("Setting");
    case Before: return tr("Before");
    case After: return tr("After");
    case By: return tr("Changed by");
    default: return {};
    }
}

void HistoryModel::read()
{
    beginResetModel();
    m_rows.clear();
    m_problem.clear();
    if (const History *history = m_amps.history(m_entry)) {
        const auto entries = history->entries();
        if (!entries)
            m_problem = sentences(entries.error());
        else
            for (const HistoryEntry &entry : *entries | std::views::reverse)
                addRows(entry);
    }
    endResetModel();
}

void HistoryModel::addRows(const HistoryEntry &entry)
{
    const Description *amp = m_entry.session ? m_entry.session->description() : nullptr;
    for (auto value = entry.after.begin(); value != entry.after.end() && m_rows.size() < kMostRows; ++value) {
        const QString key = value.key();
        m_rows.push_back(
            {{m_locale.toString(entry.time.toLocalTime(), QLocale::ShortFormat), keptName(amp, key),
              keptText(amp, key, entry.before.value(key), m_locale), keptText(amp, key, value.value(), m_locale), originText(entry.origin)}});
    }
}

} // namespace gainstage
