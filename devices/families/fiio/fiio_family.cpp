// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/fiio/fiio_family.h"

#include "devices/catalog/catalog.h"
#include "devices/families/fiio/description.h"
#include "devices/families/fiio/fiio_amp.h"

#include <optional>

namespace gainstage {
namespace {

using namespace fiio;

std::optional<Model> modelAt(const Port &port)
{
    const catalog::Model *known = catalog::find(port);
    if (known == nullptr || known->support != catalog::Support::Supported || known->family != "fiio")
        return std::nullopt;
    for (int i = 0; i < kModelCount; ++i) {
        const auto model = static_cast<Model>(i);
        if (factsOf(model).productId == known->productId)
            return model;
    }
    return std::nullopt;
}

/// Recorded lengths of reports without their id; for ports of which nobody knows the descriptor.
std::size_t recordedLength(Model model)
{
    switch (model) {
    case Model::Ja11: return 20;
    case Model::Ka17:
    case Model::Qx13: return 32;
    case Model::OakNano: return 61;
    case Model::Ka15:
    case Model::Melody: return 63;
    case Model::K13R2r: break;
    }
    return 64;
}

std::size_t reportLength(Model model, const Port &port)
{
    const auto output = port.reports.output.find(factsOf(model).reportId);
    return 1 + (output == port.reports.output.end() ? recordedLength(model) : output->second);
}

Error strange(const Error &error, const Port &port)
{
    const char *const hint = SENTENCE("error", "Check that the amp is switched on and that this is its port.");
    const std::string path = port.path.toStdString();
    switch (error.code) {
    case Errc::Timeout: return {error.code, SENTENCE("error", "Nothing answers at %1 as an amp of FiiO does."), {path}, hint};
    case Errc::BadFrame: return {error.code, SENTENCE("error", "What is at %1 does not answer as an amp of FiiO does."), {path}, hint};
    default: return error;
    }
}

/// What is only good to know may be missing.
Result<void> unlessGone(const Error &error)
{
    const bool isGone = error.code == Errc::Disconnected || error.code == Errc::Cancelled;
    return isGone ? Result<void>(std::unexpected(error)) : Result<void>();
}

Result<void> askNames(Exchange &exchange, Introduction &introduction)
{
    std::uint8_t slot = 0;
    for (const Preset &preset : presetsOf(exchange.model())) {
        if (preset.kind != PresetKind::User)
            continue;
        const auto name = exchange.ask<PresetName>(GetPresetName{slot++});
        if (!name)
            return unlessGone(name.error()); // most models have none
        introduction.presetNames[preset.id] = QString::fromStdString(name->name);
    }
    return {};
}

Result<void> askFirmware(Exchange &exchange, Introduction &introduction)
{
    const auto firmware = exchange.ask<Firmware>(GetFirmware{});
    if (firmware)
        introduction.firmware = QStringLiteral("%1.%2").arg(firmware->major).arg(firmware->minor, 2, 10, QLatin1Char('0'));
    return firmware ? Result<void>() : unlessGone(firmware.error());
}

/// How far the volume goes; an amp may not know the question.
Result<void> askVolume(Exchange &exchange, Introduction &introduction)
{
    const auto most = exchange.ask<experimental::MaximumVolume>(experimental::GetMaximumVolume{});
    if (most)
        introduction.mostVolume = most->steps;
    return most ? Result<void>() : unlessGone(most.error());
}

Result<Introduction> introduce(Exchange &exchange)
{
    if (const auto active = exchange.ask<ActivePreset>(GetActivePreset{}); !active)
        return std::unexpected(active.error());
    Introduction introduction;
    for (const auto ask : {askNames, askFirmware, askVolume}) {
        if (auto asked = ask(exchange, introduction); !asked)
            return std::unexpected(asked.error());
    }
    return introduction;
}

} // namespace

QString FiioFamily::name() const
{
    return QStringLiteral("fiio");
}

/// An amp may have several HID interfaces: the one that has the report is meant.
bool FiioFamily::matches(const Port &port) const
{
    const auto model = modelAt(port);
    return model && (port.reports.output.empty() || port.reports.output.contains(factsOf(*model).reportId));
}

/// Nothing is written to a device that is not known to be one of these.
bool FiioFamily::mayTry(Wire) const
{
    return false;
}

Result<std::unique_ptr<Amp>> FiioFamily::open(std::unique_ptr<Transport> transport, const Port &port, DescriptionCache *) const
{
    const auto model = modelAt(port);
    if (!model)
        return failure(Errc::Unsupported, SENTENCE("error", "What is at %1 does not answer as an amp of FiiO does."), {port.path.toStdString()});
    Exchange exchange(*transport, *model, reportLength(*model, port));
    const auto introduction = introduce(exchange);
    if (!introduction)
        return std::unexpected(strange(introduction.error(), port));
    return std::make_unique<FiioAmp>(std::move(transport), describe(*model, port, *introduction), exchange);
}

} // namespace gainstage
