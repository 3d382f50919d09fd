// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/uuid.h"

#include <QUuid>

#include <algorithm>

namespace gainstage::firmware_file {
namespace {

constexpr std::size_t kTextSize = 36;

const QUuid &dnsNamespace()
{
    static const QUuid uuid(QStringLiteral("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
    return uuid;
}

QUuid toQt(const Uuid &uuid)
{
    return QUuid::fromRfc4122(QByteArrayView(uuid.bytes));
}

Uuid fromQt(const QUuid &uuid)
{
    Uuid result;
    std::ranges::copy(uuid.toRfc4122(), result.bytes.begin());
    return result;
}

Uuid named(const QUuid &space, std::string_view name)
{
    return fromQt(QUuid::createUuidV5(space, QByteArray(name.data(), static_cast<qsizetype>(name.size()))));
}

bool isHexOrHyphen(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '-';
}

} // namespace

std::string Uuid::text() const
{
    return toQt(*this).toString(QUuid::WithoutBraces).toStdString();
}

std::optional<Uuid> Uuid::fromText(std::string_view text)
{
    if (text.size() != kTextSize || !std::ranges::all_of(text, isHexOrHyphen))
        return std::nullopt;
    const QUuid uuid = QUuid::fromString(QLatin1String(text.data(), static_cast<qsizetype>(text.size())));
    if (uuid.isNull())
        return std::nullopt;
    return fromQt(uuid);
}

Uuid vendorUuid(std::string_view domain)
{
    return named(dnsNamespace(), domain);
}

Uuid classUuid(const Uuid &vendor, std::string_view name)
{
    return named(toQt(vendor), name);
}

} // namespace gainstage::firmware_file
