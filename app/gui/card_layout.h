// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace gainstage {

/// Cards in three columns, two or one, by the width: two main columns in which cards stand in rows of one height (a wide card takes both),
/// and a side column that moves below the others when there is no room for it.
class CardLayout : public QLayout {
    Q_OBJECT
public:
    enum class Place { Wide, Main, Side };

    explicit CardLayout(QWidget *parent = nullptr);
    ~CardLayout() override;

    void add(QWidget *card, Place place);

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &area) override;

    static constexpr int kSpacing = 16, kSideWidth = 272, kThreeColumns = 840, kTwoColumns = 560, kWidest = 1280;

private:
    struct Card {
        std::unique_ptr<QLayoutItem> item;
        Place place;
    };
    struct Columns {
        int left = 0, second = 0, width = 0;
    };
    using Row = std::vector<const Card *>;
    std::vector<Row> rows(bool paired) const;
    Columns columns(int left, int width, bool paired) const;
    int arrange(const QRect &area, bool move) const;
    int arrangeMain(const QRect &area, bool paired, bool move) const;
    int arrangeSide(const QRect &area, bool paired, bool move) const;
    int arrangeRow(const Row &row, const Columns &columns, int top, bool move) const;
    static int heightOf(const Card &card, int width);

    std::vector<Card> m_cards;
};

} // namespace gainstage
