// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/fiio/exchange.h"

#include "protocol/fiio/frame.h"

#include <algorithm>

namespace gainstage::fiio {
namespace {

using namespace std::chrono_literals;

constexpr Duration answerTime = 2s;
/// An amp that never falls silent does not hold us beyond the pause.
constexpr int mostLateReports = 64;
/// Where the parts of a question are, behind the report id.
constexpr std::size_t commandAt = 5, countAt = 6, indexAt = 7;

/// Between two reports; what comes sooner may be lost. From the maker's program, with something added for a way that is not always equally long.
Duration paceOf(Model model)
{
    return model == Model::Ka17 || model == Model::K13R2r ? 220ms : 120ms;
}

bool answers(const Frame &frame, BytesView question)
{
    const bool hasIndex = question[countAt] != 0;
    return frame.direction == Direction::Get && frame.command == question[commandAt] &&
           (!hasIndex || (!frame.data.empty() && frame.data[0] == question[indexAt]));
}

} // namespace

Exchange::Exchange(Transport &wire, Model model, std::size_t reportLength) : m_wire(&wire), m_model(model), m_reportLength(reportLength) {}

Error Exchange::silence()
{
    return {Errc::Timeout, SENTENCE("error", "The amp did not answer in time."), {}, ""};
}

Deadline Exchange::answerDeadline() const
{
    return clock().in(answerTime);
}

/// Whatever comes meanwhile belongs to a question that is over.
Result<void> Exchange::pause(Duration least)
{
    const Deadline until = std::max(m_free, clock().in(least));
    for (int reports = 0; reports < mostLateReports; reports += clock().now() >= until ? 1 : 0) {
        const auto late = m_wire->read(until);
        if (!late && late.error().code == Errc::Timeout)
            return {};
        if (!late)
            return std::unexpected(late.error());
    }
    return {};
}

Result<void> Exchange::send(const Result<Bytes> &report)
{
    if (!report)
        return std::unexpected(report.error());
    if (auto paused = pause(); !paused)
        return paused;
    auto written = m_wire->write(*report);
    m_free = clock().in(paceOf(m_model));
    return written;
}

Result<Bytes> Exchange::nextAnswer(BytesView question, Deadline deadline)
{
    while (true) {
        const auto report = m_wire->read(deadline);
        if (!report)
            return report;
        const auto payload = payloadOf(m_model, *report);
        const auto frame = payload ? parseFrame(*payload) : std::unexpected(payload.error());
        if (frame && answers(*frame, question))
            return Bytes(payload->begin(), payload->end());
        if (clock().now() >= deadline)
            return std::unexpected(silence());
    }
}

} // namespace gainstage::fiio
