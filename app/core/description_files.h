// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/family.h"

namespace gainstage {

/// Descriptions kept between runs, one file each in a folder, so that a known amp is opened without reading its description again.
/// What cannot be read or written is as good as not there: the amp tells it anew.
class DescriptionFiles final : public DescriptionCache {
public:
    explicit DescriptionFiles(QString folder); ///< created when first written

    QByteArray find(const Identity &identity) const override;
    void keep(const Identity &identity, const QByteArray &document) override;

private:
    QString m_folder;
};

} // namespace gainstage
