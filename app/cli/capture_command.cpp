// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/commands.h"
#include "app/core/capture_file.h"
#include "app/core/whole_file.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

constexpr int kSeconds = 10, kMostSeconds = 3600;

} // namespace

Attempt<void> capture(Call &call)
{
    const QString path = call.arguments().first();
    if (QFileInfo::exists(path) && !call.has("replace"))
        return fileProblem(
            {Errc::Refused, SENTENCE("error", "There is a file %1 already."), {path.toStdString()}, SENTENCE("error", "--replace replaces it.")});
    const auto seconds = call.number("seconds", kSeconds);
    if (!seconds)
        return std::unexpected(seconds.error());
    const auto port = call.context().finder.selectAny(call.value("device"));
    if (!port)
        return ampProblem(port.error());
    const auto wire = call.context().finder.openWire(*port, call.context().interruption.token());
    if (!wire)
        return ampProblem(wire.error());
    call.say(CommandWords::tr("Listening for %n second(s); nothing is sent to the amp. Turn its knob and press its buttons meanwhile.", nullptr,
                              std::min(*seconds, kMostSeconds)));
    const auto reports = captureFrom(**wire, (*wire)->clock().in(std::chrono::seconds(std::min(*seconds, kMostSeconds))));
    if (!reports)
        return ampProblem(reports.error());
    const QByteArray text = QJsonDocument(captureDocument(*port, *reports)).toJson(QJsonDocument::Indented);
    if (const auto written = writeWholeFile(path, text); !written)
        return fileProblem(written.error());
    const auto count = static_cast<int>(reports->size());
    call.say(CommandWords::tr("%1 holds what the amp is and %n report(s) that it sent, without its serial number.", nullptr, count).arg(path));
    call.answer(QJsonObject{{u"file"_s, QFileInfo(path).absoluteFilePath()}, {u"reports"_s, count}});
    return {};
}

} // namespace gainstage::cli
