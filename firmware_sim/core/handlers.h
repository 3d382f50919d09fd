// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/request.h"

namespace gainstage::firmware {

// One function per command and operation. The table in server.cpp says which is which.

Outcome echo(Amp &amp, const Request &request, CborWriter &answer);
Outcome resetAmp(Amp &amp, const Request &request, CborWriter &answer);
Outcome readParameters(Amp &amp, const Request &request, CborWriter &answer);
Outcome readInfo(Amp &amp, const Request &request, CborWriter &answer);
Outcome readBootLoaderInfo(Amp &amp, const Request &request, CborWriter &answer);
Outcome readImageState(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeImageState(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeImageUpload(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeImageErase(Amp &amp, const Request &request, CborWriter &answer);
Outcome readSlotInfo(Amp &amp, const Request &request, CborWriter &answer);

Outcome readHello(Amp &amp, const Request &request, CborWriter &answer);
Outcome readDescription(Amp &amp, const Request &request, CborWriter &answer);
Outcome readState(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeState(Amp &amp, const Request &request, CborWriter &answer);
Outcome readEqualizer(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeEqualizer(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeStore(Amp &amp, const Request &request, CborWriter &answer);
Outcome readPresets(Amp &amp, const Request &request, CborWriter &answer);
Outcome writePresets(Amp &amp, const Request &request, CborWriter &answer);
Outcome readMeters(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeMeters(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeIdentify(Amp &amp, const Request &request, CborWriter &answer);
Outcome readLock(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeLock(Amp &amp, const Request &request, CborWriter &answer);
Outcome readFaults(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeFaults(Amp &amp, const Request &request, CborWriter &answer);
Outcome readFactoryReset(Amp &amp, const Request &request, CborWriter &answer);
Outcome writeFactoryReset(Amp &amp, const Request &request, CborWriter &answer);
Outcome readFirmware(Amp &amp, const Request &request, CborWriter &answer);

} // namespace gainstage::firmware
