// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/firmware_updater.h"

#include <QLocale>
#include <QString>

namespace gainstage::firmware_words {

/// One step of an update as somebody who waits sees it: "Send the firmware to the amp".
QString step(firmware_update::Stage stage);
/// The steps of an update of this kind, in order.
std::vector<firmware_update::Stage> steps(firmware_update::Kind kind);

/// "passed", "refused" …
QString verdict(const firmware_file::CheckResult &result);
/// What a check that did not pass means, without the terms of the file format; empty for one that passed.
QString meaning(const firmware_file::CheckResult &result, const QString &from, const QString &to);
/// What somebody agrees to; empty where there is nothing to agree to, or nothing to install.
QString consent(firmware_file::Consent consent);
/// The button that does it: "Install", "Install older version".
QString install(firmware_file::Consent consent);

/// How it ended, as a headline.
QString ending(const UpdateReport &report);
/// What this means for who sits before the amp.
QStringList explanation(const UpdateReport &report);

/// "412 KiB of 806 KiB", "48 KiB/s".
QString amount(std::size_t bytes, const QLocale &locale);
/// "about 9 s left", "about 2 min left".
QString remaining(std::chrono::milliseconds time);
/// What to do when an amp does not come back.
QStringList recovery();

} // namespace gainstage::firmware_words
