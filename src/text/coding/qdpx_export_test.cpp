#include "text/coding/qdpx_export.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>
#include <algorithm>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace tarazy::qdpx_export_test {
namespace {

const std::string sample_file = TARAZY_SOURCE_DIR "/src/text/testdata/sample.qdpx";

CodedProject own_project() {
    return {"Tepe-tenqdik",
            {{"war", "", "war", "fights & <threats>", "#FF0000", ""}, {"cost", "war", "cost", "", "", "", false}},
            {{"note", "Бейбіт ел.\r\nNo war at any cost.\n", ""}, {"empty", "", ""}},
            {{"note", 12, 18, "Coder A", "war", "a \"memo\"\nof two lines"},
             {"note", 12, 18, "Coder B", "cost", ""},
             {"note", 0, 6, "Coder A", "peace", ""},
             {"note", 0, 6, "Coder A", "peace", ""}}};
}

std::vector<Segment> sorted_segments(std::vector<Segment> segments) {
    std::ranges::sort(segments);
    return segments;
}

/// Does xmllint find the project valid? Nothing if it or the schema is not there.
std::optional<bool> schema_valid(const std::string& xml) {
    const std::string schema = TARAZY_SHARED_DIR "/data/text/refi-qda/Project-mrt2019.xsd";
    if (!std::filesystem::exists(schema) || std::system("xmllint --version > /dev/null 2>&1") != 0) return std::nullopt;
    const auto file =
        std::filesystem::temp_directory_path() / ("tarazy-project-" + std::to_string(::getpid()) + ".qde");
    std::ofstream(file, std::ios::binary) << xml;
    const bool valid =
        std::system(("xmllint --noout --schema '" + schema + "' '" + file.string() + "' > /dev/null 2>&1").c_str()) ==
        0;
    std::filesystem::remove(file);
    return valid;
}

TEST(QdpxExport, RoundTripLosesNothing) {
    const CodedProject project = own_project();
    const QdpxArchive archive = qdpx_of_project(project, "own");
    const QdpxReading reading = read_qdpx_project(read_qdpx(write_qdpx(archive), "own"), "own");
    EXPECT_TRUE(reading.warnings.empty()) << reading.warnings.front();
    EXPECT_EQ(sorted_segments(reading.project.segments), sorted_segments(project.segments));
    ASSERT_EQ(reading.project.documents.size(), 2u);
    EXPECT_EQ(reading.project.documents[0].text, project.documents[0].text) << "line ends are kept";
    ASSERT_EQ(reading.project.codes.size(), 3u);
    EXPECT_EQ(reading.project.codes[0].description, "fights & <threats>");
    EXPECT_EQ(reading.project.codes[1].parent, "war");
    EXPECT_EQ(reading.project.codes[2].code, "peace") << "a code that only segments have";
}

TEST(QdpxExport, TheSameProjectGivesTheSameBytes) {
    const std::string bytes = write_qdpx(qdpx_of_project(own_project(), "own"));
    CodedProject other = own_project();
    std::ranges::reverse(other.segments);
    EXPECT_EQ(write_qdpx(qdpx_of_project(other, "own")), bytes) << "whatever the order of segments";
    const QdpxArchive base = read_qdpx(bytes, "own");
    const QdpxReading reading = read_qdpx_project(base, "own");
    EXPECT_EQ(write_qdpx(qdpx_of_project(reading.project, "own", &base)), bytes) << "in and out again";
}

TEST(QdpxExport, NewCodingsCountLineEndsAsTheProjectDoes) {
    const QdpxArchive base = {
        "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\" origin=\"Other\"><Users><User guid=\"U\" "
        "name=\"A\"/></Users>"
        "<CodeBook><Codes><Code guid=\"C\" name=\"x\" isCodable=\"true\"/></Codes></CodeBook><Sources><TextSource "
        "guid=\"T\" name=\"d\" plainTextPath=\"internal://T.txt\" creatingUser=\"U\"><PlainTextSelection guid=\"S\" "
        "startPosition=\"8\" endPosition=\"13\" creatingUser=\"U\"><Coding guid=\"G\" creatingUser=\"U\"><CodeRef "
        "targetGUID=\"C\"/></Coding></PlainTextSelection></TextSource></Sources></Project>",
        {{"Sources/T.txt", "one two\r\nthree four\r\nfive"}}};
    CodedProject project = read_qdpx_project(base, "p").project;
    ASSERT_EQ(project.segments.size(), 1u);
    EXPECT_EQ(project.segments[0].start, 9u);
    project.segments.push_back({"d", 21, 25, "A", "x", ""});
    const QdpxArchive out = qdpx_of_project(project, "p", &base);
    EXPECT_NE(out.project.find("startPosition=\"8\""), std::string::npos) << out.project;
    EXPECT_NE(out.project.find("startPosition=\"19\" endPosition=\"23\""), std::string::npos) << out.project;
    EXPECT_EQ(sorted_segments(read_qdpx_project(out, "p").project.segments), sorted_segments(project.segments));
}

TEST(QdpxExport, TheSampleComesOutByteForByte) {
    const QdpxArchive base = read_qdpx(read_file(sample_file), "sample.qdpx");
    const QdpxReading reading = read_qdpx_project(base, "sample.qdpx");
    const QdpxArchive out = qdpx_of_project(reading.project, "sample.qdpx", &base);
    EXPECT_EQ(out.project, base.project);
    EXPECT_EQ(out.files, base.files);
}

TEST(QdpxExport, IsValidByTheOfficialSchema) {
    const QdpxArchive base = read_qdpx(read_file(sample_file), "sample.qdpx");
    CodedProject changed = read_qdpx_project(base, "s").project;
    changed.segments.push_back({"en note", 0, 10, "Coder C", "actor", "new"});
    changed.documents.push_back({"third", "text", ""});
    for (const std::string& xml : {qdpx_of_project(own_project(), "own").project, qdpx_of_project({}, "own").project,
                                   qdpx_of_project(changed, "own", &base).project}) {
        const auto valid = schema_valid(xml);
        if (!valid) GTEST_SKIP() << "xmllint or the schema of REFI-QDA is not there";
        EXPECT_TRUE(*valid) << xml;
    }
}

/// All projects of the test data, of the references and beside the schema.
std::vector<std::string> sample_projects() {
    std::vector<std::string> files;
    for (const char* folder : {TARAZY_SOURCE_DIR "/src/text/testdata", TARAZY_SHARED_DIR "/reference/text",
                               TARAZY_SHARED_DIR "/data/text/refi-qda"}) {
        std::error_code missing;
        for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) {
            if (entry.path().extension() == ".qdpx") files.push_back(entry.path().string());
        }
    }
    return files;
}

