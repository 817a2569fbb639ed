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

}  // namespace data_chapter_test
}  // namespace tarazy
