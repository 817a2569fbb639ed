#include "report/reproduce_chapter.hpp"

#include "report/sample_outcome_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(ReproduceChapter, GivesCommandVersionAndSeed) {
    const StudyOutcome outcome = sample_outcome();
    const ReportContext context(outcome);
    const std::string markup = reproduce_chapter(context).markup;
    for (const char* part : {"tarazy study run studies/kazakhstan", "1991", TARAZY_VERSION, "tarazy study verify"}) {
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    }
}

}  // namespace
}  // namespace tarazy
