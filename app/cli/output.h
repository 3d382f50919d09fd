// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

#include <QJsonObject>
#include <QStringList>
#include <QTextStream>

namespace gainstage::cli {

/// One line of JSON with the schema's name (app/cli/output.schema.json), written through at once.
void printJson(QTextStream &stream, QJsonObject object);
/// "gainstagectl: SENTENCE HINT"
QString withHint(const Error &error);

/// Rows of cells as lines with aligned columns, two spaces between them, none at the end.
QStringList aligned(const std::vector<QStringList> &rows);

} // namespace gainstage::cli
