// SPDX-License-Identifier: Apache-2.0
#include "protocol/smp/refusal.h"

namespace gainstage::smp {
namespace {

constexpr Group genericGroup = 0;
constexpr Group imageGroup = kImageGroup;
constexpr Group ampGroup = kFirstUserGroup;

struct Meaning {
    Group group;
    std::uint32_t code;
    Errc errc;
    const char *sentence;  ///< may use %1 for the id
    const char *anonymous; ///< the sentence where the amp names no id; nullptr: the same
    const char *hint;
};

const char *const readAgain = SENTENCE("error", "Read the amp's state again and decide anew.");
const char *const takeTheRightFile = SENTENCE("error", "Get the file again from the amp's maker, for exactly this model.");
const char *const finishFirst = SENTENCE("error", "Let the update that has begun come to its end, or restart the amp, and try again.");
const char *const beginAgain = SENTENCE("error", "Begin the update again.");
const char *const memoryFailed = SENTENCE("error", "The amp could not use its memory for firmware.");
const char *const notSound = SENTENCE("error", "The amp finds that the file is no sound firmware.");
const char *const lostThread = SENTENCE("error", "The amp is not ready for this part of the file.");
const char *const notSupported = SENTENCE("error", "The amp does not support this.");

const Meaning meanings[] = {
    {genericGroup, 2, Errc::Refused, SENTENCE("error", "The amp has no memory left for this request."), nullptr, ""},
    {genericGroup, 3, Errc::Refused, SENTENCE("error", "The amp does not understand the request."), nullptr, ""},
    {genericGroup, 4, Errc::Refused, SENTENCE("error", "The amp could not finish in time."), nullptr, ""},
    {genericGroup, 5, Errc::Refused, SENTENCE("error", "The amp does not have what was asked for."), nullptr, ""},
    {genericGroup, 6, Errc::Refused, SENTENCE("error", "The amp cannot do this in its present state."), nullptr, ""},
    {genericGroup, 7, Errc::Refused, SENTENCE("error", "The request is too large for the amp."), nullptr, ""},
    {genericGroup, 8, Errc::Unsupported, notSupported, nullptr, ""},
    {genericGroup, 9, Errc::Refused, SENTENCE("error", "The amp found the data corrupt."), nullptr, ""},
    {genericGroup, 10, Errc::Refused, SENTENCE("error", "The amp is busy."), nullptr, SENTENCE("error", "Try again in a moment.")},
    {genericGroup, 11, Errc::Refused, SENTENCE("error", "The amp denies access."), nullptr, ""},
    {genericGroup, 12, Errc::Unsupported, SENTENCE("error", "The amp needs a newer version of the protocol."), nullptr, ""},
    {genericGroup, 13, Errc::Unsupported, SENTENCE("error", "The amp only knows an older version of the protocol."), nullptr, ""},
    {imageGroup, 2, Errc::Refused, memoryFailed, nullptr, ""},
    {imageGroup, 3, Errc::Refused, SENTENCE("error", "The amp has no firmware there."), nullptr, ""},
    {imageGroup, 4, Errc::Refused, notSound, nullptr, takeTheRightFile},
    {imageGroup, 5, Errc::Refused, SENTENCE("error", "The amp does not accept this firmware: maker, model or signature are not the ones it trusts."),
     nullptr, takeTheRightFile},
    {imageGroup, 6, Errc::Refused, notSound, nullptr, takeTheRightFile},
    {imageGroup, 7, Errc::Refused, notSound, nullptr, takeTheRightFile},
    {imageGroup, 8, Errc::Refused, SENTENCE("error", "The amp does not have this firmware."), nullptr, beginAgain},
    {imageGroup, 9, Errc::Refused, SENTENCE("error", "The amp cannot take firmware now: another one waits for a restart or is on trial."), nullptr,
     finishFirst},
    {imageGroup, 10, Errc::Refused, memoryFailed, nullptr, ""},
    {imageGroup, 11, Errc::Refused, SENTENCE("error", "The amp could not read its memory for firmware."), nullptr, ""},
    {imageGroup, 12, Errc::Refused, SENTENCE("error", "The amp could not write its memory for firmware."), nullptr, beginAgain},
    {imageGroup, 13, Errc::Refused, SENTENCE("error", "The amp could not erase its memory for firmware."), nullptr, beginAgain},
    {imageGroup, 14, Errc::Refused, SENTENCE("error", "The amp has no such place for firmware."), nullptr, ""},
    {imageGroup, 15, Errc::Refused, SENTENCE("error", "The amp has no memory left for this request."), nullptr, ""},
    {imageGroup, 16, Errc::Refused, lostThread, nullptr, beginAgain},
    {imageGroup, 17, Errc::Refused, lostThread, nullptr, beginAgain},
    {imageGroup, 18, Errc::Refused, memoryFailed, nullptr, ""},
    {imageGroup, 19, Errc::Refused, memoryFailed, nullptr, ""},
    {imageGroup, 20, Errc::Refused, lostThread, nullptr, beginAgain},
    {imageGroup, 21, Errc::Refused, SENTENCE("error", "The amp finds that the file does not have the right length."), nullptr, takeTheRightFile},
    {imageGroup, 22, Errc::Refused, notSound, nullptr, takeTheRightFile},
    {imageGroup, 23, Errc::Refused, SENTENCE("error", "The amp does not take this file for firmware."), nullptr, takeTheRightFile},
    {imageGroup, 24, Errc::Refused, SENTENCE("error", "The amp finds that the firmware is damaged."), nullptr, takeTheRightFile},
    {imageGroup, 25, Errc::Refused, SENTENCE("error", "This firmware is made for another place in the amp's memory."), nullptr, takeTheRightFile},
    {imageGroup, 26, Errc::Refused, SENTENCE("error", "The amp cannot tell the version of its firmware."), nullptr, ""},
    {imageGroup, 27, Errc::Refused, SENTENCE("error", "The amp refuses this version: it is not newer, or older than the amp's security allows."),
     nullptr, ""},
    {imageGroup, 28, Errc::Refused, SENTENCE("error", "Another firmware already waits for the amp's next start."), nullptr, finishFirst},
    {imageGroup, 29, Errc::Refused, notSound, nullptr, takeTheRightFile},
    {imageGroup, 30, Errc::Refused, SENTENCE("error", "The firmware is too large for the amp."), nullptr, takeTheRightFile},
    {imageGroup, 31, Errc::Refused, SENTENCE("error", "The amp was sent more than the firmware's announced length."), nullptr, beginAgain},
    {imageGroup, 32, Errc::Refused, SENTENCE("error", "The amp does not allow this firmware to be kept."), nullptr, ""},
    {imageGroup, 33, Errc::Refused, SENTENCE("error", "The firmware that runs cannot be put on trial."), nullptr, ""},
    {imageGroup, 34, Errc::Refused, SENTENCE("error", "The amp cannot tell which firmware runs."), nullptr, ""},
    {ampGroup, 2, Errc::UnknownSetting, SENTENCE("error", "The amp has no setting with number %1."),
     SENTENCE("error", "The amp does not have this setting."), ""},
    {ampGroup, 3, Errc::OutOfRange, SENTENCE("error", "The amp does not take this value for setting %1."),
     SENTENCE("error", "The amp does not take this value."), ""},
    {ampGroup, 4, Errc::ReadOnly, SENTENCE("error", "Setting %1 of the amp can only be read."),
     SENTENCE("error", "This setting of the amp can only be read."), ""},
    {ampGroup, 5, Errc::Refused, SENTENCE("error", "The amp does not change setting %1 at the moment."),
     SENTENCE("error", "The amp does not allow this at the moment."),
     SENTENCE("error", "A protection may be holding it. Look at the amp and try again.")},
    {ampGroup, 6, Errc::Conflict, SENTENCE("error", "The amp's state has changed in the meantime."), nullptr, readAgain},
    {ampGroup, 7, Errc::Locked, SENTENCE("error", "Another program holds the lock on the amp."), nullptr,
     SENTENCE("error", "Wait until it is done, or end it.")},
    {ampGroup, 8, Errc::Refused, SENTENCE("error", "The lock on the amp is not ours."), nullptr, ""},
    {ampGroup, 9, Errc::Refused, SENTENCE("error", "The amp has no preset slot %1."), SENTENCE("error", "The amp has no such preset slot."), ""},
    {ampGroup, 10, Errc::Refused, SENTENCE("error", "Preset slot %1 of the amp is empty."),
     SENTENCE("error", "This preset slot of the amp is empty."), ""},
    {ampGroup, 11, Errc::Refused, SENTENCE("error", "The amp does not take this name for preset slot %1."),
     SENTENCE("error", "The amp does not take this name."), SENTENCE("error", "It may be too long.")},
    {ampGroup, 12, Errc::OutOfRange, SENTENCE("error", "The amp does not take the values of equalizer band %1."),
     SENTENCE("error", "The amp does not take this preamplification."), ""},
    {ampGroup, 13, Errc::Refused, SENTENCE("error", "The amp does not take this token for the factory reset."), nullptr,
     SENTENCE("error", "It is valid once and for 30 seconds. Begin again.")},
    {ampGroup, 14, Errc::Refused, SENTENCE("error", "The amp could not write its memory; nothing was stored."), nullptr, ""},
};

Error meaningless(const Refusal &refusal)
{
    if (refusal.group == genericGroup)
        return {Errc::Refused, SENTENCE("error", "The amp refused the request (error %1)."), {std::to_string(refusal.code)}, ""};
    return {Errc::Refused,
            SENTENCE("error", "The amp refused the request (error %1 of group %2)."),
            {std::to_string(refusal.code), std::to_string(refusal.group)},
            ""};
}

} // namespace

Error errorOf(const Refusal &refusal)
{
    for (const Meaning &meaning : meanings) {
        if (meaning.group != refusal.group || meaning.code != refusal.code)
            continue;
        if (refusal.id && meaning.anonymous != nullptr)
            return {meaning.errc, meaning.sentence, {std::to_string(*refusal.id)}, meaning.hint};
        return {meaning.errc, meaning.anonymous != nullptr ? meaning.anonymous : meaning.sentence, {}, meaning.hint};
    }
    return meaningless(refusal);
}

} // namespace gainstage::smp
