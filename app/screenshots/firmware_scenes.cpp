// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots/firmware_files.h"
#include "app/screenshots/tour.h"

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr QSize kNarrow(720, 480), kSmall(900, 600), kUsual(1180, 760), kLarge(1600, 1000);

constexpr Variant kAll[] = {
    {"dark-en", ThemeChoice::Dark, u"en", kUsual},
    {"light-en", ThemeChoice::Light, u"en", kUsual},
    {"contrast-de", ThemeChoice::HighContrast, u"de", kUsual},
    {"light-de", ThemeChoice::Light, u"de", kUsual},
    {"small-dark-de", ThemeChoice::Dark, u"de", kSmall},
    {"narrow-light-de", ThemeChoice::Light, u"de", kNarrow},
    {"large-dark-en", ThemeChoice::Dark, u"en", kLarge},
};

/// For what does not last long enough for more.
constexpr Variant kFew[] = {
    {"dark-en", ThemeChoice::Dark, u"en", kUsual},
    {"light-de", ThemeChoice::Light, u"de", kUsual},
    {"small-dark-de", ThemeChoice::Dark, u"de", kSmall},
};

constexpr std::int32_t kGainMid = 1;
constexpr std::size_t kLong = 420'000; // takes some seconds to send and to exchange

FirmwarePlan newer()
{
    const QString notes = u"<p>Quieter and quicker to start.</p><ul><li>The volume knob no longer skips a step when it is turned fast.</li>"
                          "<li>The relay of the XLR-4 output switches without a click at every volume.</li>"
                          "<li>Temperature is shown from the first second on.</li></ul>"_s;
    return {.version = {1, 5, 0, 0}, .size = kLong, .notes = notes};
}

} // namespace

void Tour::chooseFirmware(const QString &name, const std::function<Result<Bytes>()> &make)
{
    const auto choose = [=, this] {
        const auto file = writeFirmware(m_folder->path(), name, make());
        if (!file)
            return m_script.fail(file.error());
        amp().firmware.choose(*file);
    };
    m_script.add(u"choose "_s % name, choose, [this] { return amp().firmware.isIdle() && amp().firmware.chosen(); });
}

void Tour::firmware()
{
    openAmp(u"desktop"_s, u"00A3F1"_s);
    openStage(&Tour::announced);
    step(u"wait for the amp"_s, {});
    set(Role::Gain, kGainMid);
    set(Role::Volume, -3250);
    const auto idle = [this] { return amp().firmware.view() == FirmwareModel::View::Showing && amp().firmware.isIdle(); };
    m_script.add(u"firmware"_s, [this] { m_stage->window().setPage(PageId::Firmware); }, idle);
    draw(u"firmware"_s, kAll, idle);
    chooseFirmware(u"reference-dongle-1.5.0.img"_s, [] {
        FirmwarePlan plan = newer();
        plan.device = "reference-dongle-a";
        return makeImage(plan);
    });
    draw(u"firmware-refused"_s, kFew, idle);
    chooseFirmware(u"reference-desktop-1.3.0.img"_s, [] { return makeImage({.version = {1, 3, 0, 0}, .notes = {}}); });
    draw(u"firmware-older"_s, kFew, idle);
    rolledBackFirmware();
    chooseFirmware(u"reference-desktop-1.5.0.cab"_s, [] { return makePackage(newer()); });
    draw(u"firmware-checked"_s, kAll, idle);
    interruptedFirmware();
    installedFirmware();
}

void Tour::interruptedFirmware()
{
    const auto uploaded = [this](int percent) {
        return [this, percent] { return amp().firmware.running() && amp().firmware.running()->percent >= percent; };
    };
    m_script.add(u"install"_s, [this] { amp().firmware.install(false); }, uploaded(20));
    draw(u"firmware-upload"_s, kFew, uploaded(20));
    physical({{u"do"_s, u"link"_s}, {u"plugged"_s, false}});
    const auto away = [this] { return amp().firmware.running() && !amp().firmware.running()->away.isEmpty(); };
    draw(u"firmware-away"_s, kFew, away);
    m_script.add(u"close"_s, [this] { m_stage->window().close(); });
    drawOne(u"firmware-closing"_s, kFew[0], away);
    const auto interrupted = [this] { return amp().firmware.interrupted() && amp().firmware.isIdle(); };
    m_script.add(
        u"cancel"_s,
        [this] {
            amp().firmware.cancel();
            m_amp->control({{u"do"_s, u"link"_s}, {u"plugged"_s, true}});
        },
        interrupted);
    draw(u"firmware-cancelled"_s, kFew, interrupted);
    m_script.add(u"dismiss"_s, [this] {
        amp().firmware.dismiss();
        amp().firmware.dropFile();
    });
    draw(u"firmware-interrupted"_s, kFew, interrupted);
    step(u"amp"_s, [this] { m_stage->window().setPage(PageId::Amp); });
    draw(u"amp-interrupted"_s, kFew);
}

void Tour::installedFirmware()
{
    m_script.add(u"go on"_s, [this] { amp().firmware.resume(); }, [this] { return amp().firmware.isUpdating(); });
    drawOne(u"amp-updating"_s, kFew[1], [this] { return amp().firmware.isUpdating(); });
    m_script.add(u"firmware"_s, [this] { m_stage->window().setPage(PageId::Firmware); });
    const auto waiting = [this] {
        return amp().firmware.running() && !amp().firmware.running()->canCancel && !amp().firmware.running()->away.isEmpty();
    };
    draw(u"firmware-waiting"_s, kFew, waiting);
    const auto ended = [this] { return amp().firmware.ended() && amp().firmware.isIdle(); };
    m_script.add(u"wait for the end"_s, {}, ended);
    draw(u"firmware-installed"_s, kAll, ended);
    m_script.add(u"restore"_s, [this] { amp().firmware.restore(); }, ended);
    drawOne(u"firmware-restored"_s, kFew[0], ended);
}

void Tour::rolledBackFirmware()
{
    chooseFirmware(u"reference-desktop-1.6.0.img"_s, [] { return makeImage({.version = {1, 6, 0, 0}, .works = false, .notes = {}}); });
    const auto ended = [this] { return amp().firmware.ended() && amp().firmware.isIdle(); };
    m_script.add(u"install"_s, [this] { amp().firmware.install(false); }, ended);
    draw(u"firmware-rolled-back"_s, kFew, ended);
}

} // namespace gainstage
