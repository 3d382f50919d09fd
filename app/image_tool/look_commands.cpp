// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/image_tool/commands.h"
#include "app/image_tool/file_text.h"
#include "app/image_tool/files.h"
#include "app/image_tool/hardware.h"

namespace gainstage::image_tool {

using namespace firmware_file;
using namespace Qt::StringLiterals;

namespace {

Result<std::vector<PublicKey>> keysOf(const Call &call)
{
    std::vector<PublicKey> keys;
    for (const QString &path : call.values("key")) {
        const auto key = readPublicKey(path);
        if (!key)
            return std::unexpected(key.error());
        keys.push_back(*key);
    }
    return keys;
}

Result<void> takeRunning(const Call &call, DeviceFacts &facts)
{
    if (call.has("running"))
        facts.version = ImageVersion::fromText(call.value("running").toStdString());
    if (call.has("running") && !facts.version)
        return wrongUsage(SENTENCE("error", "“%1” is not a version for --%2; one looks like 1.2.3 or 1.2.3+4."),
                          {call.value("running").toStdString(), "running"});
    if (call.has("running-hash"))
        facts.imageHash = sha256FromHex(call.value("running-hash").toStdString());
    if (call.has("running-hash") && !facts.imageHash)
        return wrongUsage(SENTENCE("error", "“%1” is not a SHA-256 for --%2."), {call.value("running-hash").toStdString(), "running-hash"});
    return {};
}

/// What the options say about an amp; the rest stays unknown.
Result<DeviceFacts> factsOf(const Call &call)
{
    const auto hardware = hardwareOf(call);
    if (!hardware)
        return std::unexpected(hardware.error());
    DeviceFacts facts;
    facts.vendor = hardware->vendor;
    facts.classId = hardware->classId;
    const auto counter = call.number("counter", 0);
    if (!counter)
        return std::unexpected(counter.error());
    const auto slotSize = call.number("slot-size", 0);
    if (!slotSize)
        return std::unexpected(slotSize.error());
    if (call.has("counter"))
        facts.securityCounter = *counter;
    if (call.has("slot-size"))
        facts.slotSize = *slotSize;
    if (const auto running = takeRunning(call, facts); !running)
        return std::unexpected(running.error());
    return facts;
}

} // namespace

Result<void> verifyFile(Call &call)
{
    const auto keys = keysOf(call);
    if (!keys)
        return std::unexpected(keys.error());
    const auto facts = factsOf(call);
    if (!facts)
        return std::unexpected(facts.error());
    const auto file = readFile(call.file());
    if (!file)
        return std::unexpected(file.error());
    const Inspection inspection = inspect(*file, *keys, *facts);
    if (inspection.refusal())
        call.endWith(ExitCode::InvalidFile);
    for (const QString &line : linesOf(inspection))
        call.say(line);
    call.answer(toJson(inspection));
    return {};
}

Result<void> showFile(Call &call)
{
    const auto file = readFile(call.file());
    if (!file)
        return std::unexpected(file.error());
    if (const CheckResult size = checkFileSize(*file); size.remark)
        return std::unexpected(*size.remark);
    const auto package = openPackage(*file);
    if (!package)
        return std::unexpected(package.error());
    const auto image = parseImage(package->image);
    if (!image)
        return std::unexpected(image.error());
    for (const QString &line : linesOf(*package, *image))
        call.say(line);
    call.answer(toJson(*package, *image));
    return {};
}

} // namespace gainstage::image_tool