TEST(QdpxExport, EverySampleComesOutByteForByteAndIsWrittenTheSameTwice) {
    for (const std::string& file : sample_projects()) {
        const QdpxArchive base = read_qdpx(read_file(file), file);
        const QdpxArchive out = qdpx_of_project(read_qdpx_project(base, file).project, file, &base);
        EXPECT_EQ(out.project, base.project) << file;
        EXPECT_EQ(out.files, base.files) << file;
        const std::string bytes = write_qdpx(out);
        const QdpxArchive again = read_qdpx(bytes, file);
        EXPECT_EQ(write_qdpx(qdpx_of_project(read_qdpx_project(again, file).project, file, &again)), bytes) << file;
    }
}

TEST(QdpxExport, EverySampleIsValidGoingInAndComingOut) {
    for (const std::string& file : sample_projects()) {
        const QdpxArchive base = read_qdpx(read_file(file), file);
        const CodedProject project = read_qdpx_project(base, file).project;
        const std::string out = qdpx_of_project(project, file, &base).project,
                          fresh = qdpx_of_project(project, file).project;
        for (const std::string& xml : {base.project, out, fresh}) {
            const auto valid = schema_valid(xml);
            if (!valid) GTEST_SKIP() << "xmllint or the schema of REFI-QDA is not there";
            EXPECT_TRUE(*valid) << file;
        }
    }
}

TEST(QdpxExport, OnlyWhatWasChangedChanges) {
    QdpxArchive base = read_qdpx(read_file(sample_file), "s");
    const std::size_t behind = base.project.find("</Sources>") + 10;
    base.project.insert(behind,
                        "\n <Notes>\n  <Note guid=\"N\" name=\"kept\">\n   <PlainTextContent>as it "
                        "was</PlainTextContent>\n  </Note>\n </Notes>");
    CodedProject project = read_qdpx_project(base, "s").project;
    const Segment gone = project.segments.front();
    std::erase(project.segments, gone);
    project.segments.push_back({"en note", 0, 10, "Coder C", "actor", ""});
    const QdpxArchive out = qdpx_of_project(project, "s", &base);
    EXPECT_NE(out.project.find("as it was"), std::string::npos);
    EXPECT_EQ(out.project.find("B1051AA5-21B2-53E5-BA59-B8E31448E7EE"), std::string::npos) << "its selection is gone";
    EXPECT_NE(out.project.find("342DF060-DD67-5DCB-9479-BC9090E6B5D5"), std::string::npos) << "the next one is not";
    EXPECT_EQ(sorted_segments(read_qdpx_project(out, "s").project.segments), sorted_segments(project.segments));
}

TEST(QdpxExport, InclusiveProjectsStayInclusive) {
    const QdpxArchive base{
        "<Project name=\"p\"><CodeBook><Codes><Code guid=\"C\" name=\"x\" "
        "isCodable=\"true\"/></Codes></CodeBook><Sources>"
        "<TextSource guid=\"T\" name=\"d\" plainTextPath=\"internal://T.txt\"><PlainTextSelection guid=\"S\" "
        "startPosition=\"0\" endPosition=\"2\"><Coding guid=\"G\"><CodeRef targetGUID=\"C\"/></Coding>"
        "</PlainTextSelection></TextSource></Sources></Project>",
        {{"Sources/T.txt", "one two three"}}};
    CodedProject project = read_qdpx_project(base, "p").project;
    project.segments.push_back({"d", 4, 7, "unknown", "x", ""});
    const QdpxArchive out = qdpx_of_project(project, "p", &base);
    EXPECT_NE(out.project.find("startPosition=\"4\" endPosition=\"6\""), std::string::npos) << out.project;
    EXPECT_EQ(sorted_segments(read_qdpx_project(out, "p").project.segments), sorted_segments(project.segments));
}

TEST(QdpxExport, WrongSegmentsAndTextsAreRefused) {
    CodedProject project = own_project();
    project.segments.push_back({"note", 0, 9999, "A", "x", ""});
    EXPECT_THROW((void)qdpx_of_project(project, "p"), InputError);
    project.segments = {{"nowhere", 0, 1, "A", "x", ""}};
    EXPECT_THROW((void)qdpx_of_project(project, "p"), InputError);
    const QdpxArchive base = read_qdpx(read_file(sample_file), "s");
    CodedProject changed = read_qdpx_project(base, "s").project;
    changed.documents[0].text += " more";
    EXPECT_THROW((void)qdpx_of_project(changed, "s", &base), InputError);
}

}  // namespace
}  // namespace tarazy::qdpx_export_test
