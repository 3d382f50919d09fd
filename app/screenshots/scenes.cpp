// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots/tour.h"

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr QSize kSmall(900, 600), kUsual(1180, 760), kLarge(1600, 1000);

constexpr Variant kAll[] = {
    {"dark-en", ThemeChoice::Dark, u"en", kUsual},
    {"light-en", ThemeChoice::Light, u"en", kUsual},
    {"contrast-en", ThemeChoice::HighContrast, u"en", kUsual},
    {"dark-de", ThemeChoice::Dark, u"de", kUsual},
    {"light-de", ThemeChoice::Light, u"de", kUsual},
    {"small-light-en", ThemeChoice::Light, u"en", kSmall},
    {"small-dark-de", ThemeChoice::Dark, u"de", kSmall},
    {"large-light-de", ThemeChoice::Light, u"de", kLarge},
    {"large-dark-en-2x", ThemeChoice::Dark, u"en", kLarge, 2.0},
};

/// For states that are made of the same parts as the pages.
constexpr Variant kSome[] = {
    {"dark-en", ThemeChoice::Dark, u"en", kUsual},
    {"light-de", ThemeChoice::Light, u"de", kUsual},
    {"contrast-en", ThemeChoice::HighContrast, u"en", kUsual},
    {"small-dark-de", ThemeChoice::Dark, u"de", kSmall},
};

constexpr std::int32_t kGainMid = 1, kSingleEnded = 0, kBalanced = 1, kSlow = 1, kCrossfeedLow = 1;

} // namespace

void Tour::desktop()
{
    openAmp(u"desktop"_s, u"00A3F1"_s);
    physical({{u"do"_s, u"jack"_s}, {u"output"_s, 1}, {u"plugged"_s, true}, {u"ohm"_s, 297}, {u"sensitivity"_s, 103}});
    physical({{u"do"_s, u"source"_s}, {u"dbfs"_s, -18}, {u"rate"_s, 96000}, {u"locked"_s, true}});
    openStage(&Tour::announced);
    step(u"wait for the amp"_s, {});
    set(Role::Gain, kGainMid);
    set(Role::Output, kBalanced);
    set(Role::Volume, -3250);
    save({u"Evening"_s, u"HD 650"_s, u"XLR-4"_s, {}});
    set(Role::Volume, -4500);
    set(Role::Crossfeed, kCrossfeedLow);
    save({u"Late at night"_s, u"HD 650"_s, u"XLR-4"_s, u"Quiet, with crossfeed."_s});
    set(Role::Crossfeed, 0);
    set(Role::Gain, 0);
    set(Role::Output, 0);
    set(Role::Volume, -2800);
    save({u"Monitoring"_s, u"DT 770 Pro 80"_s, u"6.35 mm"_s, {}});
    step(u"apply a preset"_s, [this] {
        amp().presets.select(u"Evening"_s);
        amp().presets.apply();
    });
    step(u"store"_s, [this] { amp().setup.store(); });
    physical({{u"do"_s, u"knob"_s}, {u"detents"_s, 3}});
    set(Role::Filter, kSlow);
    draw(u"amp-desktop"_s, kAll);
}

void Tour::presetsAndHistory()
{
    step(u"presets"_s, [this] {
        m_stage->window().setPage(PageId::Presets);
        amp().presets.select(u"Late at night"_s);
    });
    draw(u"presets"_s, kAll);
    for (const Variant &variant : kSome) {
        drawOne(u"presets-save"_s, variant, [this] {
            m_stage->window().beginSavingPreset();
            return m_stage->isSettled();
        });
    }
    step(u"history"_s, [this] { m_stage->window().setPage(PageId::History); });
    draw(u"history"_s, kAll);
    step(u"settings"_s, [this] { m_stage->window().setPage(PageId::Settings); });
    draw(u"settings"_s, kAll);
}

void Tour::refusedAndLost()
{
    step(u"amp"_s, [this] { m_stage->window().setPage(PageId::Amp); });
    physical({{u"do"_s, u"protection"_s}, {u"dc"_s, true}});
    for (const Variant &variant : kSome) {
        // Another language makes the page anew, and a refusal goes with it.
        drawOne(u"amp-refused"_s, variant, [this] {
            SettingModel *output = amp().page.find(Role::Output);
            if (output->refusal().isEmpty() && m_stage->isSettled())
                output->wish({kSingleEnded});
            return m_stage->isSettled() && !output->refusal().isEmpty();
        });
    }
    physical({{u"do"_s, u"protection"_s}, {u"dc"_s, false}});
    physical({{u"do"_s, u"link"_s}, {u"plugged"_s, false}});
    draw(u"amp-lost"_s, kSome, [this] { return amp().page.link().kind == LinkState::Kind::Lost; });
}

void Tour::dongle()
{
    openAmp(u"dongle"_s, u"D04417"_s);
    physical({{u"do"_s, u"jack"_s}, {u"output"_s, 0}, {u"plugged"_s, true}, {u"ohm"_s, 24}, {u"sensitivity"_s, 118}});
    openStage(&Tour::announced);
    step(u"wait for the amp"_s, {});
    draw(u"amp-dongle"_s, kAll);
}

void Tour::noAmp()
{
    openStage(&Tour::announced);
    const auto always = [] { return true; };
    draw(u"no-amp"_s, kAll, always);
    m_script.add(u"presets"_s, [this] { m_stage->window().setPage(PageId::Presets); });
    draw(u"no-presets"_s, kSome, always);
}

void Tour::connecting()
{
    openAmp(u"desktop"_s, u"00A3F1"_s, {u"--faults"_s, u"drop=1"_s});
    openStage(&Tour::announced);
    draw(u"connecting"_s, kSome, [this] { return m_stage->model().chosen() != nullptr; });
}

void Tour::noPermission()
{
    openStage(&Tour::forbidden);
    draw(u"no-permission"_s, kSome, [this] { return m_stage->model().chosen() && amp().page.link().kind == LinkState::Kind::Permission; });
}

void Tour::unsupported()
{
    openStage(&Tour::recognised);
    for (const Variant &variant : kSome) {
        // Another language makes the pages anew.
        drawOne(u"unsupported"_s, variant, [this] {
            if (m_stage->window().page() != PageId::Unsupported)
                m_stage->window().showUnsupported(0);
            return m_stage->window().page() == PageId::Unsupported;
        });
    }
}

} // namespace gainstage
