// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/operation.h"
#include "devices/eq/crossfeed.h"
#include "devices/eq/fixed_point.h"
#include "devices/headphone/volume.h"

namespace gainstage::calc {

using namespace Qt::StringLiterals;
using namespace headphone;

namespace {

Result<QJsonObject> crossfeed(const Inputs &in)
{
    const Frequency rate{in.number("fs")};
    const auto made = eq::Crossfeed::of({{in.number("fcut")}, {in.number("feed_db")}}, rate);
    if (!made)
        return std::unexpected(made.error());
    QJsonArray direct, cross;
    for (const double frequency : in.numbers("freqs")) {
        if (!(frequency > 0.0 && frequency <= rate.value / 2))
            in.complain(SENTENCE("error", "The frequency must be above zero and below half the sample rate, not %1 Hz."), QString::number(frequency));
        direct.append(made->direct({frequency}).value);
        cross.append(made->cross({frequency}).value);
    }
    return QJsonObject{{u"a0_lo"_s, made->low().a0},
                       {u"b1_lo"_s, made->low().b1},
                       {u"a0_hi"_s, made->high().a0},
                       {u"a1_hi"_s, made->high().a1},
                       {u"b1_hi"_s, made->high().b1},
                       {u"gain"_s, made->gain()},
                       {u"fc_hi"_s, made->highCut().value},
                       {u"direct_db"_s, direct},
                       {u"cross_db"_s, cross},
                       {u"delay_us"_s, made->delayMicroseconds()}};
}

QJsonObject sides(const SideGains &gains)
{
    return {{u"left_db"_s, orNull(gains.left)}, {u"right_db"_s, orNull(gains.right)}};
}

Result<QJsonObject> balance(const Inputs &in)
{
    return outputs(balanceOf(Decibels{in.number("balance_db")}), sides);
}

Result<QJsonObject> balancePercent(const Inputs &in)
{
    return outputs(balanceOf(Percent{in.number("pct")}), sides);
}

Result<QJsonObject> linearVolume(const Inputs &in)
{
    return outputs(volumeOf({in.number("pct")}, {{in.number("min_db")}, {in.number("max_db")}, {in.number("step_db")}}),
                   [](Decibels volume) { return QJsonObject{{u"db"_s, volume.value}}; });
}

Result<QJsonObject> cubic(const Inputs &in)
{
    return outputs(cubicVolume({in.number("pct")}), [](const std::optional<Decibels> &volume) { return QJsonObject{{u"db"_s, orNull(volume)}}; });
}

Result<QJsonObject> cubicInverse(const Inputs &in)
{
    return outputs(cubicSlider({in.number("db_")}), [](Percent slider) { return QJsonObject{{u"pct"_s, slider.value}}; });
}

Result<QJsonObject> usb(const Inputs &in)
{
    return outputs(usbVolume({in.number("db_")}), [](const UsbVolume &volume) {
        return QJsonObject{
            {u"raw"_s, volume.raw}, {u"hex"_s, QString::fromStdString(eq::hexOf(volume.raw, eq::kSigned8_8))}, {u"db"_s, volume.volume.value}};
    });
}

constexpr Operation operations[] = {
    {"bs2b", crossfeed},
    {"balance", balance},
    {"balance_pct", balancePercent},
    {"volume_linear_db", linearVolume},
    {"volume_cubic", cubic},
    {"volume_cubic_inv", cubicInverse},
    {"volume_uac2", usb},
};

} // namespace

std::span<const Operation> signalOperations()
{
    return operations;
}

} // namespace gainstage::calc
