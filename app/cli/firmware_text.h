// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/firmware_updater.h"

#include <QLocale>
#include <QStringList>

namespace gainstage::cli {

/// What is known about firmware, in words for the terminal.

std::vector<QStringList> statusRows(const FirmwareStatus &status, const QLocale &locale);
/// One row per check: what, how it went, why.
std::vector<QStringList> checkRows(const firmware_file::Inspection &inspection);
/// The maker's notes on the release, without signs that could move a terminal's cursor; empty where there are none.
QStringList notesLines(const firmware_file::Inspection &inspection);
/// Where an interrupted update stands, in a sentence.
QString interruptedText(const UpdateEntry &entry, const QLocale &locale);
/// How an update ended well; empty where it did not.
QString endingText(const UpdateReport &report);
/// One row per setting that an update changed: what, before, after.
std::vector<QStringList> lossRows(const UpdateReport &report, const Description &amp, const QLocale &locale);

} // namespace gainstage::cli
