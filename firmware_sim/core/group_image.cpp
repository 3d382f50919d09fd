// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/handlers.h"

namespace gainstage::firmware {

Outcome readImageState(Amp &amp, const Request &, CborWriter &answer)
{
    answer.map(2).text("images").array(1).map(8);
    answer.text("slot").number(0).text("version").text(amp.model.firmware).text("hash").bytes(amp.model.imageHash);
    answer.text("bootable").boolean(true).text("pending").boolean(false).text("confirmed").boolean(true);
    answer.text("active").boolean(true).text("permanent").boolean(false);
    answer.text("splitStatus").number(0);
    return std::nullopt;
}

} // namespace gainstage::firmware
