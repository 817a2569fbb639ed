#include "io/atomic_file.hpp"
#include "study/study_file_fault_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace study_file_corpus_test {

TEST(StudyFileCorpus, EveryFileIsReadOrRefusedWithPlacesWholeAndCut) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TARAZY_SOURCE_DIR "/fuzz/corpus/study_file")) {
        const std::string text = read_file(entry.path().string());
        ++files;
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const auto fault = study_file_fault(std::string_view(text).substr(0, length));
            EXPECT_FALSE(fault.has_value()) << entry.path() << " cut at " << length << ": " << *fault;
        }
    }
    EXPECT_GE(files, 20u);
}

}  // namespace study_file_corpus_test
}  // namespace tarazy
