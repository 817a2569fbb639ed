#include "report/data_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace data_chapter_test {

TEST(DataChapter, SaysWhetherTheRawFileWasRead) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string markup = data_chapter(context).markup;
    EXPECT_NE(markup.find("shipped table used in place of the raw file"), std::string::npos);
    EXPECT_NE(markup.find("un_votes.csv.gz"), std::string::npos);
    EXPECT_NE(markup.find("read as it is"), std::string::npos);
    EXPECT_NE(markup.find(std::string(64, 'a')), std::string::npos);
}

TEST(DataChapter, AFileMayRestOnSeveralSources) {
    StudyResult result = sample_result();
    result.data.front().sources = {"voeten", "evil"};
    const ReportContext context(result, all_chapters());
    EXPECT_NE(data_chapter(context).markup.find("Voeten 2021</span></a>; <a href=\"#source-evil\""), std::string::npos);
}

TEST(DataChapter, ASourceWithoutAnAuthorBeginsWithWhatIsKnown) {
    StudyResult result = sample_result();
    ASSERT_FALSE(result.sources.empty());
    const auto line_of_first = [&]() -> std::string {
        const ReportContext context(result, all_chapters());
        const std::string markup = data_chapter(context).markup;
        const std::size_t item = markup.find("id=\"source-" + result.sources.front().key);
        const std::size_t from = markup.find("<p>", item);
        return markup.substr(from, markup.find("</p>", from) - from);
    };
    result.sources.front() = {result.sources.front().key, "", "", "votes.csv.gz", "", "", {}, ""};
    const std::string bare = line_of_first();
    EXPECT_EQ(bare.find("<p>. "), std::string::npos) << bare;
    EXPECT_TRUE(bare.starts_with("<p><cite")) << bare;
    result.sources.front().year = "2014";
    EXPECT_TRUE(line_of_first().starts_with("<p>(2014). <cite")) << line_of_first();
    result.sources.front().author = "Voeten";
    EXPECT_NE(line_of_first().find(" (2014). <cite"), std::string::npos) << line_of_first();
}

}  // namespace data_chapter_test
}  // namespace tarazy
