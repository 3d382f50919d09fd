// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/operation.h"
#include "app/calc/words.h"
#include "app/profiles/peq_text.h"

namespace gainstage::calc {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const profiles::TextBand &band)
{
    const QString type = word(band.filter.type) + (band.firstOrder ? u"1"_s : QString());
    return {{u"type"_s, type},
            {u"enabled"_s, band.enabled},
            {u"f0"_s, band.filter.frequency.value},
            {u"gain_db"_s, band.filter.gain.value},
            {u"q"_s, band.firstOrder ? QJsonValue() : QJsonValue(band.filter.q)},
            {u"channel"_s, band.channel}};
}

Result<QJsonObject> parsePeqText(const Inputs &in)
{
    return outputs(profiles::readPeqText(in.text("text").toUtf8()), [](const profiles::PeqText &text) {
        QJsonArray bands, graphic, errors;
        for (const profiles::TextBand &band : text.bands)
            bands.append(toJson(band));
        for (const profiles::GraphicPoint &point : text.graphic)
            graphic.append(QJsonArray{point.frequency.value, point.gain.value});
        for (const profiles::LineNote &note : text.errors)
            errors.append(QJsonArray{note.line, QLatin1String(note.code)});
        return QJsonObject{{u"preamp_db"_s, text.preamp.value}, {u"bands"_s, bands}, {u"graphic"_s, graphic}, {u"errors"_s, errors}};
    });
}

constexpr Operation operations[] = {{"parse_peq_text", parsePeqText}};

} // namespace

std::span<const Operation> textOperations()
{
    return operations;
}

} // namespace gainstage::calc
