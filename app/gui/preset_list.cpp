// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/preset_list.h"

#include "app/gui/paint.h"

#include <QGuiApplication>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

enum Role { Headphone = Qt::UserRole, Name };
constexpr int kRowHeight = 52;

class RowDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {120, kRowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        // Not the option's: the style sheet has put its own colours there.
        const QPalette palette = QGuiApplication::palette();
        const QRect row = option.rect.adjusted(0, 1, 0, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour(palette, Colour::Raised));
            painter->drawRoundedRect(row, 6, 6);
        }
        drawTexts(*painter, row.adjusted(10, 6, -10, -6), option, index);
        if (option.state & QStyle::State_HasFocus) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(colour(palette, Colour::Second), 2));
            painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 6, 6);
        }
        painter->restore();
    }

private:
    static void drawTexts(QPainter &painter, QRect inside, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const QString headphone = index.data(Headphone).toString();
        const QPalette palette = QGuiApplication::palette();
        painter.setFont(option.state & QStyle::State_Selected ? semibold(option.font) : option.font);
        painter.setPen(colour(palette, Colour::Text));
        const QString name = painter.fontMetrics().elidedText(index.data(Name).toString(), Qt::ElideRight, inside.width());
        painter.drawText(inside, (headphone.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop) | Qt::AlignLeft, name);
        painter.setFont(noteFont(option.font));
        painter.setPen(colour(palette, Colour::Dim));
        painter.drawText(inside, Qt::AlignBottom | Qt::AlignLeft, painter.fontMetrics().elidedText(headphone, Qt::ElideRight, inside.width()));
    }
};

} // namespace

PresetList::PresetList(PresetsModel &model, QWidget *parent) : QListWidget(parent), m_model(model)
{
    setAccessibleName(tr("Presets"));
    setItemDelegate(new RowDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSelectionMode(QAbstractItemView::SingleSelection);
    connect(this, &QListWidget::currentItemChanged, &model, [&model](const QListWidgetItem *item) {
        if (item)
            model.select(item->data(Name).toString());
    });
    connect(&model, &PresetsModel::changed, this, &PresetList::showModel);
    showModel();
}

QSize PresetList::sizeHint() const
{
    return {240, std::max(1, count()) * kRowHeight + 4};
}

QSize PresetList::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void PresetList::showModel()
{
    const QSignalBlocker quiet(this);
    // Not while only the choice moved: the list itself may be calling.
    if (m_rows != m_model.rows())
        makeItems();
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(Name).toString() == m_model.selected() && row != currentRow())
            setCurrentRow(row);
    }
}

void PresetList::makeItems()
{
    m_rows = m_model.rows();
    clear();
    for (const PresetsModel::Row &row : m_rows) {
        auto *item = new QListWidgetItem(row.headphone.isEmpty() ? row.name : QString(row.name % u", "_s % row.headphone), this);
        item->setData(Name, row.name);
        item->setData(Headphone, row.current ? tr("in use · %1").arg(row.headphone.isEmpty() ? tr("no headphone") : row.headphone) : row.headphone);
        item->setToolTip(row.name);
    }
    updateGeometry();
}

} // namespace gainstage
