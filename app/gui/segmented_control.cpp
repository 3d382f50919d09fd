// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/segmented_control.h"

#include <algorithm>
#include <climits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr int kListHeight = 38;

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SegmentedControl::setOptions(const QString &name, const std::vector<SettingModel::Option> &options)
{
    m_name = name;
    setAccessibleName(name);
    if (options.size() != m_segments.size())
        renew(options);
    bool moved = false;
    for (std::size_t index = 0; index < options.size(); ++index) {
        Segment &segment = *m_segments[index];
        moved = moved || !(segment.option() == options[index]);
        segment.setOption(options[index]);
        const QString &meaning = options[index].meaning;
        segment.setAccessibleName(name % u": "_s % options[index].label % (meaning.isEmpty() ? QString() : QString(u", "_s % meaning)));
    }
    if (moved) {
        updateGeometry();
        place();
    }
}

void SegmentedControl::renew(const std::vector<SettingModel::Option> &options)
{
    qDeleteAll(m_segments);
    m_segments.clear();
    for (const SettingModel::Option &option : options)
        m_segments.push_back(add(option));
    setTabStop();
    updateGeometry();
    place();
}

Segment *SegmentedControl::add(const SettingModel::Option &option)
{
    auto *segment = new Segment(option, this);
    connect(segment, &Segment::clicked, this, [this, segment] { Q_EMIT chosen(segment->option().value); });
    connect(segment, &Segment::stepped, this, [this, segment](int by) { step(segment, by); });
    segment->show();
    return segment;
}

void SegmentedControl::setChosen(std::optional<Value> value, bool pending)
{
    for (Segment *segment : m_segments) {
        const bool chosen = value && segment->option().value == *value;
        segment->setChosen(chosen, chosen && pending);
        if (chosen)
            segment->raise();
    }
    setTabStop();
}

void SegmentedControl::setTabStop()
{
    auto stop = std::ranges::find_if(m_segments, &Segment::isChecked);
    if (stop == m_segments.end())
        stop = m_segments.begin();
    for (auto segment = m_segments.begin(); segment != m_segments.end(); ++segment) {
        if (!(*segment)->hasFocus())
            (*segment)->setFocusPolicy(segment == stop ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void SegmentedControl::step(const Segment *from, int by)
{
    const auto now = std::ranges::find(m_segments, from) - m_segments.begin();
    const auto next = by == INT_MIN   ? 0
                      : by == INT_MAX ? std::ssize(m_segments) - 1
                                      : std::clamp<std::ptrdiff_t>(now + by, 0, std::ssize(m_segments) - 1);
    if (next == now)
        return;
    Segment *segment = m_segments[static_cast<std::size_t>(next)];
    segment->setFocus(Qt::TabFocusReason);
    Q_EMIT chosen(segment->option().value);
}

std::vector<int> SegmentedControl::widths(int total) const
{
    std::vector<int> full, narrow;
    for (const Segment *segment : m_segments) {
        full.push_back(segment->fullWidth());
        narrow.push_back(segment->narrowest());
    }
    const int fullSum = std::accumulate(full.begin(), full.end(), 0), narrowSum = std::accumulate(narrow.begin(), narrow.end(), 0);
    if (narrowSum > total)
        return {};
    const std::vector<int> &base = fullSum <= total ? full : narrow;
    const int spare = total - (fullSum <= total ? fullSum : narrowSum), count = static_cast<int>(base.size());
    std::vector<int> widths = base;
    for (int index = 0; index < count; ++index)
        widths[static_cast<std::size_t>(index)] += spare / count + (index < spare % count ? 1 : 0);
    return widths;
}

int SegmentedControl::heightOf(const std::vector<int> &widths) const
{
    int height = 0;
    for (std::size_t index = 0; index < widths.size(); ++index)
        height = std::max(height, m_segments[index]->heightFor(widths[index]));
    return height;
}

int SegmentedControl::heightForWidth(int width) const
{
    const auto side = widths(width);
    return side.empty() ? static_cast<int>(m_segments.size()) * (kListHeight - 1) + 1 : heightOf(side);
}

QSize SegmentedControl::sizeHint() const
{
    int width = 0;
    for (const Segment *segment : m_segments)
        width += segment->narrowest();
    return {width, heightForWidth(width)};
}

QSize SegmentedControl::minimumSizeHint() const
{
    int width = 0;
    for (const Segment *segment : m_segments)
        width = std::max(width, segment->fullWidth());
    return {std::min(width, 160), kListHeight};
}

void SegmentedControl::resizeEvent(QResizeEvent *)
{
    place();
}

void SegmentedControl::place()
{
    const auto side = widths(width());
    const bool vertical = side.empty();
    const int each = vertical ? kListHeight : heightOf(side);
    int at = 0;
    for (std::size_t index = 0; index < m_segments.size(); ++index) {
        const bool first = index == 0, last = index + 1 == m_segments.size();
        Qt::Edges rim = vertical ? Qt::LeftEdge | Qt::RightEdge : Qt::TopEdge | Qt::BottomEdge;
        rim.setFlag(vertical ? Qt::TopEdge : Qt::LeftEdge, first);
        rim.setFlag(vertical ? Qt::BottomEdge : Qt::RightEdge, last);
        m_segments[index]->setRim(rim);
        m_segments[index]->setVertical(vertical);
        // Neighbours share one line.
        const int overlap = last ? 0 : 1;
        m_segments[index]->setGeometry(vertical ? QRect(0, at, width(), each) : QRect(at, 0, side[index] + overlap, each));
        at += vertical ? each - 1 : side[index];
    }
}

} // namespace gainstage
