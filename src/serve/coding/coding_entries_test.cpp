#include "serve/coding/coding_entries.hpp"

#include "serve/workspace/study_folder_test.hpp"
#include "serve/workspace/workspace.hpp"

#include <gtest/gtest.h>

namespace tarazy::coding_entries_test {
namespace {

TEST(CodingEntries, ComeBackAsTheyWent) {
    const StoredCoding coding{"c1", 4, "құжат 1", 3, 9, "Айгүл", "k1", "бір\nескерту \"мен\""};
    const StoredCoding again = stored_coding({"coding", "c1", entry_value(coding), 4});
    EXPECT_EQ(again.doc, coding.doc);
    EXPECT_EQ(again.end, 9u);
    EXPECT_EQ(again.memo, coding.memo);
    EXPECT_EQ(again.version, 4);
    const TreeCode code{"k1", 2, "бейбітшілік", "k0", "what", "#112233", "why"};
    EXPECT_EQ(tree_code({"code", "k1", entry_value(code), 2}).description, "what");
    EXPECT_EQ(parts_of_key(entry_key({"a\",\"b", "c"})), (std::vector<std::string>{"a\",\"b", "c"}));
}

TEST(CodingEntries, TheTreeHasParentsBeforeChildren) {
    const testing_serve::StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    workspace.act({"A", "t"}, "coding", [](const WorkspaceView&) {
        return ProposedAct{{{"code", "k3", entry_value(TreeCode{"", 0, "a", "k1"})},
                            {"code", "k1", entry_value(TreeCode{"", 0, "z"})},
                            {"code", "k2", entry_value(TreeCode{"", 0, "m", "k9"})},
                            {"coding", "c1", entry_value(StoredCoding{"", 0, "d", 0, 4, "A", "k3", ""})}},
                           "add"};
    });
    workspace.read([](const WorkspaceView& view) {
        const std::vector<TreeCode> codes = tree_codes(view);
        ASSERT_EQ(codes.size(), 3u);
        EXPECT_EQ(codes[0].code, "m");
        EXPECT_EQ(codes[0].parent, "") << "a parent that is gone";
        EXPECT_EQ(codes[1].code, "z");
        EXPECT_EQ(codes[2].code, "a");
        EXPECT_EQ(named_segments(stored_codings(view), codes), (std::vector<Segment>{{"d", 0, 4, "A", "a", ""}}));
        EXPECT_EQ(codings_of_document(view, "d").size(), 1u);
    });
}

}  // namespace
}  // namespace tarazy::coding_entries_test
