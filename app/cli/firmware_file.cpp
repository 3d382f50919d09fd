// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/firmware_file.h"

#include "app/cli/firmware_json.h"
#include "app/cli/firmware_text.h"
#include "app/cli/output.h"
#include "app/core/whole_file.h"
#include "devices/firmware/limits.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace gainstage::cli {

Attempt<QByteArray> readFirmwareFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fileProblem({Errc::NotFound, SENTENCE("error", "There is no file %1."), {path.toStdString()}, ""});
    if (!info.isFile()) // a pipe would never end
        return fileProblem(fileFailure(path, QCoreApplication::translate("error", "it is not a file")).error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileProblem(fileFailure(path, file.errorString()).error());
    QByteArray content = file.read(static_cast<qint64>(firmware_file::kLargestFile) + 1);
    if (file.error() != QFileDevice::NoError)
        return fileProblem(fileFailure(path, file.errorString()).error());
    return content;
}

BytesView viewOf(const QByteArray &file)
{
    return {reinterpret_cast<const std::uint8_t *>(file.constData()), static_cast<std::size_t>(file.size())};
}

void sayInspection(Call &call, const firmware_file::Inspection &inspection)
{
    for (const QString &line : aligned(checkRows(inspection)))
        call.say(line);
    const QStringList notes = notesLines(inspection);
    if (!notes.isEmpty())
        call.say(u'\n' + CommandWords::tr("What the maker writes:"));
    for (const QString &line : notes)
        call.say(line);
}

Attempt<void> refuseBad(Call &call, const firmware_file::Inspection &inspection, bool compared)
{
    const auto *refusal = inspection.refusal();
    if (!refusal)
        return {};
    call.keep(toJson(inspection, compared));
    const Error unknown{Errc::InvalidFile, SENTENCE("error", "The file cannot be checked."), {}, ""};
    return std::unexpected(Problem{refusal->remark.value_or(unknown), ExitCode::InvalidFile});
}

} // namespace gainstage::cli
