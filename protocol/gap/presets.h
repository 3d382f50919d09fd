// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/gap/equalizer.h"
#include "protocol/gap/state.h"
#include "protocol/gap/store.h"

#include <QString>

namespace gainstage::gap {

/// Command 5 (protocol/README.md, 5.8): the list of slots, or with `slot` one slot's content.
struct PresetsRead {
    std::optional<std::uint32_t> slot;
    QCborMap encode() const;
    static Result<PresetsRead> decode(const QCborMap &map);
};
struct PresetSlot {
    std::uint32_t slot = 0;
    QString name;
    bool used = false;
    friend bool operator==(const PresetSlot &, const PresetSlot &) = default;
};
struct PresetListReply {
    std::vector<PresetSlot> list;
    std::uint32_t wear = 0;
    QCborMap encode() const;
    static Result<PresetListReply> decode(const QCborMap &map);
};
struct PresetReply {
    std::uint32_t slot = 0;
    QString name;
    Values values;
    std::optional<Bands> equalizer;
    QCborMap encode() const;
    static Result<PresetReply> decode(const QCborMap &map);
};

enum class PresetAction : std::uint8_t { Store = 0, Recall = 1, Rename = 2, Erase = 3 };
/// The answer is a StoreReply.
struct PresetWrite {
    std::uint32_t slot = 0;
    PresetAction action = PresetAction::Store;
    std::optional<QString> name;
    std::optional<QByteArray> key;
    QCborMap encode() const;
    static Result<PresetWrite> decode(const QCborMap &map);
};

} // namespace gainstage::gap
