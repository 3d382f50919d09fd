// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/families/fiio_frames.h"
#include "firmware_sim/families/foreign_amp.h"

#include <deque>
#include <map>

namespace gainstage::sim::fiio {

struct Tone {
    int deciDecibel = 0, hertz = 1000, qHundredths = 71;
    std::uint8_t type = 0; ///< 0 peak, 1 low shelf, 2 high shelf, 3 band-pass, 4 low-pass, 5 high-pass, 6 all-pass
};
/// What a preset holds.
struct Curve {
    int deciDecibel = 0; ///< before the bands
    std::vector<Tone> tones;
    std::string name; ///< of a preset of the user
};
Curve factoryCurve(const ModelRow &model, std::uint8_t preset);
/// The loudest point in decibels, with the gain before the bands.
double loudestOf(const ModelRow &model, const Curve &curve);

/// An amp of FiiO, JadeAudio or SNOWSKY with the framed HID protocol. Says every fifth answer twice and every seventh late; loses packets that come
/// too soon; takes bands only while a preset of the user is active.
class FiioAmp final : public ForeignAmp {
public:
    FiioAmp(const ModelRow &model, const std::string &serialNumber, std::uint32_t seed);

    const UsbFace &face() const override { return m_face; }
    void receive(std::span<const std::uint8_t> data, std::int64_t now) override;
    std::vector<std::uint8_t> take(std::int64_t now) override;
    std::optional<std::int64_t> nextDue() const override;
    bool isOnBus(std::int64_t now) const override;
    void lineReset() override;
    QJsonObject act(const QJsonObject &request, std::int64_t now) override;
    QJsonObject truth() const override;
    double level() const override { return m_level; }

private:
    void begin();
    double computeLevel() const;
    void answerGet(const Packet &packet, std::int64_t now);
    std::optional<Data> valueOf(const Packet &packet) const;
    std::optional<Data> equalizerValueOf(const Packet &packet) const;
    Data bandData(std::uint8_t index) const;
    Data gainData() const;
    std::optional<Data> nameData(std::uint8_t slot) const;
    void set(const Packet &packet, std::int64_t now);
    void setEqualizer(const Packet &packet);
    void setByte(std::uint8_t command, std::uint8_t value);
    void setBand(const Data &data);
    void setName(const Data &data);
    void select(std::uint8_t preset);
    void store(std::uint8_t preset, std::int64_t now);
    void resetAll();
    void echo(const Packet &packet, std::int64_t now);
    void say(std::int64_t at, Data report);
    bool takesEqualizer() const;
    int told(int qHundredths) const;

    const ModelRow &m_model;
    UsbFace m_face;
    Outbox m_outbox;
    std::map<std::uint8_t, Curve> m_stored; ///< by preset
    Curve m_working;
    std::uint8_t m_active = 0, m_count = 0, m_volume = 0, m_filter = 1, m_left = 0, m_right = 0;
    bool m_on = true;
    double m_level = 0; ///< of what it holds now; asked for much more often than it changes

    struct Saying {
        std::int64_t at;
        Data report;
    };
    std::deque<Saying> m_saying;                                             ///< by time
    std::int64_t m_lastTaken = -1'000'000'000, m_awayFrom = 0, m_backAt = 0; ///< m_backAt 0: it stays
    int m_answers = 0, m_echoes = 0, m_stores = 0, m_lost = 0, m_resets = 0;
    bool m_away = false, m_silent = false, m_calm = false, m_deaf = false, m_plain = false;
};

} // namespace gainstage::sim::fiio
