#include "serve/workspace/workspace_view.hpp"

#include "serve/workspace/study_folder_test.hpp"
#include "serve/workspace/workspace.hpp"

#include <gtest/gtest.h>

namespace tarazy::workspace_view_test {
namespace {

TEST(WorkspaceView, FindsEntriesByDocumentAndCode) {
    const testing_serve::StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    workspace.act({"A", "t"}, "coding", [](const WorkspaceView&) {
        return ProposedAct{{{"coding", "c2", R"({"doc":"құжат","code":"k1"})"},
                            {"coding", "c1", R"({"doc":"құжат","code":"k2"})"},
                            {"coding", "c3", R"({"doc":"d","code":"k1"})"},
                            {"memo", "m", R"({"doc":"d"})"}},
                           "add"};
    });
    workspace.read([](const WorkspaceView& view) {
        EXPECT_EQ(view.entries("coding").size(), 3u);
        ASSERT_EQ(view.entries_of_document("coding", "құжат").size(), 2u);
        EXPECT_EQ(view.entries_of_document("coding", "құжат")[0].key, "c1");
        EXPECT_EQ(view.entries_of_code("coding", "k1").size(), 2u);
        EXPECT_EQ(view.entries_of_document("memo", "d").size(), 1u);
        EXPECT_FALSE(view.entry("coding", "c9"));
        EXPECT_EQ(view.changes_of(1).size(), 4u);
        EXPECT_EQ(view.changes_after(2).size(), 2u);
        EXPECT_EQ(view.to_undo("coding", "A")->number, 1);
        EXPECT_FALSE(view.to_undo("coding", "B"));
        EXPECT_FALSE(view.act(2));
    });
}

}  // namespace
}  // namespace tarazy::workspace_view_test
