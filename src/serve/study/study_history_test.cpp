#include "serve/study/study_history.hpp"

#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

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
