// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/card_layout.h"

#include <QWidget>

#include <algorithm>

namespace gainstage {

CardLayout::CardLayout(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(24, 24, 24, 24);
}

CardLayout::~CardLayout() = default;

void CardLayout::add(QWidget *card, Place place)
{
    addChildWidget(card);
    m_cards.push_back({std::make_unique<QWidgetItem>(card), place});
    invalidate();
}

void CardLayout::addItem(QLayoutItem *item)
{
    m_cards.push_back({std::unique_ptr<QLayoutItem>(item), Place::Main});
}

int CardLayout::count() const
{
    return static_cast<int>(m_cards.size());
}

QLayoutItem *CardLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_cards[static_cast<std::size_t>(index)].item.get() : nullptr;
}

QLayoutItem *CardLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_cards[static_cast<std::size_t>(index)].item.release();
    m_cards.erase(m_cards.begin() + index);
    return item;
}

int CardLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize CardLayout::sizeHint() const
{
    return {kThreeColumns, heightForWidth(kThreeColumns)};
}

QSize CardLayout::minimumSize() const
{
    int widest = 0;
    for (const Card &card : m_cards)
        widest = std::max(widest, card.item->isEmpty() ? 0 : card.item->minimumSize().width());
    const QMargins margins = contentsMargins();
    return {widest + margins.left() + margins.right(), 0};
}

void CardLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

int CardLayout::heightOf(const Card &card, int width)
{
    const int least = card.item->minimumSize().height();
    return std::max(least, card.item->hasHeightForWidth() ? card.item->heightForWidth(width) : card.item->sizeHint().height());
}

std::vector<CardLayout::Row> CardLayout::rows(bool paired) const
{
    std::vector<Row> rows;
    bool open = false;
    for (const Card &card : m_cards) {
        if (card.place == Place::Side || card.item->isEmpty())
            continue;
        if (open && paired && card.place == Place::Main) {
            rows.back().push_back(&card);
            open = false;
        } else {
            rows.push_back({&card});
            open = card.place == Place::Main;
        }
    }
    return rows;
}

/// Two columns; the one whose cards need more gets more, up to three fifths.
CardLayout::Columns CardLayout::columns(int left, int width, bool paired) const
{
    if (!paired)
        return {left, left, width};
    int needs[2] = {0, 0};
    for (const Row &row : rows(true)) {
        for (std::size_t column = 0; column < row.size() && row.size() == 2; ++column)
            needs[column] = std::max(needs[column], row[column]->item->sizeHint().width());
    }
    const int half = (width - kSpacing) / 2, most = (width - kSpacing) * 3 / 5;
    int first = half;
    if (needs[1] > half && needs[0] < needs[1])
        first = std::max({width - kSpacing - most, std::min(half, needs[0]), width - kSpacing - needs[1]});
    else if (needs[0] > half && needs[1] < needs[0])
        first = std::min({most, std::max(half, width - kSpacing - needs[1]), needs[0]});
    return {left, left + first + kSpacing, width};
}

int CardLayout::arrange(const QRect &area, bool move) const
{
    QRect inside = area.marginsRemoved(contentsMargins());
    inside.setWidth(std::min(inside.width(), kWidest));
    const bool three = inside.width() >= kThreeColumns, two = inside.width() >= kTwoColumns;
    const bool hasSide = std::ranges::any_of(m_cards, [](const Card &card) { return card.place == Place::Side && !card.item->isEmpty(); });
    if (three && hasSide) {
        const QRect main(inside.left(), inside.top(), inside.width() - kSideWidth - kSpacing, 0);
        const QRect side(main.right() + 1 + kSpacing, inside.top(), kSideWidth, 0);
        return std::max(arrangeMain(main, true, move), arrangeSide(side, false, move)) + contentsMargins().bottom() - area.top();
    }
    const int below = arrangeMain(inside, two, move);
    const QRect side(inside.left(), below == inside.top() ? below : below + kSpacing, inside.width(), 0);
    return (hasSide ? arrangeSide(side, two, move) : below) + contentsMargins().bottom() - area.top();
}

int CardLayout::arrangeMain(const QRect &area, bool paired, bool move) const
{
    const Columns place = columns(area.left(), area.width(), paired);
    int top = area.top(), bottom = area.top();
    for (const Row &row : rows(paired)) {
        bottom = top + arrangeRow(row, place, top, move);
        top = bottom + kSpacing;
    }
    return bottom;
}

int CardLayout::arrangeRow(const Row &row, const Columns &columns, int top, bool move) const
{
    const int right = columns.left + columns.width;
    const int firstWidth = row.size() == 2 ? columns.second - kSpacing - columns.left : columns.width;
    int height = heightOf(*row[0], firstWidth);
    if (row.size() == 2)
        height = std::max(height, heightOf(*row[1], right - columns.second));
    if (move) {
        row[0]->item->setGeometry({columns.left, top, firstWidth, height});
        if (row.size() == 2)
            row[1]->item->setGeometry({columns.second, top, right - columns.second, height});
    }
    return height;
}

int CardLayout::arrangeSide(const QRect &area, bool paired, bool move) const
{
    const int width = paired ? (area.width() - kSpacing) / 2 : area.width();
    int bottoms[2] = {area.top(), area.top()};
    for (const Card &card : m_cards) {
        if (card.place != Place::Side || card.item->isEmpty())
            continue;
        const int column = paired && bottoms[1] < bottoms[0] ? 1 : 0;
        const int top = bottoms[column] == area.top() ? area.top() : bottoms[column] + kSpacing;
        const int height = heightOf(card, width);
        if (move)
            card.item->setGeometry({area.left() + column * (width + kSpacing), top, width, height});
        bottoms[column] = top + height;
    }
    return std::max(bottoms[0], bottoms[1]);
}

} // namespace gainstage
