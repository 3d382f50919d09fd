// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QCborArray>
#include <QCborMap>
#include <QString>

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gainstage::smp {

/// The longest text of a message in bytes of UTF-8. No name of an amp comes near.
inline constexpr qsizetype kLongestText = 256;

/// Takes the keys of one CBOR map by their type and limits. Remembers the first thing that is wrong, with the key's path
/// ("settings[2].step"); what is read after that is a default and never reaches anybody, because done() gives the error.
/// Keys that nobody asks for are ignored.
class MapReader {
public:
    explicit MapReader(const QCborMap &map);

    bool has(const char *key) const;
    /// A key that must be there.
    template <std::integral T>
    T integer(const char *key, T least = std::numeric_limits<T>::min(), T most = std::numeric_limits<T>::max())
    {
        return static_cast<T>(wide(key, static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)));
    }
    bool boolean(const char *key);
    QString text(const char *key);
    QByteArray bytes(const char *key, qsizetype least, qsizetype most);
    /// At most `most` elements.
    QCborArray array(const char *key, qsizetype most);
    MapReader map(const char *key);

    /// A key that may be absent (but not of another type).
    template <std::integral T>
    std::optional<T> optionalInteger(const char *key, T least = std::numeric_limits<T>::min(), T most = std::numeric_limits<T>::max())
    {
        return has(key) ? std::optional<T>(integer<T>(key, least, most)) : std::nullopt;
    }
    std::optional<bool> optionalBoolean(const char *key);
    std::optional<QString> optionalText(const char *key);
    std::optional<QByteArray> optionalBytes(const char *key, qsizetype least, qsizetype most);

    /// Calls `take` with a reader for each map in the array.
    template <typename Take>
    void eachMap(const char *key, qsizetype most, Take take)
    {
        const QCborArray elements = array(key, most);
        for (qsizetype i = 0; i < elements.size() && sound(); ++i) {
            if (MapReader element = elementMap(elements, key, i); sound())
                take(element);
        }
    }
    /// Calls `take` with each row of an array of arrays of exactly `size` integers, as std::vector<T>.
    template <std::integral T, typename Take>
    void eachRow(const char *key, qsizetype most, qsizetype size, Take take)
    {
        const QCborArray elements = array(key, most);
        for (qsizetype i = 0; i < elements.size() && sound(); ++i) {
            const std::vector<std::int64_t> wideRow =
                elementRow(elements, key, i, size, std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
            std::vector<T> row;
            row.reserve(wideRow.size());
            for (const std::int64_t number : wideRow)
                row.push_back(static_cast<T>(number));
            if (sound())
                take(row);
        }
    }
    /// Integers, each within the limits of T.
    template <std::integral T>
    std::vector<T> integers(const char *key, qsizetype most)
    {
        std::vector<T> all;
        const QCborArray elements = array(key, most);
        for (qsizetype i = 0; i < elements.size() && sound(); ++i)
            all.push_back(static_cast<T>(elementInteger(elements, key, i, static_cast<std::int64_t>(std::numeric_limits<T>::min()),
                                                        static_cast<std::int64_t>(std::numeric_limits<T>::max()))));
        return all;
    }
    /// Byte strings of exactly `size` bytes.
    std::vector<QByteArray> byteStrings(const char *key, qsizetype most, qsizetype size);
    /// The map under `key` from setting numbers to values (keys 1 … 65535).
    std::map<std::uint16_t, std::int32_t> values(const char *key, qsizetype most);

    /// Notes that the value under `key` makes no sense for a reason that its type does not show.
    void refuse(const char *key);
    bool sound() const;
    const QCborMap &raw() const { return m_map; }

    /// What was read, or Errc::BadFrame with the first key that is missing, of the wrong type or out of bounds.
    template <typename T>
    Result<T> done(T read) const
    {
        if (!sound())
            return std::unexpected(**m_problem);
        return read;
    }

private:
    using Problem = std::shared_ptr<std::optional<Error>>;
    MapReader(const QCborMap &map, std::string path, Problem problem);
    QCborValue require(const char *key);
    std::int64_t wide(const char *key, std::int64_t least, std::int64_t most);
    std::int64_t checked(const QCborValue &value, const std::string &where, std::int64_t least, std::int64_t most);
    std::int64_t elementInteger(const QCborArray &array, const char *key, qsizetype index, std::int64_t least, std::int64_t most);
    MapReader elementMap(const QCborArray &array, const char *key, qsizetype index);
    std::vector<std::int64_t> elementRow(const QCborArray &array, const char *key, qsizetype index, qsizetype size, std::int64_t least,
                                         std::int64_t most);
    std::string path(const char *key) const;
    std::string path(const char *key, qsizetype index) const;
    void fail(const char *sentence, const std::string &where);

    QCborMap m_map;
    std::string m_path;
    Problem m_problem;
};

/// Puts a value under a text key.
void put(QCborMap &map, const char *key, const QCborValue &value);
/// The same if there is one.
template <typename T>
void putIf(QCborMap &map, const char *key, const std::optional<T> &value)
{
    if (value)
        put(map, key, QCborValue(*value));
}
/// Integers of any width; QCborValue knows but int and qint64.
template <std::integral T>
    requires(!std::same_as<T, bool>)
void putIf(QCborMap &map, const char *key, const std::optional<T> &value)
{
    if (value)
        put(map, key, QCborValue(static_cast<qint64>(*value)));
}
template <std::integral T>
    requires(!std::same_as<T, bool>)
void put(QCborMap &map, const char *key, T value)
{
    put(map, key, QCborValue(static_cast<qint64>(value)));
}
QCborMap valuesMap(const std::map<std::uint16_t, std::int32_t> &values);

} // namespace gainstage::smp
