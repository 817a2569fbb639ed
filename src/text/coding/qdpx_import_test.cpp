#include "text/coding/qdpx_import.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>
#include <algorithm>

namespace tarazy::qdpx_import_test {
namespace {

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

/// A project of one text and the given selections.
QdpxArchive small_project(const std::string& selections, const std::string& text = "one two three") {
    return {
        "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\"><Users><User guid=\"U\" name=\"A\"/></Users>"
        "<CodeBook><Codes><Code guid=\"C\" name=\"x\" isCodable=\"true\"/></Codes></CodeBook><Sources>"
        "<TextSource guid=\"T\" name=\"d\" plainTextPath=\"internal://T.txt\" creatingUser=\"U\">" +
            selections + "</TextSource></Sources></Project>",
        {{"Sources/T.txt", text}}};
}

std::string selection(int start, int end,
                      const std::string& inside = "<Coding guid=\"G\"><CodeRef targetGUID=\"c\"/></Coding>") {
    return "<PlainTextSelection guid=\"S\" startPosition=\"" + std::to_string(start) + "\" endPosition=\"" +
           std::to_string(end) + "\">" + inside + "</PlainTextSelection>\n";
}

TEST(QdpxImport, TheSampleGivesItsSegments) {
    const QdpxReading reading =
        read_qdpx_project(read_qdpx(read_file(testdata + "sample.qdpx"), "sample.qdpx"), "sample.qdpx");
    auto found = reading.project.segments, expected = read_segments(read_table(testdata + "sample_segments.csv"));
    std::ranges::sort(found);
    std::ranges::sort(expected);
    EXPECT_EQ(found, expected);
    EXPECT_EQ(reading.ends.reading, SelectionEnds::exclusive);
    EXPECT_TRUE(reading.warnings.empty()) << reading.warnings.front();
    ASSERT_EQ(reading.project.codes.size(), 4u);
    EXPECT_EQ(reading.project.codes[1].code, "hedging");
    EXPECT_EQ(reading.project.codes[1].parent, "balance");
}

TEST(QdpxImport, InclusiveEndsAreFoundAndTold) {
    const QdpxReading reading = read_qdpx_project(small_project(selection(0, 2) + selection(4, 6)), "p");
    EXPECT_EQ(reading.ends.reading, SelectionEnds::inclusive);
    ASSERT_EQ(reading.project.segments.size(), 2u);
    EXPECT_EQ(reading.project.segments[0].end, 3u);
    ASSERT_EQ(reading.warnings.size(), 1u);
    EXPECT_NE(reading.warnings[0].find("last characters: 2 selections"), std::string::npos);
    const QdpxReading said = read_qdpx_project(small_project(selection(0, 2)), "p", SelectionEnds::exclusive);
    EXPECT_EQ(said.project.segments[0].end, 2u);
}

TEST(QdpxImport, WhatMayShiftPositionsIsToldOnce) {
    const QdpxReading reading = read_qdpx_project(small_project(selection(0, 3), "\xEF\xBB\xBFone two\r\nthree"), "p");
    ASSERT_EQ(reading.notes.size(), 2u);
    EXPECT_TRUE(reading.notes[0].starts_with("1 text begins with a byte order mark")) << reading.notes[0];
    EXPECT_TRUE(reading.notes[1].starts_with("1 text has line ends of two characters")) << reading.notes[1];
}

// What was seen: QualCoder writes texts with CR LF "for MAXQDA" and positions that count such an end as one character.
TEST(QdpxImport, LineEndsThatCountAsOneCharacterShiftNothing) {
    const std::string text = "one two\r\nthree four\r\nfive";
    const QdpxReading reading = read_qdpx_project(small_project(selection(8, 13) + selection(19, 23), text), "p");
    EXPECT_EQ(reading.line_ends.counting, LineEndCounting::one);
    ASSERT_EQ(reading.project.segments.size(), 2u);
    EXPECT_EQ(text.substr(reading.project.segments[0].start, 5), "three");
    EXPECT_EQ(text.substr(reading.project.segments[1].start), "five");
    EXPECT_EQ(reading.out_of_range, 0u);
    const QdpxReading two = read_qdpx_project(small_project(selection(9, 14) + selection(21, 25), text), "p");
    EXPECT_EQ(two.line_ends.counting, LineEndCounting::two);
    EXPECT_EQ(text.substr(two.project.segments[1].start), "five");
}

TEST(QdpxImport, WhatLiesOutsideIsToldAndLeftOut) {
    const QdpxReading reading = read_qdpx_project(
        small_project(selection(0, 3) + selection(4, 99) + selection(-1, 2) + selection(5, 5) + selection(8, 13)), "p");
    EXPECT_EQ(reading.project.segments.size(), 2u);
    EXPECT_EQ(reading.out_of_range, 3u);
    EXPECT_NE(reading.warnings[0].find("[4, 99) is empty or outside of its text of 13 code points"), std::string::npos);
}

TEST(QdpxImport, OverlapsMemosAndUncodedSelections) {
    const QdpxReading reading = read_qdpx_project(
        small_project(
            selection(0, 7) +
            selection(4, 13,
                      "<Description>a memo</Description><Coding guid=\"G\"><CodeRef targetGUID=\"{C}\"/></Coding>") +
            selection(0, 3, "")),
        "p");
    EXPECT_EQ(reading.project.segments[1].memo, "a memo");
    EXPECT_EQ(reading.project.segments[1].coder, "A") << "the one who made the source";
    std::string notes;
    for (const std::string& note : reading.notes) notes += note + '\n';
    EXPECT_NE(notes.find("1 segments overlap"), std::string::npos) << notes;
    EXPECT_NE(notes.find("1 x selection without a code"), std::string::npos) << notes;
}

TEST(QdpxImport, CodesOfOneNameAreToldApartByTheirPaths) {
    const QdpxArchive archive{
        "<Project name=\"p\"><CodeBook><Codes><Code guid=\"A\" name=\"war\" isCodable=\"true\"><Code guid=\"B\" "
        "name=\"cost\" isCodable=\"true\"/></Code><Code guid=\"C\" name=\"peace\" isCodable=\"true\"><Code guid=\"D\" "
        "name=\"cost\" isCodable=\"false\"/></Code></Codes></CodeBook></Project>",
        {}};
    const QdpxReading reading = read_qdpx_project(archive, "p");
    EXPECT_EQ(reading.project.codes[1].code, "war/cost");
    EXPECT_EQ(reading.project.codes[3].code, "peace/cost");
    EXPECT_FALSE(reading.project.codes[3].codable);
}

TEST(QdpxImport, FaultsAreNamed) {
    EXPECT_THROW((void)read_qdpx_project(
                     small_project("<PlainTextSelection guid=\"S\" startPosition=\"x\" endPosition=\"2\"/>"), "p"),
                 InputError);
    EXPECT_THROW((void)read_qdpx_project(small_project(selection(0, 1), "\xFF\xFE"), "p"), InputError);
    QdpxArchive without = small_project(selection(0, 3));
    without.files.clear();
    const QdpxReading reading = read_qdpx_project(without, "p");
    EXPECT_TRUE(reading.project.segments.empty());
    EXPECT_NE(reading.warnings[0].find("is not in the archive"), std::string::npos);
    const QdpxReading stray = read_qdpx_project(
        small_project(selection(0, 3, "<Coding guid=\"G\"><CodeRef targetGUID=\"nowhere\"/></Coding>")), "p");
    EXPECT_NE(stray.warnings[0].find("refers to no code"), std::string::npos);
    QdpxArchive other = small_project("");
    other.project.insert(other.project.find("<TextSource"), "<PDFSource guid=\"P\"/><PictureSource guid=\"Q\"/>");
    EXPECT_EQ(read_qdpx_project(other, "p").notes.size(), 2u);
}

}  // namespace
}  // namespace tarazy::qdpx_import_test
