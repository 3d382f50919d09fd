// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gainstage {

/// Teaches Qt what the painted widgets say to screen readers. Once, before the first window.
void installAccessibility();

} // namespace gainstage
