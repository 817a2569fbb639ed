#include "serve/coding/code_tree.hpp"

#include "serve/request.hpp"
#include "serve/workspace/study_folder_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy::code_tree_test {
namespace {

const ActingPerson coder{"A", "tab"};

class CodeTree : public testing::Test {
protected:
    std::string add(const std::string& name, const std::string& parent = "") {
        return act([&](const WorkspaceView& view) {
                   return create_code(view, {"", 0, name, parent, "", "", ""});
               })
            .changes.at(0)
            .key;
    }
    std::string mark(const std::string& code, std::size_t start, const std::string& memo = "") {
        const std::string key = "c" + std::to_string(workspace_.last_change() + 1);
        act([&](const WorkspaceView&) {
            return ProposedAct{
                {{"coding", key, entry_value(StoredCoding{key, 0, "d", start, start + 5, "A", code, memo})}}, "code"};
        });
        return key;
    }
    template <class Propose>
    DoneAct act(const Propose& propose) {
        return workspace_.act(coder, "coding", propose);
    }
    [[nodiscard]] std::string tree() const {
        std::string text;
        workspace_.read([&](const WorkspaceView& view) {
            const std::vector<TreeCode> codes = tree_codes(view);
            for (const TreeCode& code : codes) {
                const auto parent = std::ranges::find(codes, code.parent, &TreeCode::key);
                text += (parent == codes.end() ? "" : parent->code + "/") + code.code + " ";
            }
            for (const Segment& one : named_segments(stored_codings(view), codes))
                text +=
                    one.code + "@" + std::to_string(one.start) + (one.memo.empty() ? "" : "(" + one.memo + ")") + " ";
        });
        return text;
    }
    void undo_all_and_back() {
        const std::string now = tree();
        int undone = 0;
        while (workspace_.undo(coder, "coding")) ++undone;
        EXPECT_EQ(tree(), "");
        for (; undone > 0; --undone) EXPECT_TRUE(workspace_.redo(coder, "coding"));
        EXPECT_EQ(tree(), now);
    }

private:
    testing_serve::StudyFolder folder_;
    Workspace workspace_{folder_.path("w.sqlite")};
};

TEST_F(CodeTree, RenamingKeepsCodings) {
    const std::string peace = add("peace");
    mark(peace, 0);
    act([&](const WorkspaceView& view) { return change_code(view, {peace, 1, "pax"}); });
    EXPECT_EQ(tree(), "pax pax@0 ");
    EXPECT_THROW(act([&](const WorkspaceView& view) {
                     return change_code(view, {peace, 1, "x"});
                 }),
                 RefusedRequest)
        << "another tab has renamed it";
    undo_all_and_back();
}

TEST_F(CodeTree, WhatCannotBeIsRefused) {
    const std::string top = add("top"), low = add("low", top);
    EXPECT_THROW(add("top"), RefusedRequest);
    EXPECT_THROW(add("  "), RefusedRequest);
    EXPECT_THROW(add("x", "k99"), RefusedRequest);
    EXPECT_THROW(act([&](const WorkspaceView& view) {
                     return change_code(view, {top, 1, {}, low});
                 }),
                 RefusedRequest)
        << "below itself";
    EXPECT_THROW(act([&](const WorkspaceView& view) {
                     return change_code(view, {top, 1, {}, {}, {}, "red"});
                 }),
                 RefusedRequest);
    EXPECT_THROW(act([&](const WorkspaceView& view) { return merge_codes(view, top, top); }), RefusedRequest);
    EXPECT_EQ(tree(), "top top/low ");
}

TEST_F(CodeTree, MergingKeepsEveryPlaceOnceAndEveryMemo) {
    const std::string one = add("one"), other = add("other"), low = add("low", one);
    mark(one, 0, "first");
    mark(one, 10);
    mark(other, 0, "second");
    act([&](const WorkspaceView& view) { return merge_codes(view, one, other); });
    EXPECT_EQ(tree(), "other other/low other@10 other@0(second\nfirst) ");
    undo_all_and_back();
    act([&](const WorkspaceView& view) { return merge_codes(view, other, low); });
    EXPECT_EQ(tree(), "low low@10 low@0(second\nfirst) ") << "what stood below takes its place";
}

TEST_F(CodeTree, SplittingMovesSomeCodings) {
    const std::string one = add("one");
    const std::string first = mark(one, 0);
    mark(one, 10);
    act([&](const WorkspaceView& view) { return split_code(view, one, {"", 0, "part", "", "", "", ""}, {first}); });
    EXPECT_EQ(tree(), "one part part@0 one@10 ");
    EXPECT_THROW(act([&](const WorkspaceView& view) {
                     return split_code(view, one, {"", 0, "p", "", "", "", ""}, {first});
                 }),
                 RefusedRequest)
        << "it has another code by now";
    undo_all_and_back();
}

TEST_F(CodeTree, DeletingTakesCodingsAlongAndUndoingBringsThemBack) {
    const std::string top = add("top"), middle = add("middle", top);
    add("low", middle);
    mark(middle, 0);
    mark(top, 7);
    act([&](const WorkspaceView& view) { return delete_code(view, middle); });
    EXPECT_EQ(tree(), "top top/low top@7 ");
    undo_all_and_back();
}

}  // namespace
}  // namespace tarazy::code_tree_test
