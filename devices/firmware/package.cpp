// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/package.h"

#include <algorithm>

namespace gainstage::firmware_file {
namespace {

struct Places {
    std::optional<std::size_t> metainfo, image, signatures;
};

Result<void> takePlace(std::optional<std::size_t> &place, const char *field, std::size_t index, const Cabinet &cabinet)
{
    if (place)
        return failure(Errc::InvalidFile, SENTENCE("error", "The cabinet has more than one “%1”: entry %2, “%3”, is another."),
                       {field, std::to_string(index + 1), cabinet[index].name});
    place = index;
    return {};
}

Result<Places> placesIn(const Cabinet &cabinet)
{
    Places places;
    for (std::size_t i = 0; i < cabinet.size(); ++i) {
        const std::string_view name = cabinet[i].name;
        Result<void> taken;
        if (name.ends_with(".metainfo.xml"))
            taken = takePlace(places.metainfo, "metainfo", i, cabinet);
        else if (name.ends_with(".jcat"))
            taken = takePlace(places.signatures, "signatures", i, cabinet);
        else
            taken = takePlace(places.image, "image", i, cabinet);
        if (!taken)
            return std::unexpected(taken.error());
    }
    return places;
}

std::unexpected<Error> lacks(const char *field, const Cabinet &cabinet)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "There is no “%1” among the cabinet's %2 entries."), {field, std::to_string(cabinet.size())});
}

bool isAbout(const Release &release, const QString &imageName)
{
    return std::ranges::any_of(release.contents, [&](const ContentChecksum &content) { return content.fileName == imageName; });
}

std::unexpected<Error> badChecksum(const char *sentence, const std::string &imageName)
{
    return failure(Errc::InvalidFile, sentence, {"checksum", imageName});
}

/// The release that speaks of the image; older ones may stand in the same metainfo.
Result<std::size_t> releaseOf(const Metainfo &metainfo, const std::string &imageName)
{
    const auto fits = [name = QString::fromStdString(imageName)](const Release &release) { return isAbout(release, name); };
    const auto count = std::ranges::count_if(metainfo.releases, fits);
    if (count == 0)
        return badChecksum(SENTENCE("error", "The metainfo has no “%1” (SHA-256, of the content) for “%2”."), imageName);
    if (count > 1)
        return badChecksum(SENTENCE("error", "The metainfo has a “%1” for “%2” in more than one release."), imageName);
    return static_cast<std::size_t>(std::ranges::find_if(metainfo.releases, fits) - metainfo.releases.begin());
}

Result<void> checkContent(const Release &release, const CabinetEntry &image)
{
    const QString name = QString::fromStdString(image.name);
    const Sha256 digest = sha256(image.content);
    for (const ContentChecksum &content : release.contents)
        if (content.fileName == name && content.digest != digest)
            return badChecksum(SENTENCE("error", "The “%1” in the metainfo is not that of “%2”: the file was changed or damaged."), image.name);
    return {};
}

} // namespace

Result<Package> openPackage(BytesView file)
{
    if (!isCabinet(file))
        return Package{Bytes(file.begin(), file.end()), {}, std::nullopt};
    auto cabinet = readCabinet(file);
    if (!cabinet)
        return std::unexpected(cabinet.error());
    auto sorted = sortCabinet(std::move(*cabinet));
    if (!sorted)
        return std::unexpected(sorted.error());
    return bindImage(std::move(*sorted));
}

Result<SortedCabinet> sortCabinet(Cabinet cabinet)
{
    const auto places = placesIn(cabinet);
    if (!places)
        return std::unexpected(places.error());
    if (!places->metainfo)
        return lacks("metainfo", cabinet);
    if (!places->image)
        return lacks("image", cabinet);
    return SortedCabinet{std::move(cabinet[*places->metainfo]), std::move(cabinet[*places->image]), places->signatures.has_value()};
}

Result<Package> bindImage(SortedCabinet cabinet)
{
    auto metainfo = parseMetainfo(cabinet.metainfo.content);
    if (!metainfo)
        return std::unexpected(metainfo.error());
    const auto release = releaseOf(*metainfo, cabinet.image.name);
    if (!release)
        return std::unexpected(release.error());
    if (const auto content = checkContent(metainfo->releases[*release], cabinet.image); !content)
        return std::unexpected(content.error());
    return Package{std::move(cabinet.image.content), std::move(cabinet.image.name),
                   Accompaniment{std::move(*metainfo), *release, cabinet.hasSignatures}};
}

} // namespace gainstage::firmware_file
