// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings_page.h"

#include "app/gui/card.h"
#include "app/gui/labels.h"
#include "app/gui/segmented_control.h"

#include <QVBoxLayout>

#include <iterator>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr int kWidest = 640;
constexpr const char16_t *kLanguages[] = {u"", u"en", u"de"};

std::int32_t languageIndex(const QString &language)
{
    for (std::int32_t index = 0; index < std::ssize(kLanguages); ++index) {
        if (language == QStringView(kLanguages[index]))
            return index;
    }
    return 0;
}

} // namespace

SettingsPage::SettingsPage(Preferences &preferences, QWidget *parent) : Page(tr("Settings"), parent), m_preferences(preferences)
{
    auto *layout = new QVBoxLayout(body());
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(themeCard());
    layout->addWidget(languageCard());
    layout->addWidget(experimentalCard());
    layout->addWidget(aboutCard());
    layout->addStretch(1);
}

Card *SettingsPage::themeCard()
{
    auto *card = new Card(tr("Colours"), body());
    auto *choice = new SegmentedControl(card);
    const auto at = [](ThemeChoice theme) { return Value{static_cast<std::int32_t>(theme)}; };
    choice->setOptions(tr("Colours"), {{at(ThemeChoice::System), tr("Like the system"), {}},
                                       {at(ThemeChoice::Light), tr("Light"), {}},
                                       {at(ThemeChoice::Dark), tr("Dark"), {}},
                                       {at(ThemeChoice::HighContrast), tr("High contrast"), {}}});
    const auto show = [this, choice, at] { choice->setChosen(at(m_preferences.theme()), false); };
    connect(choice, &SegmentedControl::chosen, this, [this](Value value) { m_preferences.setTheme(static_cast<ThemeChoice>(value.raw)); });
    connect(&m_preferences, &Preferences::themeChanged, choice, show);
    show();
    card->body()->addWidget(choice);
    return card;
}

Card *SettingsPage::languageCard()
{
    auto *card = new Card(tr("Language"), body());
    auto *choice = new SegmentedControl(card);
    choice->setOptions(tr("Language"), {{{0}, tr("Like the system"), {}}, {{1}, u"English"_s, {}}, {{2}, u"Deutsch"_s, {}}});
    const auto show = [this, choice] { choice->setChosen(Value{languageIndex(m_preferences.language())}, false); };
    connect(choice, &SegmentedControl::chosen, this, [this](Value value) { m_preferences.setLanguage(QString::fromUtf16(kLanguages[value.raw])); });
    connect(&m_preferences, &Preferences::languageChanged, choice, show);
    show();
    card->body()->addWidget(choice);
    return card;
}

Card *SettingsPage::experimentalCard()
{
    auto *card = new Card(tr("Experimental settings"), body());
    auto *choice = new SegmentedControl(card);
    choice->setOptions(tr("Experimental settings"), {{{0}, tr("Leave out"), {}}, {{1}, tr("Offer"), {}}});
    const auto show = [this, choice] { choice->setChosen(Value{m_preferences.experimental() ? 1 : 0}, false); };
    connect(choice, &SegmentedControl::chosen, this, [this](Value value) { m_preferences.setExperimental(value.raw == 1); });
    connect(&m_preferences, &Preferences::experimentalChanged, choice, show);
    show();
    card->body()->addWidget(choice);
    card->body()->addWidget(makeNote(
        tr("What is only known from a maker's own program and was never seen to work on an amp. It may do something else than it says."), card));
    return card;
}

Card *SettingsPage::aboutCard()
{
    auto *card = new Card(tr("About Gainstage"), body());
    card->body()->addWidget(makeLabel(tr("Version %1").arg(QStringLiteral(GAINSTAGE_VERSION)), Tone::Text, card));
    card->body()->addWidget(makeNote(
        tr("Free software under the GNU General Public License, version 3 or later. It does not go online and stays out of the audio path."), card));
    return card;
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    body()->layout()->setContentsMargins(24, 24, 24 + std::max(0, width() - kWidest - 48), 24);
}

} // namespace gainstage
