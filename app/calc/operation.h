// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calc/inputs.h"

#include <span>

namespace gainstage::calc {

/// One formula by the name that files call it.
struct Operation {
    const char *name;
    Result<QJsonObject> (*run)(const Inputs &in);
};

std::span<const Operation> levelOperations();
std::span<const Operation> impedanceAndNoiseOperations();
std::span<const Operation> listeningOperations();
std::span<const Operation> filterOperations();
std::span<const Operation> filterWidthOperations();
std::span<const Operation> fixedPointOperations();
std::span<const Operation> signalOperations();
std::span<const Operation> textOperations();

/// The outputs that `make` writes for a result, or its error.
template <typename T, typename Make>
Result<QJsonObject> outputs(const Result<T> &result, Make make)
{
    if (!result)
        return std::unexpected(result.error());
    return make(*result);
}

/// A number, or null where there is none.
template <typename T>
QJsonValue orNull(const std::optional<T> &quantity)
{
    return quantity ? QJsonValue(quantity->value) : QJsonValue();
}

} // namespace gainstage::calc
