#include "analyses/test_words_fault_test.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace test_words_corpus_test {

TEST(TestWordsCorpus, EveryTextGetsWordsOrIsRefusedWholeAndCut) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TARAZY_SOURCE_DIR "/fuzz/corpus/test_words")) {
        const std::string text = read_file(entry.path().string());
        ++files;
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const auto fault = test_words_fault(std::string_view(text).substr(0, length));
            EXPECT_FALSE(fault.has_value()) << entry.path() << " cut at " << length << ": " << *fault;
        }
    }
    EXPECT_GE(files, 12u);
}

}  // namespace test_words_corpus_test
}  // namespace tarazy
