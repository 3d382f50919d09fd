// SPDX-License-Identifier: Apache-2.0
#include "protocol/smp/map_reader.h"

namespace gainstage::smp {
namespace {

const char *const missing = SENTENCE("error", "The amp's message lacks \"%1\".");
const char *const wrongType = SENTENCE("error", "\"%1\" in the amp's message has the wrong type.");
const char *const outOfBounds = SENTENCE("error", "\"%1\" in the amp's message is out of bounds.");
const char *const tooLong = SENTENCE("error", "\"%1\" in the amp's message is too long.");
const char *const senseless = SENTENCE("error", "\"%1\" in the amp's message contradicts the rest of it.");
const char *const hint = SENTENCE("error", "The amp's firmware may be faulty, or the line disturbed. Try again, or look for newer firmware.");

} // namespace

MapReader::MapReader(const QCborMap &map) : MapReader(map, {}, std::make_shared<std::optional<Error>>()) {}

MapReader::MapReader(const QCborMap &map, std::string path, Problem problem) : m_map(map), m_path(std::move(path)), m_problem(std::move(problem)) {}

bool MapReader::has(const char *key) const
{
    return !m_map.value(QLatin1String(key)).isUndefined();
}

bool MapReader::boolean(const char *key)
{
    const QCborValue value = require(key);
    if (!value.isBool())
        fail(wrongType, path(key));
    return value.toBool();
}

QString MapReader::text(const char *key)
{
    const QCborValue value = require(key);
    if (!value.isString())
        fail(wrongType, path(key));
    const QString text = value.toString();
    if (text.size() > kLongestText || text.toUtf8().size() > kLongestText)
        fail(tooLong, path(key));
    return text;
}

QByteArray MapReader::bytes(const char *key, qsizetype least, qsizetype most)
{
    const QCborValue value = require(key);
    const QByteArray bytes = value.toByteArray();
    if (!value.isByteArray())
        fail(wrongType, path(key));
    else if (bytes.size() < least || bytes.size() > most)
        fail(outOfBounds, path(key));
    return bytes;
}

QCborArray MapReader::array(const char *key, qsizetype most)
{
    const QCborValue value = require(key);
    if (!value.isArray())
        fail(wrongType, path(key));
    QCborArray array = value.toArray();
    if (array.size() > most)
        fail(tooLong, path(key));
    return array;
}

MapReader MapReader::map(const char *key)
{
    const QCborValue value = require(key);
    if (!value.isMap())
        fail(wrongType, path(key));
    return MapReader(value.toMap(), path(key), m_problem);
}

std::optional<bool> MapReader::optionalBoolean(const char *key)
{
    return has(key) ? std::optional(boolean(key)) : std::nullopt;
}

std::optional<QString> MapReader::optionalText(const char *key)
{
    return has(key) ? std::optional(text(key)) : std::nullopt;
}

std::optional<QByteArray> MapReader::optionalBytes(const char *key, qsizetype least, qsizetype most)
{
    return has(key) ? std::optional(bytes(key, least, most)) : std::nullopt;
}

std::vector<QByteArray> MapReader::byteStrings(const char *key, qsizetype most, qsizetype size)
{
    std::vector<QByteArray> all;
    const QCborArray elements = array(key, most);
    for (qsizetype i = 0; i < elements.size() && sound(); ++i) {
        all.push_back(elements.at(i).toByteArray());
        if (!elements.at(i).isByteArray())
            fail(wrongType, path(key, i));
        else if (all.back().size() != size)
            fail(outOfBounds, path(key, i));
    }
    return all;
}

std::map<std::uint16_t, std::int32_t> MapReader::values(const char *key, qsizetype most)
{
    std::map<std::uint16_t, std::int32_t> all;
    const QCborValue found = require(key);
    if (!found.isMap())
        fail(wrongType, path(key));
    const QCborMap values = found.toMap();
    if (values.size() > most)
        fail(tooLong, path(key));
    for (auto entry = values.begin(); entry != values.end() && sound(); ++entry) {
        const auto number = static_cast<std::uint16_t>(checked(entry.key(), path(key), 1, std::numeric_limits<std::uint16_t>::max()));
        const std::string where = path(key, number);
        all[number] = static_cast<std::int32_t>(
            checked(entry.value(), where, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()));
    }
    return all;
}

void MapReader::refuse(const char *key)
{
    fail(senseless, path(key));
}

bool MapReader::sound() const
{
    return !m_problem->has_value();
}

QCborValue MapReader::require(const char *key)
{
    QCborValue value = m_map.value(QLatin1String(key));
    if (value.isUndefined())
        fail(missing, path(key));
    return value;
}

std::int64_t MapReader::wide(const char *key, std::int64_t least, std::int64_t most)
{
    return checked(require(key), path(key), least, most);
}

std::int64_t MapReader::checked(const QCborValue &value, const std::string &where, std::int64_t least, std::int64_t most)
{
    const std::int64_t number = value.toInteger();
    if (!value.isInteger())
        fail(wrongType, where);
    else if (number < least || number > most)
        fail(outOfBounds, where);
    else
        return number;
    return 0;
}

std::int64_t MapReader::elementInteger(const QCborArray &array, const char *key, qsizetype index, std::int64_t least, std::int64_t most)
{
    return checked(array.at(index), path(key, index), least, most);
}

MapReader MapReader::elementMap(const QCborArray &array, const char *key, qsizetype index)
{
    if (!array.at(index).isMap())
        fail(wrongType, path(key, index));
    return MapReader(array.at(index).toMap(), path(key, index), m_problem);
}

std::vector<std::int64_t> MapReader::elementRow(const QCborArray &array, const char *key, qsizetype index, qsizetype size, std::int64_t least,
                                                std::int64_t most)
{
    const std::string where = path(key, index);
    const QCborArray row = array.at(index).toArray();
    if (!array.at(index).isArray())
        fail(wrongType, where);
    else if (row.size() != size)
        fail(outOfBounds, where);
    std::vector<std::int64_t> numbers;
    for (qsizetype i = 0; i < row.size() && sound(); ++i)
        numbers.push_back(checked(row.at(i), where, least, most));
    return numbers;
}

std::string MapReader::path(const char *key) const
{
    return m_path.empty() ? std::string(key) : m_path + "." + key;
}

std::string MapReader::path(const char *key, qsizetype index) const
{
    return path(key) + "[" + std::to_string(index) + "]";
}

void MapReader::fail(const char *sentence, const std::string &where)
{
    if (!*m_problem)
        *m_problem = Error{Errc::BadFrame, sentence, {where}, hint};
}

void put(QCborMap &map, const char *key, const QCborValue &value)
{
    map.insert(QLatin1String(key), value);
}

QCborMap valuesMap(const std::map<std::uint16_t, std::int32_t> &values)
{
    QCborMap map;
    for (const auto &[number, value] : values)
        map.insert(static_cast<qint64>(number), QCborValue(value));
    return map;
}

} // namespace gainstage::smp
