#include "serve/study/study_history.hpp"

#include "io/atomic_file.hpp"
#include "io/disk_error.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

namespace study_history_test {
namespace {

using namespace tarazy;
namespace fs = std::filesystem;

class StudyHistory : public testing::Test {
protected:
    void SetUp() override {
        folder = fs::canonical(testing::TempDir()) / "study_history";
        fs::remove_all(folder);
        fs::create_directories(folder);
        write_file_atomically((folder / "study.toml").string(), "# one\n");
        workspace = std::make_unique<Workspace>(workspace_path(folder.string()));
        study = {folder.string(), (folder / "study.toml").string(), workspace.get()};
    }
    void TearDown() override {
        workspace.reset();
        fs::remove_all(folder);
    }
    std::string text() const { return study_text_of(study.file).text; }
    void save(const std::string& now) { save_and_log(study, person, "text", study_text_of(study.file).version, now); }

    fs::path folder;
    std::unique_ptr<Workspace> workspace;
    ServedStudy study;
    ActingPerson person{"A", "t"};
};

TEST_F(StudyHistory, EveryChangeOfTheFileCanBeTakenBackAndMadeAgain) {
    save("# two\n");
    save("# three\n");
    EXPECT_EQ(step_back(study, person)->text, "# two\n");
    EXPECT_EQ(text(), "# two\n");
    EXPECT_EQ(step_back(study, person)->text, "# one\n");
    EXPECT_FALSE(step_back(study, person)) << "that is how it was found";
    EXPECT_EQ(text(), "# one\n");
    EXPECT_EQ(step_forward(study, person)->text, "# two\n");
    EXPECT_EQ(step_forward(study, person)->text, "# three\n");
    EXPECT_FALSE(step_forward(study, person));
}

TEST_F(StudyHistory, WhatAnotherProgramWroteIsNotOverwritten) {
    save("# two\n");
    write_file_atomically(study.file, "# by hand\n");
    EXPECT_THROW((void)step_back(study, person), RefusedRequest);
    EXPECT_EQ(text(), "# by hand\n");
    save("# three\n");
    EXPECT_EQ(step_back(study, person)->text, "# by hand\n");
}

/// The log and the file as a kill leaves them between the two.
void log_only(Workspace& workspace, const StudyText& now, const std::string& text) {
    workspace.act({"A", "t"}, "study", [&](const WorkspaceView&) {
        ProposedAct act{{}, "text", "{\"before\":\"" + now.version + "\"}"};
        act.edits.push_back({"study_file", "study.toml", nlohmann::json(text).dump(), {}});
        return act;
    });
}

TEST_F(StudyHistory, AKillBetweenTheLogAndTheFileIsFinished) {
    save("# two\n");
    log_only(*workspace, study_text_of(study.file), "# three\n");
    settle_text(study);
    EXPECT_EQ(text(), "# three\n");
    EXPECT_EQ(step_back(study, person)->text, "# two\n");
    log_only(*workspace, study_text_of(study.file), "# four\n");
    write_file_atomically(study.file, "# by hand\n");
    settle_text(study);
    EXPECT_EQ(text(), "# by hand\n") << "somebody has changed the file since";
    EXPECT_THROW((void)step_back(study, person), RefusedRequest) << "they do not agree, and it is said";
}

TEST_F(StudyHistory, AfterAKillAtAnyMomentLogAndFileAgree) {
    save("# 0\n");
    std::string former = text();
    int changed = 0;
    for (int round = 0; round < 40; ++round) {
        workspace.reset();
        const pid_t child = ::fork();
        if (child == 0) {
            Workspace own(workspace_path(folder.string()));
            const ServedStudy here = {study.folder, study.file, &own};
            for (int step = 1;; ++step) {
                const std::string now = "# " + std::to_string(round) + '.' + std::to_string(step) + "\n";
                (void)save_and_log(here, person, "text", study_text_of(here.file).version, now);
                (void)step_back(here, person);
                (void)step_forward(here, person);
            }
        }
        std::this_thread::sleep_for(std::chrono::microseconds(3000 + (round * 7919) % 30000));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "round " << round;
        workspace = std::make_unique<Workspace>(workspace_path(folder.string()));
        study.workspace = workspace.get();
        settle_text(study);
        ASSERT_EQ(nlohmann::json::parse(workspace->entry("study_file", "study.toml")->value), text()) << round;
        changed += text() != former ? 1 : 0;
        former = text();
    }
    EXPECT_GE(changed, 5) << "the rounds must not be killed before they write";
}

TEST_F(StudyHistory, WhatCannotBeWrittenIsNotInTheLogEither) {
    save("# two\n");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    // More than the log may have: the text of three megabytes is refused by the limit, and the log before it.
    const rlimit tight{1 << 20, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    int reason = 0;
    try {
        save("# " + std::string(3 << 20, 'x') + "\n");
    } catch (const DiskError& error) {
        reason = error.reason;
    }
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_TRUE(reason == EFBIG || reason == ENOSPC || reason == EIO) << reason;
    EXPECT_EQ(text(), "# two\n");
    settle_text(study);
    EXPECT_EQ(text(), "# two\n");
    EXPECT_EQ(step_back(study, person)->text, "# one\n");
}

TEST_F(StudyHistory, WithoutAWorkspaceTheFileIsSavedAndItIsSaid) {
    study.workspace = nullptr;
    study.no_workspace = "it is of version 9";
    const SavedText saved = save_and_log(study, person, "text", study_text_of(study.file).version, "# two\n");
    EXPECT_EQ(saved.no_history, "it is of version 9");
    EXPECT_EQ(text(), "# two\n");
    EXPECT_THROW((void)step_back(study, person), RefusedRequest);
}

TEST_F(StudyHistory, ADamagedWorkspaceKeepsNobodyFromSaving) {
    for (int i = 0; i < 50; ++i) save("# " + std::string(2000, 'x') + std::to_string(i) + "\n");
    workspace.reset();
    const std::string path = workspace_path(folder.string());
    std::string bytes = read_file(path);
    for (std::size_t at = 4096; at < bytes.size(); ++at) bytes[at] = 'x';
    write_file_atomically(path, bytes);
    fs::remove(path + "-wal");
    workspace = std::make_unique<Workspace>(path);
    study.workspace = workspace.get();
    const SavedText saved = save_and_log(study, person, "text", study_text_of(study.file).version, "# two\n");
    EXPECT_FALSE(saved.no_history.empty());
    EXPECT_EQ(text(), "# two\n");
    EXPECT_EQ(read_file(path).substr(4096), bytes.substr(4096)) << "nothing of it is overwritten";
}

TEST_F(StudyHistory, ADraftOutlivesTheServer) {
    EXPECT_FALSE(draft_of(*workspace));
    for (const char* typed : {"# t", "# ty", "# typ"}) keep_draft(*workspace, person, {typed, "v1"});
    workspace.reset();
    workspace = std::make_unique<Workspace>(workspace_path(folder.string()));
    ASSERT_TRUE(draft_of(*workspace));
    EXPECT_EQ(draft_of(*workspace)->text, "# typ");
    EXPECT_EQ(draft_of(*workspace)->version, "v1");
    keep_draft(*workspace, {"A", "other"}, {"# of another tab", "v1"});
    drop_draft(*workspace, person, "# saved");
    EXPECT_EQ(draft_of(*workspace)->text, "# of another tab") << "what another tab types stays";
    drop_draft(*workspace, person, "# of another tab");
    drop_draft(*workspace, person, "");
    EXPECT_FALSE(draft_of(*workspace));
}

}  // namespace
}  // namespace study_history_test
