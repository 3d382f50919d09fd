// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/jdslabs/jdslabs_family.h"

#include "devices/catalog/catalog.h"
#include "devices/families/jdslabs/jdslabs_amp.h"
#include "devices/families/jdslabs/translate.h"

namespace gainstage {
namespace {

Error strange(const Error &error, const Port &port)
{
    const char *const hint = SENTENCE("error", "Check that the amp is switched on and that this is its port.");
    const std::string path = port.path.toStdString();
    switch (error.code) {
    case Errc::Timeout: return {error.code, SENTENCE("error", "Nothing answers at %1 as an Element IV does."), {path}, hint};
    case Errc::BadFrame: return {error.code, SENTENCE("error", "What is at %1 does not answer as an Element IV does."), {path}, hint};
    default: return error;
    }
}

} // namespace

QString JdsLabsFamily::name() const
{
    return QStringLiteral("jdslabs");
}

bool JdsLabsFamily::matches(const Port &port) const
{
    const catalog::Model *known = catalog::find(port);
    return known != nullptr && known->support == catalog::Support::Supported && known->family == "jdslabs";
}

/// Nothing is written to a device that is not known to be one.
bool JdsLabsFamily::mayTry(Wire) const
{
    return false;
}

Result<std::unique_ptr<Amp>> JdsLabsFamily::open(std::unique_ptr<Transport> transport, const Port &port, DescriptionCache *) const
{
    jdslabs::Conversation conversation(*transport);
    const auto described = conversation.describe();
    if (!described)
        return std::unexpected(strange(described.error(), port));
    auto description = jdslabs::describe(*described, port);
    if (!description)
        return std::unexpected(description.error());
    return std::make_unique<jdslabs::JdsLabsAmp>(std::move(transport), *std::move(description), std::move(conversation), described->description);
}

} // namespace gainstage
