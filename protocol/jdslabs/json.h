// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"

#include <QJsonObject>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace gainstage::jdslabs {

/// JSON objects as text, with the keys in the order in which they are put: Qt's own writer sorts them.
class ObjectText {
public:
    ObjectText &text(std::string_view key, std::string_view plain); ///< `plain` without characters that JSON would escape
    ObjectText &yes(std::string_view key);
    ObjectText &number(std::string_view key, double value); ///< finite; the shortest digits that mean it, without exponent
    ObjectText &object(std::string_view key, const ObjectText &inner);
    std::string done() const { return '{' + m_content + '}'; }

private:
    ObjectText &put(std::string_view key, std::string_view value);

    std::string m_content;
};

/// Errc::BadFrame for what is not one JSON object.
Result<QJsonObject> objectIn(BytesView message);

/// Takes values by their path. Remembers the first path where something is missing or of another type; what is read after it never reaches anybody.
class PathReader {
public:
    explicit PathReader(QJsonObject root) : m_root(std::move(root)) {}

    using Path = std::initializer_list<std::string_view>;
    bool has(Path path) const;
    double number(Path path);
    std::string text(Path path);
    bool boolean(Path path);
    /// Blames a path for a value that makes no sense.
    void blame(Path path);
    /// Errc::BadFrame with the path.
    std::optional<Error> error() const;

private:
    QJsonValue at(Path path) const;

    QJsonObject m_root;
    std::optional<std::string> m_blamed;
};

} // namespace gainstage::jdslabs
