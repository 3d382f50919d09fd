// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/change.h"
#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace gainstage {

/// A set-up for a headphone. File format: app/core/README.md. Keys that this version does not know are kept in `document` and written back.
struct Preset {
    QString name, headphone, cable, note;
    QString maker, model; ///< the amp it came from
    QJsonObject settings; ///< by key, as jsonValue() writes it; each remembers its role so that another model can map it
    QJsonObject document; ///< the whole file as read

    static Preset of(const QString &name, const Description &amp, const State &state);
    /// Errc::InvalidFile: not JSON, too large (1 MiB), wrong types (which key), newer major version of the schema.
    static Result<Preset> parse(const QByteArray &file);
    QByteArray toFile() const;
};

/// What a preset means on an amp.
struct PresetPlan {
    struct Difference {
        Setting setting;
        std::optional<Value> now;
        Value then;
    };
    struct NotCarried {
        QString key;
        QString value;
        const char *why = "";
    }; ///< why: a SENTENCE("preset", …)
    std::vector<Difference> differences; ///< only what would change
    std::optional<Equalizer> equalizer;  ///< where it would change
    std::vector<NotCarried> notCarried;
    Change change; ///< all of it, for applySafely
};

/// Maps by key and role: another model's choice by its key, else by the nearest decibels that are not louder; numbers to the nearest step
/// that is not louder.
PresetPlan plan(const Preset &preset, const Description &amp, const State &now);

} // namespace gainstage
