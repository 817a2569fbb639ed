#include "serve/study/study_text.hpp"

#include "base/error.hpp"
#include "serve/request.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace study_text_test {
namespace {

using namespace tarazy;

TEST(StudyText, IsSavedOnlyOverWhatWasSeen) {
    const std::string file = testing::TempDir() + "study_text_test.toml";
    std::ofstream(file) << "# one\n";
    const StudyText first = study_text_of(file);
    const StudyText second = save_study_text(file, first.version, "# two\n");
    EXPECT_EQ(study_text_of(file).text, "# two\n");
    try {
        save_study_text(file, first.version, "# three\n");
        FAIL() << "the second tab would have overwritten the first";
    } catch (const RefusedRequest& refused) {
        EXPECT_EQ(refused.status, 409);
        EXPECT_NE(refused.detail.find("# two"), std::string::npos);
    }
    EXPECT_EQ(study_text_of(file).version, second.version);
    EXPECT_THROW((void)study_text_of(file + "x"), FileError);
}

}  // namespace
}  // namespace study_text_test
