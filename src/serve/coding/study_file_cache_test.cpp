#include "serve/coding/study_file_cache.hpp"

#include "base/error.hpp"
#include "serve/coding/coding_pages_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::study_file_cache_test {
namespace {

TEST(StudyFileCache, ReadsAnewWhatChanged) {
    const testing_serve::StudyFolder folder;
    const ServedStudy study{folder.path(), folder.write("study.toml", testing_serve::smallest_study), nullptr};
    StudyFileCache cache;
    const auto first = cache.of(study);
    EXPECT_EQ(first->id.text, "small");
    EXPECT_EQ(cache.of(study), first);
    folder.write("study.toml", "[study]\n");
    EXPECT_THROW((void)cache.of(study), InputError);
    EXPECT_NE(stamp_of_files({study.file}), stamp_of_files({folder.path("none")}));
}

}  // namespace
}  // namespace tarazy::study_file_cache_test
