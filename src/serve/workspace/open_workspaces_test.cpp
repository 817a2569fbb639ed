#include "serve/workspace/open_workspaces.hpp"

#include "serve/workspace/study_folder_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace tarazy::open_workspaces_test {
namespace {

TEST(OpenWorkspaces, EachIsOpenedOnce) {
    const testing_serve::StudyFolder folder;
    OpenWorkspaces open;
    Workspace& one = open.of(folder.path("a.sqlite"));
    EXPECT_EQ(&open.of(folder.path("a.sqlite")), &one);
    EXPECT_NE(&open.of(folder.path("b.sqlite")), &one);
}

TEST(OpenWorkspaces, AFileThatWasReplacedIsOpenedAnew) {
    const testing_serve::StudyFolder folder;
    const std::string path = folder.path("a.sqlite");
    OpenWorkspaces open;
    const auto enter = [&](const std::string& key) {
        (void)open.of(path).act({"A", "t"}, "x", [&](const WorkspaceView&) {
            ProposedAct act;
            act.edits.push_back({"thing", key, "1", {}});
            act.what = "enter";
            return act;
        });
    };
    enter("one");
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path + ending);
    enter("two");
    const Workspace again(path);
    EXPECT_FALSE(again.entry("thing", "one")) << "it went with the file";
    EXPECT_TRUE(again.entry("thing", "two")) << "it is in the file that is there";
}

}  // namespace
}  // namespace tarazy::open_workspaces_test
