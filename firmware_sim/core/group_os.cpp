// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/handlers.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint32_t kRestartMs = 100;  // time for the answer to leave
constexpr std::uint8_t kInvalidFormat = 2; // of the OS group
constexpr int kSwapUsingOffset = 9;        // MCUboot's mode, as MCUmgr counts them

/// MCUmgr's format characters that this firmware knows, in the order of "a", which stands for all of them.
constexpr std::string_view kInfoFormat = "snrvmio";

std::string_view infoOf(const Amp &amp, char format)
{
    switch (format) {
    case 's': return "Gainstage";
    case 'n': return amp.serialNumber;
    case 'r':
    case 'v': return amp.firmwareVersion.text();
    case 'm': return amp.model.hardware;
    case 'i': return amp.model.model;
    default: return "none"; // 'o': no operating system
    }
}

/// The characters asked for; false where one is unknown.
bool readFormat(const std::optional<CborString> &wanted, std::array<std::uint8_t, kInfoFormat.size()> &known, std::size_t &count)
{
    std::array<std::uint8_t, 16> text{};
    const std::size_t size = wanted ? wanted->copyTo(text) : 0;
    if (wanted && wanted->size() > text.size())
        return false;
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(size);
    const bool all = std::find(text.begin(), end, 'a') != end;
    const auto asked = [&](char format) { return all || (size == 0 && format == 's') || std::find(text.begin(), end, format) != end; };
    for (const char format : kInfoFormat) {
        if (asked(format))
            known[count++] = static_cast<std::uint8_t>(format);
    }
    return std::all_of(text.begin(), end,
                       [](std::uint8_t format) { return format == 'a' || kInfoFormat.find(static_cast<char>(format)) != std::string_view::npos; });
}

} // namespace

Outcome echo(Amp &, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto text = fields.text("d");
    if (!text)
        return refuse(SmpError::Malformed);
    text->writeAsText(answer.map(1).text("r"));
    return std::nullopt;
}

Outcome resetAmp(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    fields.number("force");
    if (fields.malformed())
        return refuse(SmpError::Malformed);
    amp.restart.start(amp.now(), kRestartMs);
    answer.map(0);
    return std::nullopt;
}

Outcome readParameters(Amp &amp, const Request &, CborWriter &answer)
{
    answer.map(2).text("buf_size").number(amp.model.bufferSize).text("buf_count").number(amp.model.bufferCount);
    return std::nullopt;
}

Outcome readInfo(Amp &amp, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto wanted = fields.text("format");
    if (fields.malformed())
        return refuse(SmpError::Malformed);
    std::array<std::uint8_t, kInfoFormat.size()> formats{};
    std::size_t count = 0;
    if (!readFormat(wanted, formats, count))
        return Refusal{.generic = SmpError::Malformed, .code = kInvalidFormat, .group = kOsGroup};
    std::size_t length = count - 1; // the spaces
    for (std::size_t i = 0; i < count; ++i)
        length += infoOf(amp, static_cast<char>(formats[i])).size();
    answer.map(1).text("output").textHead(length);
    for (std::size_t i = 0; i < count; ++i)
        answer.content(i > 0 ? " " : "").content(infoOf(amp, static_cast<char>(formats[i])));
    return std::nullopt;
}

Outcome readBootLoaderInfo(Amp &, const Request &request, CborWriter &answer)
{
    Fields fields(request.map);
    const auto query = fields.text("query");
    if (fields.malformed())
        return refuse(SmpError::Malformed);
    if (!query)
        answer.map(1).text("bootloader").text("MCUboot");
    else if (query->equals("mode"))
        answer.map(1).text("mode").number(kSwapUsingOffset);
    else
        return refuse(SmpError::NoEntry);
    return std::nullopt;
}

} // namespace gainstage::firmware
