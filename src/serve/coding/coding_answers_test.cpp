#include "serve/coding/coding_answers.hpp"

#include "serve/coding/coding_pages_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy::coding_answers_test {
namespace {

using testing_serve::CodingPages;

TEST(CodingAnswers, TheDeskHasDocumentsCodesAndCoders) {
    CodingPages pages;
    pages.mark("A", pages.code("peace"), 0, 8);
    const auto desk = pages.get("desk", {{"who", "A"}});
    EXPECT_EQ(desk["from"], "documents/");
    EXPECT_EQ(desk["documents"].size(), 2u);
    EXPECT_EQ(desk["documents"][0]["id"], "en");
    EXPECT_EQ(desk["own"]["en"], 1);
    EXPECT_EQ(desk["codes"][0]["codings"], 1);
    EXPECT_EQ(pages.get("desk", {{"who", "A"}, {"find", "kk"}})["documents"].size(), 1u);
}

TEST(CodingAnswers, TextsComeInPiecesOfCodePoints) {
    CodingPages pages;
    const auto whole = pages.get("text", {{"doc", "kk"}});
    EXPECT_EQ(whole["length"], 49);
    EXPECT_EQ(whole["language"], "kk");
    const auto piece = pages.get("text", {{"doc", "kk"}, {"from", "27"}, {"count", "8"}});
    EXPECT_EQ(piece["text"], "😀 бейбіт");
    EXPECT_EQ(piece["to"], 35);
    EXPECT_THROW(pages.get("text", {{"doc", "../study"}}), RefusedRequest);
}

TEST(CodingAnswers, OthersAreHiddenWhileCodingIsBlind) {
    CodingPages pages;
    const std::string peace = pages.code("peace");
    pages.post("coders", {{"who", "A"}, {"do", "blind"}, {"blind", true}});
    pages.mark("A", peace, 0, 8);
    pages.mark("B", peace, 4, 8);
    const auto seen = [&](const std::string& who) {
        return pages.get("codings", {{"who", who}, {"doc", "en"}})["codings"].size();
    };
    EXPECT_EQ(seen("A"), 1u);
    EXPECT_TRUE(pages.get("differences", {{"who", "A"}, {"doc", "en"}, {"one", "A"}, {"other", "B"}})["hidden"]);
    EXPECT_EQ(pages.get("agreement", {{"who", "A"}})["rows"].size(), 0u);
    EXPECT_EQ(pages.get("log", {{"who", "B"}})["acts"].size(), 1u);
    pages.post("coders", {{"who", "A"}, {"do", "finish"}, {"doc", "en"}});
    EXPECT_EQ(seen("A"), 1u) << "B has not finished";
    EXPECT_THROW(pages.mark("A", peace, 9, 12), RefusedRequest) << "finished";
    pages.post("coders", {{"who", "B"}, {"do", "finish"}, {"doc", "en"}});
    EXPECT_EQ(seen("A"), 2u);
    EXPECT_EQ(seen("B"), 2u);
    const auto differences = pages.get("differences", {{"who", "A"}, {"doc", "en"}, {"one", "A"}, {"other", "B"}});
    EXPECT_EQ(differences["differences"][0]["kind"], "extent");
    const auto agreement = pages.get("agreement", {{"who", "A"}});
    EXPECT_EQ(agreement["documents"], 1);
    EXPECT_EQ(agreement["rows"][0]["value"], 50);
}

TEST(CodingAnswers, AnotherTabLearnsWhatChanged) {
    CodingPages pages;
    const std::string peace = pages.code("peace");
    const auto last = pages.get("changes", {{"who", "A"}})["standing"]["last"].get<int>();
    pages.mark("B", peace, 0, 8);
    const auto changes = pages.get("changes", {{"who", "A"}, {"after", std::to_string(last)}});
    EXPECT_EQ(changes["documents"], (std::vector<std::string>{"en"}));
    EXPECT_FALSE(changes["codes"].get<bool>());
}

TEST(CodingAnswers, SearchAndProject) {
    CodingPages pages;
    const auto finds = pages.get("search", {{"pattern", "CLOSED"}})["finds"];
    EXPECT_EQ(finds[0]["start"], 13);
    pages.mark("A", pages.code("peace"), 0, 8);
    const Answer project = pages.answer({"GET", "/api/coding/project", {{"who", "A"}}, "", "tab", {}});
    EXPECT_EQ(project.body.substr(0, 2), "PK");
    EXPECT_EQ(project.type, "application/octet-stream");
}

}  // namespace
}  // namespace tarazy::coding_answers_test
