// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QXmlStreamReader;

namespace gainstage::firmware_file {

/// Whether the current element is in another language than its neighbours without one.
bool isTranslation(const QXmlStreamReader &xml);

/// Reads the description that the reader stands at, to its end: p, ul, ol and li become plain text.
QString readNotes(QXmlStreamReader &xml);

} // namespace gainstage::firmware_file
