// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/viewmodels/firmware_work.h"
#include "app/viewmodels/link_state.h"

namespace gainstage {

/// The Firmware page in words: what runs, the file that was chosen with every check, the update under way, and how it ended. The work must outlive it.
class FirmwareModel : public QObject {
    Q_OBJECT
public:
    enum class View {
        Away,        ///< the amp cannot be asked; link() says why
        Unsupported, ///< its firmware cannot be updated
        Reading,     ///< asked, not answered yet
        Unreadable,  ///< problem() says why
        Showing,
        Updating,
    };
    enum class Mark { Passed, Attention, Refused, Unknown, Now, ToCome };
    struct Row {
        QString name, value;
        friend bool operator==(const Row &, const Row &) = default;
    };
    /// One check or one step. `detail` is for who wants to know more.
    struct Item {
        Mark mark = Mark::ToCome;
        QString text, verdict, remark, detail;
        friend bool operator==(const Item &, const Item &) = default;
    };
    struct Chosen {
        QString name, versions;
        std::vector<Item> checks;
        QString notes;
        bool isAcceptable = false;
        QString consent;  ///< what has to be agreed to before it is installed; empty where nothing
        QString install;  ///< the button
        QString obstacle; ///< why it is not installed, or not now
    };
    struct Running {
        QString title;
        std::vector<Item> steps;
        std::optional<int> percent; ///< of the upload
        QString percentText;        ///< "42 %"
        QString figures;            ///< "412 KiB of 806 KiB · 48 KiB/s · about 9 s left"
        QString away;               ///< the amp does not answer at the moment, and what this means
        QString note;               ///< why it cannot be cancelled, or what cancelling means
        bool canCancel = false, isCancelling = false;
    };
    struct Difference {
        QString setting, before, after;
        friend bool operator==(const Difference &, const Difference &) = default;
    };
    struct Ended {
        enum class Kind { Good, Bad, Open };
        Kind kind = Kind::Open;
        QString title;
        QStringList paragraphs, notes; ///< notes: what did not work and did not matter
        std::vector<Difference> differences;
        bool canRestore = false, isRestoring = false, isRestored = false;
        QString restoreProblem;
        bool canRetry = false, needsHelp = false;
    };
    struct Interrupted {
        QString title, details;
        bool canDrop = false;
    };

    FirmwareModel(FirmwareWork &work, const QLocale &locale, QObject *parent = nullptr);

    View view() const;
    LinkState link() const;
    /// Why nothing can be said of the amp's firmware, or why the last thing asked for was not done.
    QString problem() const;
    bool isUpdating() const { return m_work.isUpdating(); }
    /// Whether asking can be repeated and buttons work: nothing else is being asked.
    bool isIdle() const { return m_work.isReady() && m_work.doing() == FirmwareWork::Doing::Nothing; }
    bool isChecking() const { return m_work.doing() == FirmwareWork::Doing::Checking; }
    std::vector<Row> rows() const;
    bool isOnTrial() const;
    QString trialText() const;
    /// What is asked before goBack(); empty where there is no way back.
    QString goBackQuestion() const;
    /// Version that the amp can be brought back to; empty where there is none.
    QString versionBefore() const;
    std::optional<Interrupted> interrupted() const;
    std::optional<Chosen> chosen() const;
    std::optional<Running> running() const;
    std::optional<Ended> ended() const;
    QStringList recovery() const;
    /// For the page's entry in the left column: "42 %", "interrupted", "on trial"; or empty.
    QString remark() const;

    void setWatched(bool watched) { m_work.setWatched(watched); }
    void read() { m_work.read(); }
    void choose(const QString &path) { m_work.choose(path); }
    void dropFile() { m_work.dropFile(); }
    /// `agreed`: to what chosen() asks consent for.
    void install(bool agreed);
    void resume() { m_work.resume(); }
    void drop() { m_work.forget(); }
    void keep() { m_work.confirm(); }
    /// To versionBefore(); the caller has asked goBackQuestion().
    void goBack();
    void cancel() { m_work.cancel(); }
    void restore() { m_work.restore(); }
    void tryAgain() { m_work.tryAgain(); }
    void dismiss() { m_work.dismiss(); }

Q_SIGNALS:
    void changed();

private:
    const FirmwareStatus *status() const;
    QString runningVersion() const;
    QString figures() const;
    std::vector<Item> steps() const;
    std::vector<Item> checks(const firmware_file::Inspection &inspection, const QString &to) const;
    std::vector<Difference> differences(const UpdateReport &report) const;

    FirmwareWork &m_work;
    QLocale m_locale;
};

} // namespace gainstage
