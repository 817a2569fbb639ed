#include "serve/workspace/field_drafts.hpp"

#include "serve/workspace/study_folder_test.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace tarazy::field_drafts_test {
namespace {

TEST(FieldDrafts, WhatWasTypedOutlivesTheServerAndIsOfOnePersonAndPage) {
    const testing_serve::StudyFolder folder;
    auto workspace = std::make_unique<Workspace>(folder.path("w.sqlite"));
    FieldDraft draft{"A", "cases", "KAZ NORM value", "", "0.5"};
    for (const char* typed : {"0", "0.", "0.7"}) {
        draft.text = typed;
        keep_field_draft(*workspace, "t", draft);
    }
    EXPECT_EQ(workspace->last_change(), 3);
    workspace = std::make_unique<Workspace>(folder.path("w.sqlite"));
    const auto drafts = field_drafts_of(*workspace, "A", "cases");
    ASSERT_EQ(drafts.size(), 1u);
    EXPECT_EQ(drafts[0].text, "0.7");
    EXPECT_EQ(drafts[0].seen, "0.5");
    EXPECT_TRUE(field_drafts_of(*workspace, "B", "cases").empty());
    EXPECT_TRUE(field_drafts_of(*workspace, "A", "evidence").empty());
    drop_field_draft(*workspace, "t", draft);
    EXPECT_TRUE(field_drafts_of(*workspace, "A", "cases").empty());
}

TEST(FieldDrafts, ThePageAsks) {
    const testing_serve::StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    const auto ask = [&](const std::string& method, const std::string& body) {
        Request request{method, "/api/drafts", {{"who", "A"}, {"page", "cases"}}, body, "t", {}};
        request.study.workspace = &workspace;
        for (const Route& route : field_draft_routes())
            if (route.method == method) return nlohmann::json::parse(route.handle(request).body);
        return nlohmann::json();
    };
    (void)ask("POST", R"({"who": "A", "page": "cases", "field": "f", "text": "typed", "seen": "was"})");
    EXPECT_EQ(ask("GET", "")["drafts"][0]["text"], "typed");
    EXPECT_EQ(ask("GET", "")["drafts"][0]["seen"], "was");
    (void)ask("POST", R"({"who": "A", "page": "cases", "field": "f", "text": null})");
    EXPECT_TRUE(ask("GET", "")["drafts"].empty());
}

}  // namespace
}  // namespace tarazy::field_drafts_test
