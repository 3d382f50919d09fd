// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/gap/meters.h"
#include "protocol/gap/state.h"

#include <utility>
#include <variant>

// What an amp says unasked (protocol/README.md, section 7): command 11, sequence 0.
namespace gainstage::gap {

enum class EventSource : std::uint8_t { Client = 0, Knob = 1, Remote = 2, Protection = 3, Recall = 4 };

struct ValuesChanged {
    Values values;
    EventSource source = EventSource::Client;
    friend bool operator==(const ValuesChanged &, const ValuesChanged &) = default;
};
struct JackChanged {
    Jack jack;
    friend bool operator==(const JackChanged &, const JackChanged &) = default;
};
struct Clipping {
    std::uint32_t count = 0;
    friend bool operator==(const Clipping &, const Clipping &) = default;
};
struct ProtectionChanged {
    std::uint32_t protection = 0;
    friend bool operator==(const ProtectionChanged &, const ProtectionChanged &) = default;
};
struct InputChanged {
    Input input;
    friend bool operator==(const InputChanged &, const InputChanged &) = default;
};
struct AboutToPowerDown {
    std::uint32_t milliseconds = 0;
    friend bool operator==(const AboutToPowerDown &, const AboutToPowerDown &) = default;
};
struct EqualizerChanged {
    EventSource source = EventSource::Client;
    friend bool operator==(const EqualizerChanged &, const EqualizerChanged &) = default;
};
struct Stored {
    bool dirty = false;
    friend bool operator==(const Stored &, const Stored &) = default;
};
struct EverythingChanged {
    EventSource source = EventSource::Client;
    friend bool operator==(const EverythingChanged &, const EverythingChanged &) = default;
};
struct LockChanged {
    bool held = false;
    friend bool operator==(const LockChanged &, const LockChanged &) = default;
};
/// An event of a later version: nothing is known of it but its revision.
struct UnknownEvent {
    std::uint32_t number = 0;
    friend bool operator==(const UnknownEvent &, const UnknownEvent &) = default;
};

struct EventMessage {
    std::uint32_t revision = 0; ///< after the event
    std::variant<UnknownEvent, ValuesChanged, JackChanged, Clipping, ProtectionChanged, InputChanged, AboutToPowerDown, MetersReply, EqualizerChanged,
                 Stored, EverythingChanged, LockChanged>
        what;
    QCborMap encode() const;
    static Result<EventMessage> decode(const QCborMap &map);
};

/// The revision that follows (protocol/README.md, 5.5): 4294967295 is followed by 1.
constexpr std::uint32_t nextRevision(std::uint32_t revision)
{
    return revision == 0xffffffffu ? 1 : revision + 1;
}

} // namespace gainstage::gap
