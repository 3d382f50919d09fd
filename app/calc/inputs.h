// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace gainstage::calc {

/// The inputs of one case. What is missing or of the wrong kind is remembered and read as no number, which every formula refuses.
class Inputs {
public:
    explicit Inputs(QJsonObject in) : m_in(std::move(in)) {}

    double number(const char *key) const;
    double number(const char *key, double otherwise) const;
    std::optional<double> maybe(const char *key) const;
    QString text(const char *key) const;
    std::vector<double> numbers(const char *key) const;
    /// Rows of numbers, each with `fewest` to `most` of them.
    std::vector<std::vector<double>> rows(const char *key, std::size_t fewest, std::size_t most) const;
    /// Objects in a list, to be read one by one and asked for their problems with adopt().
    std::vector<Inputs> objects(const char *key) const;

    void complain(const char *sentence, const QString &fact) const;
    void adopt(const Inputs &part) const;
    const std::optional<Error> &problem() const { return m_problem; }

private:
    double toNumber(const char *key, const QJsonValue &value) const;
    QJsonArray list(const char *key) const;

    QJsonObject m_in;
    mutable std::optional<Error> m_problem;
};

} // namespace gainstage::calc
