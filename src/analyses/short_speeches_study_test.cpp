// The example study of texts: invented debates, all methods of the family text.
#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "io/atomic_file.hpp"
#include "report/method_chapters.hpp"
#include "report/report_context.hpp"
#include "study/derive.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace short_speeches_study_test {

namespace fs = std::filesystem;

const StudyResult& short_speeches() {
    static const StudyResult result =
        run_study(read_study_file(TARAZY_SOURCE_DIR "/examples/short-speeches", all_methods()), all_methods());
    return result;
}

TEST(ShortSpeechesStudy, EveryAnalysisHasAResult) {
    ASSERT_EQ(short_speeches().analyses.size(), 4U);
    for (const AnalysisResult& analysis : short_speeches().analyses) EXPECT_EQ(analysis.failure, "") << analysis.id;
}

TEST(ShortSpeechesStudy, TheTrendThatTheCodebookMissesIsFound) {
    const ReportContext context(short_speeches(), all_chapters());
    const Claim* slope = context.claim("themes_corrected.slope.river.1832-1855");
    ASSERT_NE(slope, nullptr);
    EXPECT_GT(slope->interval->lower, 0);
    ASSERT_EQ(short_speeches().propositions.size(), 1U);
    EXPECT_EQ(short_speeches().propositions[0].verdict, Verdict::supported);
    const Claim* moselle = context.claim("words.z.moselle.1832-1855");
    ASSERT_NE(moselle, nullptr) << "only Saxony names its river";
    EXPECT_GT(moselle->interval->lower, 0);
    const std::string html = method_chapters(context).markup;
    EXPECT_NE(html.find("class=\"in-line\">Moselle</strong>"), std::string::npos);
}

/// The study in a folder of its own, its debates under a variable and with a folder of derived tables.
class ShippedExample : public testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "tarazy-texts-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        root = pattern;
        fs::copy(TARAZY_SOURCE_DIR "/examples/short-speeches", root + "/study");
        fs::create_directories(root + "/raw");
        fs::rename(root + "/study/debates.csv", root + "/raw/debates.csv");
        std::string text = read_file(root + "/study/study.toml");
        const std::string from = "file = \"debates.csv\"";
        text.replace(text.find(from), from.size(), "file = \"$TARAZY_TEST_RAW/debates.csv\"\nfallback = \"derived\"");
        write_file_atomically(root + "/study/study.toml", text);
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(root, ignored);
    }
    [[nodiscard]] StudyFile study() const { return read_study_file(root + "/study", all_methods()); }

    std::string root;
};

TEST_F(ShippedExample, NoLineOfADocumentIsDerivedAndTheChapterSaysThatThereIsNone) {
    {
        const Variable raw("TARAZY_TEST_RAW", root + "/raw");
        for (const std::string& file : derive_study(study(), all_methods())) {
            EXPECT_EQ(file.find("lines.lines"), std::string::npos);
            EXPECT_EQ(read_file(file).find("stood in the streets"), std::string::npos) << file;
        }
        const StudyResult at_hand = run_study(study(), all_methods());
        EXPECT_NE(method_chapters(ReportContext(at_hand, all_chapters())).markup.find("stood in the streets"),
                  std::string::npos);
    }
    ASSERT_TRUE(fs::exists(root + "/study/derived/lines.csv"));
    const StudyResult shipped = run_study(study(), all_methods());
    for (const AnalysisResult& analysis : shipped.analyses) EXPECT_EQ(analysis.failure, "") << analysis.id;
    const ReportContext context(shipped, all_chapters());
    const std::string html = method_chapters(context).markup;
    EXPECT_NE(html.find("The documents are not at hand here"), std::string::npos);
    EXPECT_EQ(html.find("stood in the streets"), std::string::npos);
    ASSERT_NE(context.claim("lines.finds.Moselle.1832-1855"), nullptr);
    EXPECT_EQ(context.claim("words.z.moselle.1832-1855")->value,
              ReportContext(short_speeches(), all_chapters()).claim("words.z.moselle.1832-1855")->value);
}

TEST_F(ShippedExample, StatesThatNeverSpokeLeaveOneAnalysisWithoutAResultAndNotTheRun) {
    const Variable raw("TARAZY_TEST_RAW", root + "/raw");
    std::string text = read_file(root + "/study/study.toml");
    const std::string from = R"(comparison = ["NLD", "BEL", "CHE"])";
    text.replace(text.find(from), from.size(), R"(comparison = ["FRA", "ITA"])");
    write_file_atomically(root + "/study/study.toml", text);
    const StudyResult result = run_study(study(), all_methods());
    ASSERT_EQ(result.analyses.size(), 4U);
    for (const AnalysisResult& analysis : result.analyses) {
        if (analysis.id == "words") {
            EXPECT_NE(analysis.failure.find("there are some of LUX, none of FRA, ITA"), std::string::npos)
                << analysis.failure;
            EXPECT_TRUE(analysis.claims.empty());
        } else {
            EXPECT_EQ(analysis.failure, "") << analysis.id;
        }
    }
    const std::string html = method_chapters(ReportContext(result, all_chapters())).markup;
    EXPECT_NE(html.find("This analysis has no result"), std::string::npos);
    EXPECT_NE(html.find("документов нет — Франция, Италия"), std::string::npos) << "the reason in Russian, too";
}

}  // namespace short_speeches_study_test
}  // namespace tarazy
