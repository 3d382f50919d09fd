// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/reference/introduction.h"

#include "devices/families/reference/exchange.h"
#include "devices/families/reference/translate_description.h"
#include "protocol/gap/document.h"
#include "protocol/gap/hello.h"
#include "protocol/smp/os_group.h"

namespace gainstage::reference {
namespace {

constexpr Duration helloAnswer = std::chrono::milliseconds(500);

std::string pathOf(const Port &port)
{
    return port.path.toStdString();
}

/// What a hello that failed means: silence and nonsense are the usual signs of another device.
Error strange(const Error &error, const Port &port)
{
    const char *const hint = SENTENCE("error", "Check that the amp is switched on and that this is its port.");
    switch (error.code) {
    case Errc::Timeout: return {error.code, SENTENCE("error", "Nothing answers at %1 in the Gainstage Amp Protocol."), {pathOf(port)}, hint};
    case Errc::BadFrame:
        return {error.code, SENTENCE("error", "What is at %1 does not answer as an amp of the Gainstage Amp Protocol does."), {pathOf(port)}, hint};
    default: return error;
    }
}

QString versionText(gap::Version version)
{
    return QString::number(version.major) % QLatin1Char('.') % QString::number(version.minor);
}

Result<gap::HelloReply> hello(smp::Client &client, const Port &port)
{
    auto reply = ask<gap::HelloReply>(client, gap::Command::Hello, gap::HelloRead{}, helloAnswer);
    if (!reply)
        return std::unexpected(strange(reply.error(), port));
    if (reply->version.major != gap::kOurVersion.major)
        return failure(Errc::Unsupported, SENTENCE("error", "The amp speaks version %1 of the Gainstage Amp Protocol, this program version %2."),
                       {versionText(reply->version).toStdString(), versionText(gap::kOurVersion).toStdString()},
                       SENTENCE("error", "Look for a newer version of this program, or of the amp's firmware."));
    return reply;
}

/// Until the amp says otherwise the smallest packets that every amp takes are used.
Result<void> agreeOnParameters(smp::Client &client)
{
    const auto map = client.read(smp::kOsGroup, static_cast<std::uint8_t>(smp::OsCommand::Parameters), smp::ParametersRead{}.encode());
    if (!map && map.error().code != Errc::Unsupported)
        return std::unexpected(map.error());
    if (!map)
        return {};
    const auto reply = smp::ParametersReply::decode(*map);
    if (!reply)
        return std::unexpected(reply.error());
    client.setPacketLimit(reply->bufferSize);
    return {};
}

Identity identityOf(const gap::HelloReply &hello)
{
    const gap::Version version = std::min(hello.version, gap::kOurVersion);
    return {hello.maker, hello.model, hello.serialNumber, hello.hardware, hello.firmware, QLatin1String("GAP ") % versionText(version), hello.digest};
}

Result<QByteArray> readDocument(smp::Client &client, const gap::HelloReply &hello)
{
    gap::DocumentAssembly assembly(hello.length, hello.digest);
    while (!assembly.complete()) {
        const auto piece = ask<gap::DescriptionReply>(client, gap::Command::Description, gap::DescriptionRead{assembly.offset()});
        if (!piece)
            return std::unexpected(piece.error());
        if (auto added = assembly.add(*piece); !added)
            return std::unexpected(added.error());
    }
    return assembly.document();
}

/// A kept document counts only if it is the very one that the amp announces.
std::optional<gap::DescriptionDocument> keptDocument(const Identity &identity, const gap::HelloReply &hello, const DescriptionCache *cache)
{
    if (cache == nullptr)
        return std::nullopt;
    const QByteArray kept = cache->find(identity);
    if (kept.size() != hello.length || gap::fnv1a(kept) != hello.digest)
        return std::nullopt;
    const auto document = gap::DescriptionDocument::parse(kept);
    return document ? std::optional(*document) : std::nullopt;
}

Result<gap::DescriptionDocument> document(smp::Client &client, const Identity &identity, const gap::HelloReply &hello, DescriptionCache *cache)
{
    if (auto kept = keptDocument(identity, hello, cache))
        return *std::move(kept);
    const auto bytes = readDocument(client, hello);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto parsed = gap::DescriptionDocument::parse(*bytes);
    if (parsed && cache != nullptr)
        cache->keep(identity, *bytes);
    return parsed;
}

} // namespace

Result<Description> introduce(smp::Client &client, const Port &port, DescriptionCache *cache)
{
    const auto greeted = hello(client, port);
    if (!greeted)
        return std::unexpected(greeted.error());
    if (auto agreed = agreeOnParameters(client); !agreed)
        return std::unexpected(agreed.error());
    const Identity identity = identityOf(*greeted);
    const auto described = document(client, identity, *greeted, cache);
    if (!described)
        return std::unexpected(described.error());
    return translated(*described, identity);
}

} // namespace gainstage::reference
