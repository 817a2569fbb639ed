#include "serve/workspace/workspace_layout.hpp"

#include "ledger/sqlite.hpp"
#include "text/coding/workspace_codings.hpp"

#include <gtest/gtest.h>

namespace tarazy::workspace_layout_test {
namespace {

TEST(WorkspaceLayout, ItsNumbersAreThoseOfTheProgram) {
    Database database = Database::in_memory();
    database.run(workspace_layout());
    for (const auto& [pragma, expected] : {std::pair{"PRAGMA application_id", study_workspace_file_id},
                                           std::pair{"PRAGMA user_version", workspace_version}}) {
        Statement query(database, pragma);
        ASSERT_TRUE(query.next());
        EXPECT_EQ(query.integer(0), expected) << pragma;
    }
}

}  // namespace
}  // namespace tarazy::workspace_layout_test
