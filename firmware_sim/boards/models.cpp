// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/models.h"

namespace gainstage::sim {

AmpBoard::Setup setupOf(Model model, const std::string &serialNumber, std::uint32_t seed, const std::vector<LinkKind> &links)
{
    const bool desktop = model == Model::Desktop;
    AmpBoard::Setup setup{.model = desktop ? firmware::desktopModel() : firmware::dongleModel(),
                          .electrics = desktop ? kDesktopElectrics : kDongleElectrics,
                          .serialNumber = serialNumber,
                          .seed = seed,
                          .framings = {}};
    for (const LinkKind link : links)
        setup.framings.push_back(link == LinkKind::Serial ? firmware::Framing::Console : firmware::Framing::Hid);
    return setup;
}

} // namespace gainstage::sim
