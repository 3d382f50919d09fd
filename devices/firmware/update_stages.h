// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/update_course.h"

/// The stages, each as a function: what it does, and where it leads.
namespace gainstage::firmware_update {

Step verify(Course &course);
Step query(Course &course);
Step upload(Course &course);
Step checkUploaded(Course &course);
Step markTest(Course &course);
Step reset(Course &course);
Step waitReturn(Course &course);
Step verifyRunning(Course &course);
Step confirm(Course &course);

/// The wanted image runs for good.
Step done(const Course &course);
/// The image before runs again, or still.
End rolledBack(const Course &course, const SlotImages &images);
/// Takes down that somebody agreed, where that is needed; the error says what has to be agreed to. `images` has one that runs.
std::optional<Error> missingConsent(Course &course, const SlotImages &images);
/// Why the amp is not ready for an update (and others are kept from writing from now on where it is). `isDue`: a restart is all that is missing.
std::optional<Error> obstacle(Course &course, const SlotImages &images, bool isDue);

} // namespace gainstage::firmware_update
