#include "serve/workspace/open_workspaces.hpp"

#include "serve/workspace/study_folder_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::open_workspaces_test {
namespace {

TEST(OpenWorkspaces, EachIsOpenedOnce) {
    const testing_serve::StudyFolder folder;
    OpenWorkspaces open;
    Workspace& one = open.of(folder.path("a.sqlite"));
    EXPECT_EQ(&open.of(folder.path("a.sqlite")), &one);
    EXPECT_NE(&open.of(folder.path("b.sqlite")), &one);
}

}  // namespace
}  // namespace tarazy::open_workspaces_test
