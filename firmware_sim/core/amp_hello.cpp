// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/handlers.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr int kMajor = 1, kMinor = 0;

/// [major, minor], both unsigned.
bool isVersion(CborItems items)
{
    const auto major = items.next();
    const auto minor = items.next();
    return major && major->asUnsigned() && minor && minor->asUnsigned() && !items.next();
}

} // namespace

Outcome readHello(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto gap = fields.array("gap");
    if (fields.malformed() || (gap && !isVersion(*gap)))
        return refuse(SmpError::Malformed);
    request.author.subscribed = true;
    const ModelDefinition &model = amp.model;
    answer.map(9).text("gap").array(2).number(kMajor).number(kMinor);
    answer.text("maker").text(model.maker).text("model").text(model.model).text("sn").text(amp.serialNumber);
    answer.text("hw").text(model.hardware).text("fw").text(amp.firmwareVersion.text()).text("digest").bytes(amp.description.digest());
    answer.text("len").number(static_cast<std::int64_t>(amp.description.bytes().size())).text("rev").number(amp.revision);
    return std::nullopt;
}

Outcome readDescription(Amp &amp, const Request &request, CborWriter &answer)
{
    const auto document = amp.description.bytes();
    Fields fields(request.map);
    const auto offset = fields.number("off");
    if (!offset || *offset > document.size())
        return refuse(SmpError::Malformed);
    answer.map(4).text("off").unsignedNumber(*offset).text("len").unsignedNumber(document.size());
    answer.text("digest").bytes(amp.description.digest()).text("data");
    const auto rest = document.subspan(static_cast<std::size_t>(*offset));
    std::size_t size = std::min(rest.size(), answer.room());
    while (size > 0 && cborHeadSize(size) + size > answer.room())
        --size;
    answer.bytes(rest.first(size));
    return std::nullopt;
}

} // namespace gainstage::firmware
