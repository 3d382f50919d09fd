// SPDX-License-Identifier: Apache-2.0
#include "protocol/jdslabs/json.h"

#include <QJsonDocument>

#include <array>
#include <charconv>

namespace gainstage::jdslabs {

ObjectText &ObjectText::put(std::string_view key, std::string_view value)
{
    if (!m_content.empty())
        m_content += ',';
    m_content.append("\"").append(key).append("\":").append(value);
    return *this;
}

ObjectText &ObjectText::text(std::string_view key, std::string_view plain)
{
    return put(key, '"' + std::string(plain) + '"');
}

ObjectText &ObjectText::yes(std::string_view key)
{
    return put(key, "true");
}

ObjectText &ObjectText::number(std::string_view key, double value)
{
    std::array<char, 400> digits{}; // the smallest number has some 340
    const auto end = std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed);
    return put(key, std::string_view(digits.begin(), end.ptr));
}

ObjectText &ObjectText::object(std::string_view key, const ObjectText &inner)
{
    return put(key, inner.done());
}

Result<QJsonObject> objectIn(BytesView message)
{
    const auto json = QByteArray::fromRawData(reinterpret_cast<const char *>(message.data()), static_cast<qsizetype>(message.size()));
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject())
        return failure(Errc::BadFrame, SENTENCE("error", "A message is not a JSON object (at byte %1)."), {std::to_string(problem.offset)});
    return document.object();
}

QJsonValue PathReader::at(Path path) const
{
    QJsonValue value = m_root;
    for (const std::string_view key : path)
        value = value.toObject().value(QLatin1StringView(key.data(), static_cast<qsizetype>(key.size())));
    return value;
}

bool PathReader::has(Path path) const
{
    return !at(path).isUndefined();
}

double PathReader::number(Path path)
{
    const QJsonValue value = at(path);
    if (!value.isDouble())
        blame(path);
    return value.toDouble();
}

std::string PathReader::text(Path path)
{
    const QJsonValue value = at(path);
    if (!value.isString())
        blame(path);
    return value.toString().toStdString();
}

bool PathReader::boolean(Path path)
{
    const QJsonValue value = at(path);
    if (!value.isBool())
        blame(path);
    return value.toBool();
}

void PathReader::blame(Path path)
{
    if (m_blamed)
        return;
    m_blamed.emplace();
    for (const std::string_view key : path)
        m_blamed->append(m_blamed->empty() ? "" : "/").append(key);
}

std::optional<Error> PathReader::error() const
{
    if (!m_blamed)
        return std::nullopt;
    return Error{Errc::BadFrame, SENTENCE("error", "The amp's message has no good value at “%1”."), {*m_blamed}, ""};
}

} // namespace gainstage::jdslabs
