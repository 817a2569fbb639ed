#include "report/reproduce_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "base/program_version.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace reproduce_chapter_test {

TEST(ReproduceChapter, GivesCommandVersionAndSeed) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string markup = reproduce_chapter(context).markup;
    for (const char* part :
         {"tarazy study run studies/kazakhstan", "1991", program_version().c_str(), "tarazy study verify"}) {
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    }
}

}  // namespace reproduce_chapter_test
}  // namespace tarazy
