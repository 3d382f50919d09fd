// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/topping_amp.h"

namespace gainstage::topping_family {

ToppingAmp::ToppingAmp(std::unique_ptr<Transport> wire, Description description, topping::Model model)
    : PlainAmp(std::move(wire), std::move(description)), m_model(model), m_conversation(PlainAmp::wire(), model, [this](const topping::Frame &frame) {
          if (unasked(frame))
              changedMeanwhile();
      })
{}

/// Empty reports of an idle amp, and those that make no sense, say nothing.
Result<bool> ToppingAmp::heard(BytesView data)
{
    const auto frame = topping::decodeReport(data);
    return frame && *frame && unasked(**frame);
}

} // namespace gainstage::topping_family
