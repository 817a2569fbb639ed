#include "io/atomic_file.hpp"
#include "io/csv_consistency_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace csv_corpus_test {

TEST(CsvCorpus, EveryFileReadsConsistentlyWholeAndCut) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TARAZY_SOURCE_DIR "/fuzz/corpus/csv")) {
        const std::string text = read_file(entry.path().string());
        ++files;
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const auto fault = csv_inconsistency(std::string_view(text).substr(0, length));
            EXPECT_FALSE(fault.has_value()) << entry.path() << " cut at " << length << ": " << *fault;
        }
    }
    EXPECT_GE(files, 20u);
}

TEST(CsvCorpus, EveryFileReadsConsistentlyWithManyOptions) {
    for (const auto& entry : std::filesystem::directory_iterator(TARAZY_SOURCE_DIR "/fuzz/corpus/csv")) {
        const std::string text = read_file(entry.path().string());
        for (unsigned bits = 0; bits < 4096; bits += 41) {
            const auto fault = csv_inconsistency(text, fuzzed_options(bits));
            EXPECT_FALSE(fault.has_value()) << entry.path() << " with options " << bits << ": " << *fault;
        }
    }
}

}  // namespace csv_corpus_test
}  // namespace tarazy
