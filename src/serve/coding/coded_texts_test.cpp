#include "serve/coding/coded_texts.hpp"

#include "serve/coding/coding_pages_test.hpp"
#include "text/coding/qdpx_archive.hpp"
#include "text/coding/qdpx_import.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace tarazy::coded_texts_test {
namespace {

using testing_serve::CodingPages;

nlohmann::json codings_of(CodingPages& pages, const std::string& doc = "en") {
    return pages.get("codings", {{"who", "A"}, {"doc", doc}});
}

TEST(CodedTexts, ATextEditedAfterCodingShowsNoCodingAtAWrongPlace) {
    CodingPages pages;
    const std::string peace = pages.code("peace");
    pages.mark("A", peace, 0, 8);    // "The site", which will come twice
    pages.mark("A", peace, 38, 43);  // "peace"
    EXPECT_FALSE(codings_of(pages)["codings"][0].contains("where"));
    pages.folder.write("documents/en.txt", "😀 The site, The site was closed. Kazakhstan chose peace.\n");
    const auto now = codings_of(pages)["codings"];
    EXPECT_EQ(now[0]["where"], "lost");
    EXPECT_EQ(now[0]["words"], "The site");
    EXPECT_EQ(now[1]["where"], "moved");
    EXPECT_EQ(now[1]["words"], "peace");
    EXPECT_EQ(now[1]["start"], 50);
    EXPECT_EQ(pages.get("text", {{"doc", "en"}, {"from", "50"}, {"count", "5"}})["text"], "peace");
    EXPECT_EQ(pages.get("places", {{"who", "A"}, {"code", peace}})["all"], 1) << "the lost one has no place";
    pages.folder.write("documents/en.txt", "The site was closed. Kazakhstan chose peace.\n");
    EXPECT_FALSE(codings_of(pages)["codings"][0].contains("where")) << "the former text was put back";
}

TEST(CodedTexts, WordsThatStoodTwiceAreNotFoundAgainInTheOneThatIsLeft) {
    CodingPages pages;
    pages.folder.write("documents/en.txt", "peace and peace");
    pages.mark("A", pages.code("peace"), 0, 5);
    pages.folder.write("documents/en.txt", "war and peace");
    EXPECT_EQ(codings_of(pages)["codings"][0]["where"], "lost");
}

TEST(CodedTexts, APlaceThatIsKeptIsOneOfTheNewTextAndCanBeTakenBack) {
    CodingPages pages;
    const auto coding = pages.mark("A", pages.code("peace"), 38, 43)["codings"][0];
    pages.folder.write("documents/en.txt", "Kazakhstan chose peace.\n");
    const auto moved = codings_of(pages);
    const auto edit = [&](const std::string& hash) {
        return pages.post("codings", {{"who", "A"},
                                      {"edit",
                                       {{{"key", coding["key"]},
                                         {"version", coding["version"]},
                                         {"start", moved["codings"][0]["start"]},
                                         {"end", moved["codings"][0]["end"]},
                                         {"text", hash}}}}});
    };
    EXPECT_THROW(edit("0123"), RefusedRequest) << "a place that was seen in another text";
    edit(moved["hash"]);
    EXPECT_FALSE(codings_of(pages)["codings"][0].contains("where"));
    pages.post("undo", {{"who", "A"}});
    EXPECT_EQ(codings_of(pages)["codings"][0]["where"], "moved");
}

TEST(CodedTexts, AMemoOfALostCodingCanBeWritten) {
    CodingPages pages;
    const auto coding = pages.mark("A", pages.code("peace"), 38, 43)["codings"][0];
    pages.folder.write("documents/en.txt", "x");
    const auto done = pages.post(
        "codings",
        {{"who", "A"}, {"edit", {{{"key", coding["key"]}, {"version", coding["version"]}, {"memo", "why"}}}}});
    EXPECT_EQ(done["codings"][0]["where"], "lost");
    EXPECT_EQ(done["codings"][0]["words"], "peace");
}

TEST(CodedTexts, TheProjectHoldsWhatWasCoded) {
    CodingPages pages;
    const std::string peace = pages.code("peace");
    pages.mark("A", peace, 0, 8);
    pages.mark("A", peace, 0, 7, "kk");
    pages.folder.write("documents/en.txt", "Another text, and a shorter one.");
    std::filesystem::remove(pages.folder.path("documents/kk.txt"));
    const Answer answer = pages.answer({"GET", "/api/coding/project", {{"who", "A"}}, "", "tab", {}});
    const CodedProject project = read_qdpx_project(read_qdpx(answer.body, "p"), "p").project;
    ASSERT_EQ(project.segments.size(), 2u);
    for (const Segment& one : project.segments) {
        const auto document = std::ranges::find(project.documents, one.doc, &ProjectDocument::doc);
        ASSERT_NE(document, project.documents.end());
        const CodePointCuts cuts(document->text);
        EXPECT_EQ(cuts.cut(one.start, one.end), one.doc.starts_with("kk") ? "Полигон" : "The site");
    }
    const auto tables = pages.post("tables", {{"who", "A"}});
    EXPECT_EQ(tables["codings"], 0);
    EXPECT_EQ(tables["without_place"], 2);
}

TEST(CodedTexts, UndoingOfOneTakesNoTextFromAnother) {
    CodingPages pages;
    const std::string peace = pages.code("peace");
    pages.mark("A", peace, 38, 43);
    pages.mark("B", peace, 38, 43);
    pages.post("undo", {{"who", "A"}});
    pages.folder.write("documents/en.txt", "x");
    const auto seen = pages.get("codings", {{"who", "B"}, {"doc", "en"}})["codings"];
    EXPECT_EQ(seen[0]["words"], "peace");
}

TEST(CodedTexts, ThePageLearnsThatATextWasChanged) {
    CodingPages pages;
    const auto hash = [&] { return pages.get("changes", {{"who", "A"}, {"doc", "en"}})["hash"]; };
    const auto former = hash();
    EXPECT_EQ(former, pages.get("text", {{"doc", "en"}})["hash"]);
    pages.folder.write("documents/en.txt", "changed");
    EXPECT_NE(hash(), former);
    EXPECT_EQ(pages.get("changes", {{"who", "A"}, {"doc", "none"}})["hash"], nullptr);
}

}  // namespace
}  // namespace tarazy::coded_texts_test
