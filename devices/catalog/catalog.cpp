// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/catalog/catalog.h"

#include <algorithm>
#include <array>

namespace gainstage::catalog {
namespace {

using enum Evidence;
using enum Support;

constexpr std::uint16_t kThesycon = 0x152a, kXmos = 0x20b1, kFiio = 0x2972; // Thesycon's number is shared by several makers

constexpr std::array kModels{
    Model{"topping", "Topping", "DX5 II", kThesycon, 0x8750, Wire::Hid, "DX5II", Supported, Driven},
    Model{"topping", "Topping", "DX1 II", kThesycon, 0x8750, Wire::Hid, "DX1II", Supported, Driven},
    Model{"topping", "Topping", "D90 III Discrete", kThesycon, 0x8750, Wire::Hid, "D90III", Supported, Driven},
    Model{"", "Topping", "", kThesycon, 0x8750, Wire::Hid, "", Known, None},
    Model{"", "Topping", "E2x2", kThesycon, 0x8752, Wire::Hid, "", Known, Driven},
    Model{"fiio", "FiiO", "KA15", kFiio, 0x0104, Wire::Hid, "KA15", Supported, Recorded},
    Model{"fiio", "FiiO", "KA17", kFiio, 0x0093, Wire::Hid, "KA17", Supported, Recorded},
    Model{"fiio", "JadeAudio", "JA11", kFiio, 0x0102, Wire::Hid, "JA11", Supported, Recorded},
    Model{"fiio", "FiiO", "QX13", kFiio, 0x0128, Wire::Hid, "QX13", Supported, Recorded},
    Model{"fiio", "SNOWSKY", "Melody", kFiio, 0x0126, Wire::Hid, "MELODY", Supported, Recorded},
    Model{"fiio", "FiiO", "OAK NANO", kFiio, 0x4016, Wire::Hid, "OAKNANO", Supported, Recorded},
    Model{"fiio", "FiiO", "K13 R2R", kFiio, 0x0120, Wire::Hid, "K13R2R", Supported, Driven},
    Model{"", "FiiO", "KA5", kFiio, 0x0055, Wire::Hid, "", Known, Driven},
    Model{"", "FiiO", "KA13", kFiio, 0x0062, Wire::Hid, "", Known, Program},
    Model{"", "FiiO", "Air Link", kFiio, 0x0158, Wire::Hid, "", Known, Driven},
    Model{"", "FiiO", "", kFiio, 0, Wire::Hid, "", Known, None},
    Model{"jdslabs", "JDS Labs", "Element IV", kThesycon, 0x88fa, Wire::Serial, "", Supported, Program},
    Model{"jdslabs", "JDS Labs", "Element IV", kXmos, 0x88fa, Wire::Serial, "", Supported, Program},
};

bool fits(const Model &model, const Port &port, const QString &product)
{
    return model.vendorId == port.vendorId && (model.productId == 0 || model.productId == port.productId) && model.wire == port.wire &&
           product.contains(QLatin1String(model.product.data(), static_cast<qsizetype>(model.product.size())));
}

} // namespace

std::span<const Model> models()
{
    return kModels;
}

const Model *find(const Port &port)
{
    const QString product = normalised(port.product);
    const auto found = std::ranges::find_if(kModels, [&](const Model &model) { return fits(model, port, product); });
    return found == kModels.end() ? nullptr : &*found;
}

QString normalised(const QString &product)
{
    QString plain;
    // Compatibility forms spell the Roman numeral signs out in letters.
    for (const QChar character : product.normalized(QString::NormalizationForm_KC).toUpper()) {
        if ((character >= u'A' && character <= u'Z') || (character >= u'0' && character <= u'9'))
            plain += character;
    }
    return plain;
}

} // namespace gainstage::catalog
