#include "analyses/write_study/given_table_fault_test.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace given_table_corpus_test {

TEST(GivenTableCorpus, EveryFileIsKnownOrToldWholeAndCut) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TARAZY_SOURCE_DIR "/fuzz/corpus/given_table")) {
        const std::string text = read_file(entry.path().string());
        ++files;
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const auto fault = given_table_fault(std::string_view(text).substr(0, length));
            EXPECT_FALSE(fault.has_value()) << entry.path() << " cut at " << length << ": " << *fault;
        }
    }
    EXPECT_GE(files, 8u);
}

}  // namespace given_table_corpus_test
}  // namespace tarazy
