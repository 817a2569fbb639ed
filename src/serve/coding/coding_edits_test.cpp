#include "serve/coding/coding_edits.hpp"

#include "serve/request.hpp"
#include "serve/workspace/study_folder_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::coding_edits_test {
namespace {

StudyDocuments two_documents() {
    StudyDocuments documents;
    documents.list = {{"a", "en", "", false, 10, "0123456789"}, {"b", "en", "", false, 3, "abc"}};
    documents.places = {{"a", 0}, {"b", 1}};
    return documents;
}

TEST(CodingEdits, OwnCodingsOnlyAndWithinTheText) {
    const testing_serve::StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    const StudyDocuments documents = two_documents();
    const auto edit = [&](const std::string& who, const std::vector<NewCoding>& added,
                          const std::vector<CodingEdit>& edited) {
        return workspace.act({who, "t"}, "coding", [&](const WorkspaceView& view) {
            return edit_codings(view, documents, who, added, edited);
        });
    };
    workspace.act({"A", "t"}, "coding", [](const WorkspaceView&) {
        return ProposedAct{{{"code", "k", entry_value(TreeCode{"k", 0, "x"})}}, "code"};
    });
    const DoneAct done = edit("A", {{"a", 0, 4, "k"}, {"b", 0, 3, "k"}}, {});
    ASSERT_EQ(done.changes.size(), 2u);
    EXPECT_EQ(edit("A", {{"a", 0, 4, "k"}}, {}).number, 0) << "it is coded so already";
    EXPECT_EQ(edit("B", {{"a", 0, 4, "k"}}, {}).changes.size(), 1u);
    const std::string key = done.changes[0].key;
    EXPECT_THROW(edit("B", {}, {{key, done.changes[0].number, {}, {}, {}, "mine"}}), RefusedRequest);
    EXPECT_THROW(edit("A", {}, {{key, done.changes[0].number, 5, 2}}), RefusedRequest);
    EXPECT_THROW(edit("A", {{"a", 5, 11, "k"}}, {}), RefusedRequest);
    CodingEdit removal{key, done.changes[0].number};
    removal.remove = true;
    EXPECT_EQ(edit("A", {}, {removal}).what, "remove_coding");
}

TEST(CodingEdits, AnEmptyMemoIsNone) {
    EXPECT_FALSE(note_on_document("A", "a", "", 1).edits.at(0).value);
    EXPECT_TRUE(note_on_document("A", "a", "x", 0).edits.at(0).value);
    EXPECT_NE(document_memo_key("A", "b"), document_memo_key("b", "A"));
}

}  // namespace
}  // namespace tarazy::coding_edits_test
