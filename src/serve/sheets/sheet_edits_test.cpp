#include "serve/sheets/sheet_edits.hpp"

#include "serve/workspace/study_folder_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace tarazy::sheet_edits_test {
namespace {

class SheetEdits : public testing::Test {
protected:
    SheetEdits() { folder_.write("data/t.csv", before_); }
    DoneAct change(const std::string& row, const std::string& seen, const std::string& text,
                   const std::string& file = "data/t.csv") {
        return change_cells(study_, {"A", "tab"}, "cases", "cell", {{file, {{"id", row}}, "x", seen, text}});
    }
    [[nodiscard]] std::string now() const { return folder_.bytes("data/t.csv"); }

    const std::string before_ = "id,x\na,1\nb,\"two, or 3\"\n";
    testing_serve::StudyFolder folder_;
    Workspace workspace_{folder_.path("w.sqlite")};
    ServedStudy study_{folder_.path(), folder_.path("study.toml"), &workspace_};
};

int refused(const std::function<void()>& ask) {
    try {
        ask();
    } catch (const RefusedRequest& error) {
        return error.status;
    }
    return 200;
}

TEST_F(SheetEdits, GoIntoTheFileAndTheLogAndBack) {
    change("a", "1", "0.67");
    EXPECT_EQ(now(), "id,x\na,0.67\nb,\"two, or 3\"\n");
    change("b", "two, or 3", "");
    EXPECT_EQ(now(), "id,x\na,0.67\nb,\n");
    EXPECT_TRUE(turn_cells(study_, {"A", "tab"}, "cases", {}, false));
    EXPECT_TRUE(turn_cells(study_, {"A", "tab"}, "cases", {}, false));
    EXPECT_EQ(now(), before_);
    EXPECT_FALSE(turn_cells(study_, {"A", "tab"}, "cases", {}, false));
    EXPECT_TRUE(turn_cells(study_, {"A", "tab"}, "cases", {}, true));
    EXPECT_EQ(now(), "id,x\na,0.67\nb,\"two, or 3\"\n");
}

TEST_F(SheetEdits, WhatChangedMeanwhileIsNotOverwritten) {
    EXPECT_EQ(refused([&] { change("a", "2", "3"); }), 409);
    change("a", "1", "3");
    folder_.write("data/t.csv", "id,x\na,changed by hand\n");
    EXPECT_EQ(refused([&] { (void)turn_cells(study_, {"A", "tab"}, "cases", {}, false); }), 409);
    EXPECT_EQ(now(), "id,x\na,changed by hand\n");
    EXPECT_EQ(refused([&] { change("z", "", "3"); }), 404);
}

TEST_F(SheetEdits, NothingOutsideOfTheStudyIsWritten) {
    EXPECT_EQ(refused([&] { change("a", "1", "3", "../t.csv"); }), 403);
    EXPECT_EQ(refused([&] { change("a", "1", "3", "study.toml"); }), 403);
    std::filesystem::create_symlink("/etc/hostname", folder_.path("data/link.csv"));
    EXPECT_EQ(refused([&] { change("a", "1", "3", "data/link.csv"); }), 403);
}

TEST_F(SheetEdits, AKillBetweenLogAndFileIsMadeGood) {
    const DoneAct done = change("a", "1", "3");
    folder_.write("data/t.csv", before_);
    settle_cells(study_, "cases");
    EXPECT_EQ(now(), before_) << "restored by hand, not killed";
    workspace_.annotate(done.number, done.note);  // as it is before the file is written
    settle_cells(study_, "cases");
    EXPECT_EQ(now(), "id,x\na,3\nb,\"two, or 3\"\n");
}

TEST_F(SheetEdits, AreReadFromRequests) {
    const nlohmann::json body = {
        {"cells", {{{"file", "f"}, {"row", {{"id", "a"}}}, {"column", "x"}, {"seen", "1"}, {"text", "2"}}}}};
    EXPECT_EQ(refused([&] { (void)sheet_edits_of(body, "cells"); }), 400) << "a row is a list of pairs";
    EXPECT_EQ(refused([&] { (void)sheet_edits_of(body, "none"); }), 400);
}

}  // namespace
}  // namespace tarazy::sheet_edits_test
