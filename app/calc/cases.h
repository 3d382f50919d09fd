// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace gainstage::calc {

/// One case of a file: a formula, its inputs and, where the file tells it, what must come out.
struct Case {
    QString id; ///< "#3" for the third case where the file gives it no name
    QString operation;
    QJsonObject in;
    QJsonValue expected; ///< an object, "invalid" where the inputs must be refused, or undefined
};

/// Of {"cases": [{"id", "op", "in", "out"} …]}, or of the list alone. Errc::InvalidFile.
Result<std::vector<Case>> readCases(const QByteArray &json);

/// Errc::NotFound: no such formula. Anything else: its inputs are refused, which is a result as well.
Result<QJsonObject> outcomeOf(const Case &one);

/// Where the outcome is not what the file expects, within the tolerances of differences.cpp; empty where it expects nothing.
QStringList differences(const Case &one, const Result<QJsonObject> &outcome);

} // namespace gainstage::calc
