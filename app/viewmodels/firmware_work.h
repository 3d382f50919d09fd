// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/core/amps.h"
#include "app/core/firmware_updater.h"
#include "app/core/when_done.h"
#include "app/viewmodels/update_news.h"

namespace gainstage {

/// What is known and under way about one amp's firmware, in facts and not in words. It outlives the models of a page: an update goes on while another amp
/// is chosen or another language is spoken. The entry must outlive it.
class FirmwareWork : public QObject {
    Q_OBJECT
public:
    enum class Doing { Nothing, Reading, Checking, Updating, Confirming, Restoring };
    /// A file that was read once and checked against this amp.
    struct File {
        QString name;
        QByteArray bytes;
        firmware_file::Inspection inspection;
    };

    /// `folder` is the update journal's.
    FirmwareWork(const Amps::Entry &entry, const QString &folder, QObject *parent = nullptr);
    ~FirmwareWork() override;

    const Amps::Entry &entry() const { return m_entry; }
    Session &session() const { return *m_entry.session; }
    Doing doing() const { return m_doing; }
    bool isUpdating() const { return m_doing == Doing::Updating; }
    /// Whether the amp is there and can be asked.
    bool isReady() const;
    /// What the amp said last; nullopt before the first answer. Errc::Unsupported where its firmware cannot be updated.
    const std::optional<Result<FirmwareStatus>> &status() const { return m_status; }
    /// When status() was read.
    const QDateTime &statusTime() const { return m_statusTime; }
    /// An update of this amp whose end is not known; also while the amp is away.
    const std::optional<UpdateEntry> &interrupted() const { return m_interrupted; }
    const std::optional<File> &file() const { return m_file; }
    /// Why the last file could not be read or checked, or what was asked beside an update did not work.
    const std::optional<Error> &problem() const { return m_problem; }
    /// What is asked of the amp while an update runs, and afterwards in report().
    struct Plan {
        firmware_update::Kind kind = firmware_update::Kind::Install;
        QString from, to; ///< versions; empty where not known
    };
    const Plan &plan() const { return m_plan; }
    const UpdateNews::Newest &progress() const { return m_progress; }
    bool isCancelling() const { return m_cancel.stop_requested(); }
    /// How the last update ended, until it is dismissed.
    const std::optional<UpdateReport> &report() const { return m_report; }
    /// What became of putting the settings back; nullopt before it was tried.
    const std::optional<Result<void>> &restored() const { return m_restored; }

    /// Whether somebody looks: the amp is asked when somebody does, and when it comes back meanwhile.
    void setWatched(bool watched);
    void read();
    /// Reads the file and checks it against the amp.
    void choose(const QString &path);
    void dropFile();
    void install(firmware_file::Consent consent);
    void resume();
    void goBack(firmware_file::Consent consent);
    /// Does again what ended in report().
    void tryAgain();
    /// Keeps an image that is on trial.
    void confirm();
    /// Drops an interrupted update.
    void forget();
    /// Heeded as long as progress() says so.
    void cancel();
    void restore();
    void dismiss();

Q_SIGNALS:
    void changed();

private:
    using Update = std::function<UpdateReport(const FirmwareUpdater &, AmpLine &, const firmware_update::Listener &, const std::stop_token &)>;
    /// Has `job` done on the amp's thread, and hands what came of it to `then` on ours.
    template <typename T, typename Job, typename Then>
    void ask(Doing doing, Job job, Then then)
    {
        m_doing = doing;
        const auto answer = std::make_shared<Result<T>>(noAmp());
        auto work = [answer, job = std::move(job)](AmpLine &line) {
            if (line.amp())
                *answer = job(line);
        };
        whenDone(this, m_entry.session->maintain(std::move(work)), [this, answer, then = std::move(then)](const Result<void> &outcome) {
            m_doing = Doing::Nothing;
            then(outcome ? *answer : Result<T>(std::unexpected(outcome.error())));
            Q_EMIT changed();
        });
        Q_EMIT changed();
    }
    static std::unexpected<Error> noAmp();
    void run(Plan plan, Update update);
    void onEnded(const Result<UpdateReport> &outcome);
    void onLinkChanged();
    void look();
    QString runningVersion() const;
    void check(const QString &name, const QByteArray &bytes);

    const Amps::Entry &m_entry;
    FirmwareUpdater m_updater;
    UpdateJournal m_journal;
    bool m_watched = false, m_known = false;
    Doing m_doing = Doing::Nothing;
    std::optional<Result<FirmwareStatus>> m_status;
    QDateTime m_statusTime;
    Identity m_identity; ///< of the amp that status and file are about
    std::optional<UpdateEntry> m_interrupted;
    std::optional<File> m_file;
    std::optional<Error> m_problem;
    std::shared_ptr<UpdateNews> m_news;
    UpdateNews::Newest m_progress;
    std::stop_source m_cancel;
    Plan m_plan;
    Update m_last;
    std::optional<UpdateReport> m_report;
    std::optional<Result<void>> m_restored;
};

} // namespace gainstage
