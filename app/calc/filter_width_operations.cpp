// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/operation.h"
#include "devices/eq/equalizer_apo.h"
#include "devices/eq/width.h"

namespace gainstage::calc {

using namespace Qt::StringLiterals;

namespace {

QJsonObject q(double value)
{
    return {{u"q"_s, value}};
}

Result<QJsonObject> qToBandwidth(const Inputs &in)
{
    return outputs(eq::bandwidthOfQ(in.number("q")), [](double octaves) { return QJsonObject{{u"bw_oct"_s, octaves}}; });
}

Result<QJsonObject> bandwidthToQ(const Inputs &in)
{
    return outputs(eq::qOfBandwidth(in.number("bw_oct")), q);
}

Result<QJsonObject> digitalBandwidthToQ(const Inputs &in)
{
    return outputs(eq::qOfBandwidthAt(in.number("bw_oct"), {in.number("f0")}, {in.number("fs")}), q);
}

Result<QJsonObject> slopeToQ(const Inputs &in)
{
    return outputs(eq::qOfSlope(in.number("s"), {in.number("gain_db")}), q);
}

Result<QJsonObject> qToSlope(const Inputs &in)
{
    return outputs(eq::slopeOfQ(in.number("q"), {in.number("gain_db")}), [](double slope) { return QJsonObject{{u"s"_s, slope}}; });
}

eq::ApoShelf shelfFrom(const Inputs &in)
{
    const QString form = in.text("form");
    const bool low = form == u"LS"_s || form == u"LSC"_s, high = form == u"HS"_s || form == u"HSC"_s;
    if (!low && !high)
        in.complain(SENTENCE("error", "There is no shelf “%1”."), form);
    const FilterType type = high ? FilterType::HighShelf : FilterType::LowShelf;
    return {type, form.endsWith(u'C'), {in.number("fc")}, {in.number("gain_db")}, in.maybe("slope_db"), in.maybe("q")};
}

Result<QJsonObject> apoShelf(const Inputs &in)
{
    const auto shelf = eq::filterOf(shelfFrom(in));
    if (!shelf)
        return std::unexpected(shelf.error());
    return outputs(eq::slopeOfQ(shelf->q, shelf->gain),
                   [&](double slope) { return QJsonObject{{u"f0"_s, shelf->frequency.value}, {u"q"_s, shelf->q}, {u"s"_s, slope}}; });
}

constexpr Operation operations[] = {
    {"q_to_bw", qToBandwidth}, {"bw_to_q", bandwidthToQ}, {"bw_to_q_digital", digitalBandwidthToQ},
    {"slope_to_q", slopeToQ},  {"q_to_slope", qToSlope},  {"eqapo_shelf", apoShelf},
};

} // namespace

std::span<const Operation> filterWidthOperations()
{
    return operations;
}

} // namespace gainstage::calc
