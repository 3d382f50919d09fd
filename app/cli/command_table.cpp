// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commands.h"

#include <QCoreApplication>

namespace gainstage::cli {
namespace {

constexpr Option kCommon[] = {
    {"device", "SELECTOR",
     QT_TRANSLATE_NOOP("cli", "The amp: serial:/path, hid:/path, a serial number or a model's name. Not needed where there is only one.")},
    {"experimental", "", QT_TRANSLATE_NOOP("cli", "Also settings that nobody has proven on this amp.")},
    {"json", "", QT_TRANSLATE_NOOP("cli", "Answer with one JSON object in a line.")},
    {"timeout", "MS", QT_TRANSLATE_NOOP("cli", "Give up after so many milliseconds.")},
    {"help", "", QT_TRANSLATE_NOOP("cli", "Say how a command is used.")},
};

constexpr Option kStore{"store", "", QT_TRANSLATE_NOOP("cli", "Also store the amp's settings in the amp, for after it was switched off.")};
constexpr Option kDryRun{"dry-run", "", QT_TRANSLATE_NOOP("cli", "Only show the steps that would be sent.")};
constexpr Option kReplace{"replace", "", QT_TRANSLATE_NOOP("cli", "Replace what has this name already.")};

constexpr Option kIdentify[] = {{"seconds", "N", QT_TRANSLATE_NOOP("cli", "How long (5); 0 ends it.")}};
constexpr Option kCapture[] = {{"seconds", "N", QT_TRANSLATE_NOOP("cli", "How long to listen (10).")}, kReplace};
constexpr Option kDoctor[] = {{"rules", "", QT_TRANSLATE_NOOP("cli", "Print the udev rules that let whoever sits at the computer use amps.")}};
constexpr Option kWrite[] = {kStore, kDryRun};
constexpr Option kWatch[] = {{"meters", "MS", QT_TRANSLATE_NOOP("cli", "Also print level, temperature and supply, every so many milliseconds.")}};
constexpr Option kSave[] = {
    {"headphone", "NAME", QT_TRANSLATE_NOOP("cli", "The headphone that the preset is for.")},
    {"cable", "NAME", QT_TRANSLATE_NOOP("cli", "Its cable.")},
    {"note", "TEXT", QT_TRANSLATE_NOOP("cli", "Anything else.")},
    kReplace,
};
constexpr Option kDelete[] = {{"undo", "", QT_TRANSLATE_NOOP("cli", "Bring the preset back that was deleted last.")}};
constexpr Option kReplaceOnly[] = {kReplace};
constexpr Option kHistoryList[] = {{"limit", "N", QT_TRANSLATE_NOOP("cli", "How many of the newest (20); 0: all.")}};

constexpr Option kInstall[] = {
    {"yes", "", QT_TRANSLATE_NOOP("cli", "Do not ask.")},
    {"downgrade", "", QT_TRANSLATE_NOOP("cli", "An older version than the amp's is meant.")},
    {"restore", "", QT_TRANSLATE_NOOP("cli", "Afterwards set the amp to what it was set to, never louder on the way.")},
};

constexpr Command kCommands[] = {
    {"device list", "", QT_TRANSLATE_NOOP("cli", "List the amps that are plugged in"), 0, 0, {}, &listDevices},
    {"device show", "", QT_TRANSLATE_NOOP("cli", "Show what the amp is and can do"), 0, 0, {}, &showDevice},
    {"device identify", "", QT_TRANSLATE_NOOP("cli", "Make the amp show itself"), 0, 0, kIdentify, &identifyDevice},
    {"capture", "FILE", QT_TRANSLATE_NOOP("cli", "Note what an amp is and says by itself, to help support it"), 1, 1, kCapture, &capture},
    {"conformance", "", QT_TRANSLATE_NOOP("cli", "Check an amp without changing anything"), 0, 0, {}, &conformance},
    {"doctor", "", QT_TRANSLATE_NOOP("cli", "Find out what keeps amps from being used, and what helps"), 0, 0, kDoctor, &doctor},
    {"get", "[SETTING…]", QT_TRANSLATE_NOOP("cli", "Show what the amp is set to"), 0, -1, {}, &getSettings},
    {"set", "SETTING=VALUE…", QT_TRANSLATE_NOOP("cli", "Change settings, never louder on the way than before or after"), 1, -1, kWrite, &setSettings},
    {"watch", "", QT_TRANSLATE_NOOP("cli", "Print what changes, until Ctrl-C"), 0, 0, kWatch, &watch},
    {"preset list", "", QT_TRANSLATE_NOOP("cli", "List the presets"), 0, 0, {}, &listPresets},
    {"preset save", "NAME", QT_TRANSLATE_NOOP("cli", "Save what the amp is set to"), 1, 1, kSave, &savePreset},
    {"preset show", "NAME", QT_TRANSLATE_NOOP("cli", "Show what is in a preset"), 1, 1, {}, &showPreset},
    {"preset diff", "NAME", QT_TRANSLATE_NOOP("cli", "Show what a preset would change"), 1, 1, {}, &diffPreset},
    {"preset apply", "NAME", QT_TRANSLATE_NOOP("cli", "Set the amp to a preset"), 1, 1, kWrite, &applyPreset},
    {"preset rename", "NAME NEW-NAME", QT_TRANSLATE_NOOP("cli", "Give a preset another name"), 2, 2, {}, &renamePreset},
    {"preset delete", "NAME", QT_TRANSLATE_NOOP("cli", "Delete a preset, or with --undo bring the last one back"), 0, 1, kDelete, &deletePreset},
    {"preset import", "FILE", QT_TRANSLATE_NOOP("cli", "Take a preset from a file"), 1, 1, kReplaceOnly, &importPreset},
    {"preset export", "NAME FILE", QT_TRANSLATE_NOOP("cli", "Write a preset into a file"), 2, 2, kReplaceOnly, &exportPreset},
    {"firmware show", "", QT_TRANSLATE_NOOP("cli", "Show which firmware the amp runs and has"), 0, 0, {}, &showFirmware},
    {"firmware check", "FILE", QT_TRANSLATE_NOOP("cli", "Check a firmware file, also against the amp if there is one"), 1, 1, {}, &checkFirmware},
    {"firmware install", "[FILE]", QT_TRANSLATE_NOOP("cli", "Install a firmware file, or go on with an interrupted update"), 0, 1, kInstall,
     &installFirmware},
    {"firmware confirm", "", QT_TRANSLATE_NOOP("cli", "Keep the firmware that is on trial"), 0, 0, {}, &confirmFirmware},
    {"firmware revert", "", QT_TRANSLATE_NOOP("cli", "Go back to the firmware before"), 0, 0, kInstall, &revertFirmware},
    {"firmware forget", "", QT_TRANSLATE_NOOP("cli", "Forget an interrupted update"), 0, 0, {}, &forgetFirmware},
    {"history list", "", QT_TRANSLATE_NOOP("cli", "List what was changed"), 0, 0, kHistoryList, &listHistory},
    {"history undo", "", QT_TRANSLATE_NOOP("cli", "Take the last change back"), 0, 0, {}, &undo},
    {"history redo", "", QT_TRANSLATE_NOOP("cli", "Do again what was taken back"), 0, 0, {}, &redo},
};

} // namespace

std::span<const Command> commands()
{
    return kCommands;
}

std::span<const Option> commonOptions()
{
    return kCommon;
}

} // namespace gainstage::cli
