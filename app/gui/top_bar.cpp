// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/top_bar.h"

#include "app/gui/labels.h"
#include "app/gui/paint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainterPath>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr int kHeight = 64, kRoomForWords = 820, kIcon = 16;

/// An arrow that turns back (undo), or mirrored forth (redo).
QIcon turnIcon(const QColor &tone, bool mirrored, double ratio)
{
    QPixmap pixmap(QSize(kIcon, kIcon) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (mirrored) {
        painter.translate(kIcon, 0);
        painter.scale(-1, 1);
    }
    painter.setPen(QPen(tone, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath path(QPointF(3, 6));
    path.lineTo(9.5, 6);
    path.arcTo(QRectF(6, 6, 7.5, 7.5), 90, -180);
    path.lineTo(6.5, 13.5);
    painter.drawPath(path);
    painter.drawPolyline(QPolygonF{QPointF(6, 3), QPointF(3, 6), QPointF(6, 9)});
    return QIcon(pixmap);
}

QIcon turnIcon(const QPalette &palette, bool mirrored, double ratio)
{
    QIcon icon = turnIcon(colour(palette, Colour::Text), mirrored, ratio);
    icon.addPixmap(turnIcon(colour(palette, Colour::Dim), mirrored, ratio).pixmap(kIcon), QIcon::Disabled);
    return icon;
}

/// Empty: only its icon, in a square.
void showWords(QPushButton &button, const QString &words)
{
    if (button.text() == words && button.property("kind").isValid())
        return;
    button.setText(words);
    button.setProperty("kind", words.isEmpty() ? u"square"_s : u""_s);
    button.style()->unpolish(&button);
    button.style()->polish(&button);
    button.updateGeometry();
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QFrame(parent), m_unstored(makeLabel({}, Tone::Accent, this)),
      m_undo(makeButton(tr("Undo"), tr("Undo the last change"), QKeySequence(u"Ctrl+Z"_s))),
      m_redo(makeButton(tr("Redo"), tr("Do again what was undone"), QKeySequence(u"Ctrl+Shift+Z"_s))),
      m_store(makeButton(tr("Store"), tr("Keep the settings in the amp when it is switched off"), QKeySequence(u"Ctrl+S"_s))),
      m_mute(makeButton(tr("Mute"), tr("Silence the amp"), QKeySequence(u"Ctrl+M"_s)))
{
    setObjectName(u"topBar"_s);
    setFixedHeight(kHeight);
    m_unstored->setWordWrap(false);
    m_store->setProperty("kind", u"primary"_s);
    m_mute->setProperty("kind", u"danger"_s);
    m_mute->setCheckable(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(12);
    row->addWidget(makeBlock(tr("Headphone"), m_headphone, nullptr), 1);
    row->addSpacing(20);
    row->addWidget(makeBlock(tr("Preset"), m_preset, m_unstored), 2);
    for (QPushButton *button : {m_undo, m_redo, m_store, m_mute})
        row->addWidget(button);
    connectButtons();
    showWords(*m_redo, {});
    drawIcons();
    setModel(nullptr);
}

QPushButton *TopBar::makeButton(const QString &text, const QString &tip, const QKeySequence &keys)
{
    auto *button = new QPushButton(text, this);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(u"%1 (%2)"_s.arg(tip, keys.toString(QKeySequence::NativeText)));
    button->setAccessibleName(text);
    button->setAccessibleDescription(tip);
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    return button;
}

QWidget *TopBar::makeBlock(const QString &head, ElidedLabel *&value, QLabel *rest)
{
    auto *block = new QWidget(this);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addStretch(1);
    QLabel *note = makeNote(head, block);
    note->setWordWrap(false);
    column->addWidget(note);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    value = new ElidedLabel(block);
    value->setFont(semibold(value->font()));
    line->addWidget(value);
    if (rest)
        line->addWidget(rest);
    line->addStretch(1);
    column->addLayout(line);
    column->addStretch(1);
    return block;
}

void TopBar::connectButtons()
{
    connect(m_undo, &QPushButton::clicked, this, [this] { m_model->undo(); });
    connect(m_redo, &QPushButton::clicked, this, [this] { m_model->redo(); });
    connect(m_store, &QPushButton::clicked, this, [this] { m_model->store(); });
    connect(m_mute, &QPushButton::clicked, this, [this] {
        m_model->toggleMute();
        showModel();
    });
}

void TopBar::setModel(SetupModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (model)
        connect(model, &SetupModel::changed, this, &TopBar::showModel);
    showModel();
}

void TopBar::showModel()
{
    m_undo->setEnabled(m_model && m_model->canUndo());
    m_redo->setEnabled(m_model && m_model->canRedo());
    m_store->setEnabled(m_model && m_model->canStore());
    m_mute->setEnabled(m_model && m_model->canMute());
    m_mute->setVisible(!m_model || m_model->hasMute());
    const bool muted = m_model && m_model->isMuted();
    m_mute->setChecked(muted);
    m_mute->setText(muted ? tr("Muted") : tr("Mute"));
    m_mute->setAccessibleName(m_mute->text());
    showTexts();
}

void TopBar::showTexts()
{
    const QString headphone = m_model ? m_model->headphone() : QString(), preset = m_model ? m_model->presetName() : QString();
    m_headphone->setWhole(headphone.isEmpty() ? tr("not chosen") : headphone);
    setTone(*m_headphone, headphone.isEmpty() ? Tone::Dim : Tone::Text);
    m_preset->setWhole(preset.isEmpty() ? tr("none") : preset);
    setTone(*m_preset, preset.isEmpty() ? Tone::Dim : Tone::Text);
    showUnstored();
}

void TopBar::showUnstored()
{
    const bool brief = width() < kRoomForWords;
    const QString unstored = !m_model ? QString() : brief ? m_model->unstoredBrief() : m_model->unstoredText();
    m_unstored->setText(unstored.isEmpty() ? QString() : QString(u"· "_s % unstored));
    m_unstored->setToolTip(m_model ? m_model->unstoredText() : QString());
}

void TopBar::drawIcons()
{
    m_undo->setIcon(turnIcon(palette(), false, devicePixelRatioF()));
    m_redo->setIcon(turnIcon(palette(), true, devicePixelRatioF()));
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    showWords(*m_undo, width() >= kRoomForWords ? tr("Undo") : QString());
    showUnstored();
    QFrame::resizeEvent(event);
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcons();
    QFrame::changeEvent(event);
}

} // namespace gainstage
