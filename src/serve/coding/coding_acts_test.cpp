#include "serve/coding/coding_acts.hpp"

#include "serve/coding/coding_pages_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy::coding_acts_test {
namespace {

using testing_serve::CodingPages;

int status_of(const std::function<void()>& ask) {
    try {
        ask();
    } catch (const RefusedRequest& refused) {
        return refused.status;
    }
    return 200;
}

TEST(CodingActs, TwoTabsNeverOverwriteOneAnother) {
    CodingPages pages;
    const auto coding = pages.mark("A", pages.code("peace"), 0, 8)["codings"][0];
    const auto memo = [&](int version) {
        pages.post("codings",
                   {{"who", "A"}, {"edit", {{{"key", coding["key"]}, {"version", version}, {"memo", "why"}}}}});
    };
    const int version = coding["version"];
    EXPECT_EQ(status_of([&] { memo(version); }), 200);
    EXPECT_EQ(status_of([&] { memo(version); }), 409);
}

TEST(CodingActs, WhatIsNotUnderstoodIsRefused) {
    CodingPages pages;
    EXPECT_EQ(status_of([&] { pages.post("code", {{"who", ""}, {"do", "create"}, {"code", "x"}}); }), 400);
    EXPECT_EQ(status_of([&] { pages.post("code", {{"who", "A"}, {"do", "burn"}, {"key", "k1"}}); }), 400);
    EXPECT_EQ(status_of([&] { pages.post("codings", {{"who", "A"}, {"add", "all"}}); }), 400);
    EXPECT_EQ(status_of([&] { pages.post("coders", {{"who", "A"}, {"do", "blind"}, {"blind", "yes"}}); }), 200);
    EXPECT_EQ(status_of([&] { pages.mark("A", "k99", 0, 2); }), 404);
    EXPECT_EQ(status_of([&] { pages.mark("A", pages.code("x"), 3, 3000); }), 400);
    EXPECT_EQ(status_of([&] { pages.mark("A", pages.code("y"), 3, 5, "none"); }), 404);
    EXPECT_EQ(status_of([&] { pages.post("import", {{"who", "A"}, {"name", "x"}, {"content", "%%"}}); }), 400);
}

TEST(CodingActs, TypingIsOneAct) {
    CodingPages pages;
    const auto first = pages.post("memo", {{"who", "A"}, {"doc", "en"}, {"memo", "a"}, {"version", 0}});
    const auto second =
        pages.post("memo", {{"who", "A"}, {"doc", "en"}, {"memo", "ab"}, {"version", first["memo_version"]}});
    EXPECT_EQ(first["act"], second["act"]);
    EXPECT_EQ(pages.get("codings", {{"who", "A"}, {"doc", "en"}})["memo"], "ab");
    EXPECT_EQ(pages.get("codings", {{"who", "B"}, {"doc", "en"}})["memo"], "") << "memos are a coder's own";
    pages.post("undo", {{"who", "A"}});
    EXPECT_EQ(pages.get("codings", {{"who", "A"}, {"doc", "en"}})["memo"], "");
}

TEST(CodingActs, DocumentsAreGivenToCodersAndTakenBack) {
    CodingPages pages;
    pages.post("coders", {{"who", "A"}, {"do", "give"}, {"coders", {"A", "B"}}, {"double", 1.0}, {"seed", 3}});
    EXPECT_EQ(pages.get("desk", {{"who", "A"}})["coders"]["tasks"].size(), 4u);
    pages.post("undo", {{"who", "A"}});
    EXPECT_EQ(pages.get("desk", {{"who", "A"}})["coders"]["tasks"].size(), 0u);
}

TEST(CodingActs, TablesAreWrittenIntoTheStudy) {
    CodingPages pages;
    pages.mark("A", pages.code("peace"), 0, 8);
    const auto answer = pages.post("tables", {{"who", "A"}});
    EXPECT_EQ(answer["files"][0], "codings/segments.csv");
    EXPECT_EQ(pages.folder.bytes("codings/segments.csv"), "doc,start,end,coder,code,memo\nen,0,8,A,peace,\n");
    EXPECT_EQ(pages.folder.bytes("codings/codebook.csv").substr(0, 11), "code,parent");
}

}  // namespace
}  // namespace tarazy::coding_acts_test
