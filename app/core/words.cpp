// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gainstage {
namespace {

struct CodeName {
    Errc code;
    const char *name;
};
constexpr std::array kCodeNames = {
    CodeName{Errc::Internal, "internal"},
    CodeName{Errc::Usage, "usage"},
    CodeName{Errc::NotFound, "not-found"},
    CodeName{Errc::Ambiguous, "ambiguous"},
    CodeName{Errc::Permission, "permission"},
    CodeName{Errc::Busy, "busy"},
    CodeName{Errc::Unsupported, "unsupported"},
    CodeName{Errc::UnknownSetting, "unknown-setting"},
    CodeName{Errc::OutOfRange, "out-of-range"},
    CodeName{Errc::ReadOnly, "read-only"},
    CodeName{Errc::Refused, "refused"},
    CodeName{Errc::Conflict, "conflict"},
    CodeName{Errc::Locked, "locked"},
    CodeName{Errc::NotVerified, "not-verified"},
    CodeName{Errc::Timeout, "timeout"},
    CodeName{Errc::Disconnected, "disconnected"},
    CodeName{Errc::Cancelled, "cancelled"},
    CodeName{Errc::BadFrame, "bad-frame"},
    CodeName{Errc::InvalidFile, "invalid-file"},
    CodeName{Errc::FileIo, "file-io"},
};

struct RoleLabel {
    Role role;
    const char *label;
};
constexpr std::array kRoleLabels = {
    RoleLabel{Role::Gain, QT_TRANSLATE_NOOP("setting", "Gain")},
    RoleLabel{Role::Output, QT_TRANSLATE_NOOP("setting", "Output")},
    RoleLabel{Role::Input, QT_TRANSLATE_NOOP("setting", "Input")},
    RoleLabel{Role::Volume, QT_TRANSLATE_NOOP("setting", "Volume")},
    RoleLabel{Role::Mute, QT_TRANSLATE_NOOP("setting", "Mute")},
    RoleLabel{Role::Balance, QT_TRANSLATE_NOOP("setting", "Balance")},
    RoleLabel{Role::Filter, QT_TRANSLATE_NOOP("setting", "Digital filter")},
    RoleLabel{Role::Crossfeed, QT_TRANSLATE_NOOP("setting", "Crossfeed")},
    RoleLabel{Role::Polarity, QT_TRANSLATE_NOOP("setting", "Inverted polarity")},
    RoleLabel{Role::Brightness, QT_TRANSLATE_NOOP("setting", "Brightness")},
    RoleLabel{Role::AutoOff, QT_TRANSLATE_NOOP("setting", "Switch off by itself")},
    RoleLabel{Role::VolumeLimit, QT_TRANSLATE_NOOP("setting", "Volume limit")},
    RoleLabel{Role::PowerOnVolume, QT_TRANSLATE_NOOP("setting", "Volume at power-on")},
    RoleLabel{Role::Mono, QT_TRANSLATE_NOOP("setting", "Mono")},
    RoleLabel{Role::ChannelSwap, QT_TRANSLATE_NOOP("setting", "Channels swapped")},
};

struct ChoiceLabel {
    Role role;
    const char *key;
    const char *label;
};
constexpr std::array kChoiceLabels = {
    ChoiceLabel{Role::Gain, "low", QT_TRANSLATE_NOOP("choice", "Low")},
    ChoiceLabel{Role::Gain, "mid", QT_TRANSLATE_NOOP("choice", "Mid")},
    ChoiceLabel{Role::Gain, "high", QT_TRANSLATE_NOOP("choice", "High")},
    ChoiceLabel{Role::Output, "line", QT_TRANSLATE_NOOP("choice", "Line")},
    ChoiceLabel{Role::Input, "usb", QT_TRANSLATE_NOOP("choice", "USB")},
    ChoiceLabel{Role::Input, "optical", QT_TRANSLATE_NOOP("choice", "Optical")},
    ChoiceLabel{Role::Input, "coaxial", QT_TRANSLATE_NOOP("choice", "Coaxial")},
    ChoiceLabel{Role::Input, "analog", QT_TRANSLATE_NOOP("choice", "Analogue")},
    ChoiceLabel{Role::Input, "bluetooth", QT_TRANSLATE_NOOP("choice", "Bluetooth")},
    ChoiceLabel{Role::Filter, "sharp", QT_TRANSLATE_NOOP("choice", "Sharp")},
    ChoiceLabel{Role::Filter, "slow", QT_TRANSLATE_NOOP("choice", "Slow")},
    ChoiceLabel{Role::Filter, "short", QT_TRANSLATE_NOOP("choice", "Short delay")},
    ChoiceLabel{Role::Filter, "short-slow", QT_TRANSLATE_NOOP("choice", "Short delay, slow")},
    ChoiceLabel{Role::Filter, "nos", QT_TRANSLATE_NOOP("choice", "NOS")},
    ChoiceLabel{Role::Crossfeed, "off", QT_TRANSLATE_NOOP("choice", "Off")},
    ChoiceLabel{Role::Crossfeed, "low", QT_TRANSLATE_NOOP("choice", "Low")},
    ChoiceLabel{Role::Crossfeed, "high", QT_TRANSLATE_NOOP("choice", "High")},
};

} // namespace

QString words(const Error &error)
{
    QString text = QCoreApplication::translate("error", error.sentence);
    // All at once, so that a fact that holds "%2" is not filled in again.
    for (std::size_t i = 0; i < error.facts.size(); ++i)
        text.replace(QLatin1Char('%') + QString::number(i + 1), QChar(0xE000 + static_cast<char16_t>(i)));
    for (std::size_t i = 0; i < error.facts.size(); ++i)
        text.replace(QChar(0xE000 + static_cast<char16_t>(i)), QString::fromStdString(error.facts[i]));
    return text;
}

QString hint(const Error &error)
{
    return *error.hint ? QCoreApplication::translate("error", error.hint) : QString();
}

QString codeName(Errc code)
{
    const auto row = std::ranges::find(kCodeNames, code, &CodeName::code);
    return QLatin1String(row == kCodeNames.end() ? "internal" : row->name);
}

QString label(const Setting &setting)
{
    const auto row = std::ranges::find(kRoleLabels, setting.role, &RoleLabel::role);
    return row == kRoleLabels.end() ? setting.label : QCoreApplication::translate("setting", row->label);
}

QString label(const Setting &setting, const Choice &choice)
{
    const auto fits = [&](const ChoiceLabel &row) { return row.role == setting.role && choice.key == QLatin1String(row.key); };
    const auto row = std::ranges::find_if(kChoiceLabels, fits);
    return row == kChoiceLabels.end() ? choice.label : QCoreApplication::translate("choice", row->label);
}

} // namespace gainstage
