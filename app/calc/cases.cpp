// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/cases.h"

#include "app/calc/operation.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>

namespace gainstage::calc {

using namespace Qt::StringLiterals;

namespace {

const Operation *find(const QString &name)
{
    for (const auto operations : std::array{levelOperations(), impedanceAndNoiseOperations(), listeningOperations(), filterOperations(),
                                            filterWidthOperations(), fixedPointOperations(), signalOperations(), textOperations()}) {
        const auto row = std::ranges::find_if(operations, [&](const Operation &operation) { return name == QLatin1String(operation.name); });
        if (row != operations.end())
            return &*row;
    }
    return nullptr;
}

/// Inputs beyond all reason can leave what a number can hold.
bool isFinite(const QJsonValue &value)
{
    if (value.isDouble())
        return std::isfinite(value.toDouble());
    if (value.isArray())
        return std::ranges::all_of(value.toArray(), [](const QJsonValue &part) { return isFinite(part); });
    if (value.isObject())
        return std::ranges::all_of(value.toObject(), [](const QJsonValue &part) { return isFinite(part); });
    return true;
}

/// What is missing is missed by the formula, so that one broken case does not hide the others.
Case caseOf(const QJsonObject &object, std::size_t number)
{
    const QString name = object[u"id"_s].toVariant().toString();
    return {name.isEmpty() ? u"#"_s + QString::number(number) : name, object[u"op"_s].toString(), object[u"in"_s].toObject(), object[u"out"_s]};
}

} // namespace

Result<std::vector<Case>> readCases(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (document.isNull())
        return failure(Errc::InvalidFile, SENTENCE("error", "This is no JSON file: %1 (at byte %2)."),
                       {problem.errorString().toStdString(), std::to_string(problem.offset)});
    const QJsonValue list = document.isArray() ? QJsonValue(document.array()) : document.object()[u"cases"_s];
    if (!list.isArray())
        return failure(Errc::InvalidFile, SENTENCE("error", "The file has no list of “cases”."));
    std::vector<Case> cases;
    for (const QJsonValue value : list.toArray())
        cases.push_back(caseOf(value.toObject(), cases.size() + 1));
    return cases;
}

Result<QJsonObject> outcomeOf(const Case &one)
{
    const Operation *operation = find(one.operation);
    if (operation == nullptr)
        return failure(Errc::NotFound, SENTENCE("error", "There is no formula “%1”."), {one.operation.toStdString()});
    const Inputs in(one.in);
    auto outcome = operation->run(in);
    if (in.problem())
        return std::unexpected(*in.problem());
    if (outcome && !isFinite(*outcome))
        return failure(Errc::OutOfRange, SENTENCE("error", "With these numbers the result is no number."));
    return outcome;
}

} // namespace gainstage::calc
