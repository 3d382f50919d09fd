// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/topping_family.h"

#include "devices/catalog/catalog.h"
#include "devices/families/topping/d90_amp.h"
#include "devices/families/topping/dx1_amp.h"
#include "devices/families/topping/dx5_amp.h"

#include <string_view>

namespace gainstage {
namespace {

using namespace topping_family;
using topping::Model;

constexpr std::string_view familyName = "topping";
/// The other HID interface of these amps is that of the media keys.
constexpr std::uint16_t amplifierPage = 0x01;

/// Nothing for every port whose product string is not one of the three.
std::optional<Model> modelAt(const Port &port)
{
    const catalog::Model *row = catalog::find(port);
    if (row == nullptr || row->family != familyName || row->support != catalog::Support::Supported)
        return std::nullopt;
    if (row->name == "DX5 II")
        return Model::Dx5Ii;
    if (row->name == "DX1 II")
        return Model::Dx1Ii;
    return row->name == "D90 III Discrete" ? std::optional(Model::D90IiiDiscrete) : std::nullopt;
}

/// A port that does not say what its reports are like is taken at its word that it is such an amp.
bool hasReports(const Port &port)
{
    const std::map<std::uint8_t, std::size_t> one{{std::uint8_t(0), topping::kFrameSize}};
    return port.reports == HidReports() || port.reports == HidReports{false, one, one};
}

std::unexpected<Error> stranger(const Port &port, const Error &error)
{
    const char *const hint = SENTENCE("error", "Check that the amp is switched on, and that no other program has it open.");
    const std::string path = port.path.toStdString();
    switch (error.code) {
    case Errc::Timeout: return failure(error.code, SENTENCE("error", "The Topping amp at %1 does not answer."), {path}, hint);
    case Errc::BadFrame: return failure(error.code, SENTENCE("error", "What is at %1 does not answer as a Topping amp does."), {path}, hint);
    default: return std::unexpected(error);
    }
}

Result<std::unique_ptr<Amp>> openDx5(std::unique_ptr<Transport> transport, const Port &port)
{
    Conversation conversation(*transport, Model::Dx5Ii, [](const topping::Frame &) {});
    const auto settings = dx5::readSettings(conversation);
    if (!settings)
        return stranger(port, settings.error());
    return std::make_unique<dx5::Dx5Amp>(std::move(transport), *settings);
}

Result<std::unique_ptr<Amp>> openDx1(std::unique_ptr<Transport> transport, const Port &port)
{
    Conversation conversation(*transport, Model::Dx1Ii, [](const topping::Frame &) {});
    if (const auto block = dx1::readOutputBlock(conversation); !block)
        return stranger(port, block.error());
    return std::make_unique<dx1::Dx1Amp>(std::move(transport));
}

} // namespace

QString ToppingFamily::name() const
{
    return QString::fromLatin1(familyName.data(), static_cast<qsizetype>(familyName.size()));
}

bool ToppingFamily::matches(const Port &port) const
{
    return modelAt(port).has_value() && (port.usagePage == 0 || port.usagePage == amplifierPage);
}

/// A path alone does not tell the model, and asking is dangerous.
bool ToppingFamily::mayTry(Wire) const
{
    return false;
}

Result<std::unique_ptr<Amp>> ToppingFamily::open(std::unique_ptr<Transport> transport, const Port &port, DescriptionCache *) const
{
    const auto model = modelAt(port);
    if (!model || !hasReports(port))
        return failure(Errc::Unsupported, SENTENCE("error", "What is at %1 is not one of the Topping amps that this program drives."),
                       {port.path.toStdString()});
    switch (*model) {
    case Model::Dx5Ii: return openDx5(std::move(transport), port);
    case Model::Dx1Ii: return openDx1(std::move(transport), port);
    case Model::D90IiiDiscrete: break; // it cannot be asked for anything
    }
    return std::make_unique<d90::D90Amp>(std::move(transport));
}

} // namespace gainstage
