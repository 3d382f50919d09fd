// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/image_version.h"

#include <charconv>

namespace gainstage::firmware_file {
namespace {

/// Takes a number that fits T from the front of `text`.
template <typename T>
bool takeNumber(std::string_view &text, T &number)
{
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return problem == std::errc{};
}

bool takeMark(std::string_view &text, char mark)
{
    if (!text.starts_with(mark))
        return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

std::string ImageVersion::text() const
{
    return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(revision);
}

std::string ImageVersion::fullText() const
{
    return text() + '+' + std::to_string(build);
}

std::optional<ImageVersion> ImageVersion::fromText(std::string_view text)
{
    ImageVersion version;
    if (!takeNumber(text, version.major) || !takeMark(text, '.') || !takeNumber(text, version.minor) || !takeMark(text, '.') ||
        !takeNumber(text, version.revision))
        return std::nullopt;
    if (takeMark(text, '+') && !takeNumber(text, version.build))
        return std::nullopt;
    return text.empty() ? std::optional(version) : std::nullopt;
}

} // namespace gainstage::firmware_file
