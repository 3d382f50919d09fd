// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace gainstage::sim {

/// The keys of one control request. The first one that is wrong is remembered: read all that is needed, then ask failed(), then act.
class Arguments {
public:
    /// Keys beyond "do" and `known` are wrong.
    Arguments(const QJsonObject &request, const QStringList &known);

    bool has(const QString &key) const { return m_request.contains(key); }
    /// Missing or wrong ones are remembered; what is returned then means nothing.
    double number(const QString &key, double min, double max);
    int integer(const QString &key, int min, int max);
    bool flag(const QString &key);
    QString text(const QString &key);

    double numberOr(const QString &key, double min, double max, double otherwise) { return has(key) ? number(key, min, max) : otherwise; }
    int integerOr(const QString &key, int min, int max, int otherwise) { return has(key) ? integer(key, min, max) : otherwise; }
    bool flagOr(const QString &key, bool otherwise) { return has(key) ? flag(key) : otherwise; }

    void fail(const QString &why);
    bool failed() const { return !m_error.isEmpty(); }
    QString error() const { return m_error; }

private:
    QJsonObject m_request;
    QString m_error;
};

} // namespace gainstage::sim
